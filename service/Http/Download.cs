using LearningCity.Docs.Packages;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>A file as an answer, under a Vietnamese name (RFC 6266: <c>filename*</c>, with a plain name for old programs).</summary>
internal static class Download
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string Pdf = "application/pdf";
    public const string Zip = "application/zip";

    /// <param name="name">Without its ending.</param>
    public static IResult Of(ReadOnlyMemory<byte> file, FileFormat format, string name) => format is FileFormat.Xlsx
        ? Results.Bytes(file, Xlsx, name + ".xlsx")
        : Results.Bytes(file, Docx, name + ".docx");

    /// <summary>Excel's or Word's, of a file that the guard let through before.</summary>
    public static FileFormat FormatOf(ReadOnlyMemory<byte> file) => PackageGuard.Open(file) is GuardResult.Safe { Package.Kind: PackageKind.Workbook } ? FileFormat.Xlsx : FileFormat.Docx;
}
