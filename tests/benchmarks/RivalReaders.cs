using System.Globalization;
using ClosedXML.Excel;
using ExcelDataReader;

namespace LearningCity.Docs.Benchmarks;

/// <summary>What a program would do that reads the same workbook with a library: every cell of the first sheet and its merges, no rule checked.</summary>
internal static class RivalReaders
{
    public static SheetSum ExcelDataReader(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var (numbers, sum) = (0, 0m);
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is double number) (numbers, sum) = (numbers + 1, sum + (decimal)number);
            }
        }
        return reader.MergeCells.Length > 0 ? new SheetSum(numbers, sum) : throw new InvalidDataException("no merges");
    }

    public static SheetSum ClosedXml(byte[] workbook)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        var sheet = book.Worksheet(1);
        var (numbers, sum) = (0, 0m);
        foreach (var cell in sheet.CellsUsed())
        {
            if (cell.DataType == XLDataType.Number) (numbers, sum) = (numbers + 1, sum + Convert.ToDecimal(cell.Value, CultureInfo.InvariantCulture));
            else if (cell.GetString().Length == 0) throw new InvalidDataException($"no text in {cell.Address}");
        }
        return sheet.MergedRanges.Count > 0 ? new SheetSum(numbers, sum) : throw new InvalidDataException("no merges");
    }
}
