using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;
using LearningCity.Docs.Text;
using LearningCity.Docs.Writing;

namespace LearningCity.Docs.Tests.Reading;

/// <summary>Whatever is validly filled is read; however the table is shaken, it is the same form.</summary>
public class FormReaderProperties
{
    private static readonly FormDocuments Documents = new(Repository.Path("templates", "documents"), DocumentCatalog.Load(Repository.Path("templates", "documents")));

    public static TheoryData<string> AllForms() => new(SampleForms.Official.Forms.Concat(SampleForms.MadeUp.Forms).Select(f => f.Id));

    [Theory]
    [MemberData(nameof(AllForms))]
    public void ValidEntries_AreReadBack_FromExcelAndWord(string id)
    {
        var form = SampleForms.Form(id);
        var reader = SampleForms.Official.Find(id) is null ? Reads.MadeUp : Reads.Official;
        Prop.ForAll(Entries(form).ToArbitrary(), values =>
        {
            var filled = new FormEntries(form, Host.Word, [.. form.Fields.Select((f, i) => new Entry(f, values[i], "", Location.File))], []);
            var typed = form.Fields.Select((f, i) => (f.Id, Typed: Typed(values[i]))).Where(p => p.Typed is not null).ToDictionary(p => p.Id, p => p.Typed!);
            foreach (var file in (byte[][])[FormWorkbook.Write(form, typed), Documents.Filled(filled)])
            {
                var read = reader.Read(Reads.Package(file)).ShouldBeOfType<ReadResult.Read>().Forms.ShouldHaveSingleItem();
                read.Form.Id.ShouldBe(id);
                read.Findings.Where(f => f.Severity is Severity.Error || f.Code.StartsWith("LC11", StringComparison.Ordinal)).Select(f => $"{read.Host} {f.Code} {f.Entry} {f.Location.At()} {f.Value}").ShouldBeEmpty();
                var wrong = read.Entries.Select((e, i) => (Entry: e, Wanted: values[i])).Where(p => Typed(p.Entry.Value) != Typed(p.Wanted)).Select(p => $"{read.Host} {p.Entry.Id}: {p.Wanted} read as {p.Entry.Value} from <{p.Entry.Raw}> at {p.Entry.Location.At()}");
                wrong.ShouldBeEmpty();
            }
        }).Holds(12);
    }

    [Fact]
    public void RowsAndColumnsShaken_AndLabelsNoisy_AreTheSameForm()
    {
        var shakes =
            from seed in Gen.Choose(0, int.MaxValue)
            from host in Gen.Elements("xlsx", "docx")
            from rows in Gen.Elements(true, false)
            from columns in Gen.Elements(true, false)
            from noise in Gen.Elements(true, false)
            select (seed, host, rows, columns, noise);
        Prop.ForAll(shakes.ToArbitrary(), shake =>
        {
            var random = new Random(shake.seed);
            var table = new TypedTable();
            var rows = table.Rows.Select(r => (string[])[shake.noise ? Noisy(r[0], random) : r[0], shake.noise ? Noisy(r[1], random) : r[1], r[2], r[3]]).ToArray();
            var header = table.Header[0].Select(h => shake.noise ? Noisy(h, random) : h).ToArray();
            if (shake.rows) { random.Shuffle(rows); }
            var all = rows.Prepend(header).Select((r, i) => r.Append(i == 0 ? "Ghi chú" : random.Next(3) == 0 ? "xem thêm" : "").Append(i == 0 ? "STT" : $"{i}").ToArray()).ToList();
            if (shake.columns)
            {
                var order = Enumerable.Range(0, 6).ToArray();
                random.Shuffle(order);
                all = [.. all.Select(r => order.Select(i => r[i]).ToArray())];
            }
            TypedTable.ShouldBeRead(Reads.Form(table.Save(shake.host, all)));
        }).Holds(150);
    }

    /// <summary>Every text of our own workbook, official ones and entries, as a Macintosh or an old typist would leave it; with our marks and without.</summary>
    [Theory]
    [InlineData("phu-luc-iiib")]
    [InlineData("unesco-ba-dinh")]
    public void NoisyTextsThroughout_ReadTheSame(string id)
    {
        var clean = FormWorkbook.Write(SampleForms.Form(id), SampleValues.Right(id));
        var parts = Fixing.Fixes.Parts(clean);
        var strings = XDocument.Parse(Encoding.UTF8.GetString(parts["xl/sharedStrings.xml"]), LoadOptions.PreserveWhitespace);
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var noisy = new XDocument(strings);
            foreach (var text in noisy.Descendants().Where(e => e.Name.LocalName == "t"))
            {
                text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                text.Value = (text.Value.Length > 40 || text.Value is "Đạt" or "Không đạt" or "Tăng" or "Giảm" ? Noisy(text.Value, random) : text.Value.Normalize(NormalizationForm.FormD)).Replace("\n", " ");
            }
            var changed = new Dictionary<string, byte[]>(parts) { ["xl/sharedStrings.xml"] = Encoding.UTF8.GetBytes(noisy.ToString(SaveOptions.DisableFormatting)) };
            if (seed % 2 == 0) { changed["xl/workbook.xml"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts["xl/workbook.xml"]).Replace("LC_", "XX_")); }
            var form = Reads.Form(ZipBytes.Of(changed.Select(p => new ZipItem(p.Key, p.Value))));
            var wanted = Reads.Form(clean);
            form.Entries.Zip(wanted.Entries).Where(p => Plain(p.First.Value) != Plain(p.Second.Value)).Select(p => $"{seed} {p.First.Id}: {p.First.Value} for {p.Second.Value} at {p.First.Location.At()}").ShouldBeEmpty();
            form.Findings.Where(f => f.Severity is Severity.Error || f.Code.StartsWith("LC11", StringComparison.Ordinal)).Select(f => $"{seed} {f.Code} {f.Location.At()} {f.Value}").ShouldBeEmpty();
        }

        static string? Plain(EntryValue value) => value is EntryValue.Text text ? VietnameseText.Fold(text.Value) : Typed(value);
    }

    /// <summary>What typing and other programs do to a text without changing what it says (domain, section 6).</summary>
    private static string Noisy(string text, Random random)
    {
        if (random.Next(3) == 0) { text = text.ToUpper(CultureInfo.InvariantCulture); }
        if (random.Next(3) == 0) { text = text.Normalize(NormalizationForm.FormD); }
        if (random.Next(3) == 0) { text = text.Replace("hóa", "hoá").Replace("ủy", "uỷ").Replace(" - ", " – "); }
        if (random.Next(3) == 0) { text = text.Replace(" ", random.Next(2) == 0 ? "  " : " \u200B"); }
        if (random.Next(3) == 0) { text = text.Replace('Đ', '\u00D0').Replace('đ', '\u00F0'); }
        if (random.Next(4) == 0) { text = text.TrimEnd('.') + " "; }
        if (random.Next(4) == 0 && text.IndexOf(' ') is > 0 and var space) { text = text[..space] + "\n" + text[(space + 1)..]; }
        return text;
    }

    private static Gen<EntryValue[]> Entries(FormDefinition form) => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        return form.Fields.Select(f => random.Next(5) == 0 ? new EntryValue.Blank() : Value(form, f, random)).ToArray();
    });

    private static readonly string[] Words = ["Đạt", "kế hoạch", "Ủy ban nhân dân", "18/18 xã", "95,5%", "năm 2024", "(báo cáo)", "1.234 người", "&", "<b>", "“Cộng đồng học tập”", "cấp huyện", "–", "không đạt", "ngày 08/4/2025", "tăng", "x", "\"nháy\""];

    private static EntryValue Value(FormDefinition form, FieldDefinition field, Random random) => field.Kind switch
    {
        FieldKind.Result => new EntryValue.Choice(random.Next(2) == 0 ? "Đạt" : "Không đạt"),
        FieldKind.Trend => new EntryValue.Choice(random.Next(2) == 0 ? "increase" : "decrease"),
        FieldKind.Property => new EntryValue.Choice(random.Next(2) == 0 ? "Có" : "Không"),
        FieldKind.Rating => new EntryValue.Choice(form.RatingScale[random.Next(form.RatingScale.Length)].Value.ToString(CultureInfo.InvariantCulture)),
        FieldKind.Count => new EntryValue.Number(random.Next(4) == 0 ? random.Next(10) : random.Next(2_000_000)),
        FieldKind.Percent when field.AllowOver100 => new EntryValue.Number(decimal.Round((decimal)random.NextDouble() * 198 + 2, 1), NumberUnit.Percent),
        FieldKind.Percent => new EntryValue.Number(decimal.Round((decimal)random.NextDouble() * 98 + 2, random.Next(3))),
        _ => new EntryValue.Text("Đã " + string.Join(random.Next(6) == 0 ? "\n" : " ", Enumerable.Range(0, random.Next(1, 30)).Select(_ => Words[random.Next(Words.Length)]))),
    };

    private static string? Typed(EntryValue value) => value switch
    {
        EntryValue.Number number => LanguageTable.Vietnamese.Number(number.Value / 1.000000000000000000000000000000m) + (number.Unit is NumberUnit.Percent ? "%" : ""),
        EntryValue.Text text => text.Value,
        EntryValue.Choice choice => choice.Value switch { "increase" => "Tăng", "decrease" => "Giảm", var word => word },
        EntryValue.Unreadable unreadable => "?" + unreadable.Raw,
        _ => null,
    };
}
