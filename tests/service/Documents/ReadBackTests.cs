using FsCheck.Fluent;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Forms;
using LearningCity.Docs.Packages;
using LearningCity.Docs.Reading;
using LearningCity.Docs.Tests.Support;

namespace LearningCity.Docs.Tests.Documents;

/// <summary>What we write, our own reader reads.</summary>
public class ReadBackTests
{
    private static readonly string Folder = Repository.Path("templates", "documents");
    private static readonly DocumentCatalog Catalog = DocumentCatalog.Load(Folder);
    private static readonly FormDocuments Documents = new(Folder, Catalog);
    private static readonly FormReader Reader = new(new FormTexts(FormCatalog.Of([.. SampleForms.Official.Forms, .. SampleForms.MadeUp.Forms])));

    private static readonly string[] Summaries = ["Đã đạt 45/50 xã (90%)", "Dòng một\nDòng hai & <ba>", "Thu nhập 85,5 triệu đồng, năm trước 80 triệu đồng"];

    public static TheoryData<string> Forms => [.. SampleForms.Official.Forms.Concat(SampleForms.MadeUp.Forms).Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void BlankForm_IsReadAsThatFormWithNothingInIt(string id)
    {
        var entries = Read(Documents.Blank(SampleForms.Form(id)));
        entries.Form.Id.ShouldBe(id);
        entries.Host.ShouldBe(Host.Word);
        entries.Entries.ShouldAllBe(e => e.Found && e.Value == new EntryValue.Blank(null));
        entries.Findings.Where(f => f.Code is not ("LC2001" or "LC1113")).Select(f => f.Message(LanguageTable.Vietnamese)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void AnyEntries_AreReadBackFromTheFilledFormAndFromTheAnnex(string id)
    {
        var form = SampleForms.Form(id);
        var kind = PaperSamples.AnnexOf(ref form);
        var details = DetailsReader.Read("""{"agency": "ỦY BAN NHÂN DÂN QUẬN BA ĐÌNH", "agencyShort": "UBND quận Ba Đình"}""", kind, Catalog).Details!;
        Prop.ForAll((from seed in Gen.Choose(0, int.MaxValue - 1) select seed).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var entries = FilledForm.Of(form, f => random.Next(4) == 0 ? null : Value(f, random));
            foreach (var docx in new[] { Documents.Filled(entries), Documents.Render(kind, PaperSamples.Unjudged(entries), details) })
            {
                var read = Read(docx);
                read.Entries.Select(e => (e.Id, e.Value)).ShouldBe(entries.Entries.Select(e => (e.Id, e.Value)));
                read.Entries.ShouldAllBe(e => ((Location.TableCell)e.Location).Control == e.Id || (e.Field.Kind == FieldKind.Rating && ((Location.TableCell)e.Location).Control!.StartsWith($"{e.Id}.", StringComparison.Ordinal)));
            }
        }).Holds(25);
    }

    [LibreOffice.Fact]
    public void Results_ThroughOdt_KeepTextsAndValues() => ThroughOdt(FilledForm.Iiib);

    [LibreOffice.Fact]
    public void Figures_ThroughOdt_KeepTextsAndValues() => ThroughOdt(FilledForm.Unesco);

    /// <summary>LibreOffice drops the tags of content controls, so the form is read by its texts; its prompts are then plain text and still nothing.</summary>
    private static void ThroughOdt(FormDefinition form)
    {
        var entries = FilledForm.Of(form, f => f.Order % 3 == 0 ? null : FilledForm.Typical(form)[f].Value);
        var ours = Documents.Filled(entries);
        var theirs = LibreOffice.Convert(LibreOffice.Convert(ours, "docx", "odt"), "odt", "docx");
        Texts(theirs).ShouldBe(Texts(ours));
        var read = Read(theirs);
        read.Form.Id.ShouldBe(form.Id);
        read.Entries.Select(e => (e.Id, e.Value)).ShouldBe(entries.Entries.Select(e => (e.Id, e.Value)));

        static string[] Texts(byte[] docx) => [.. WordReading.Paragraphs(docx).Where(p => p.Length > 0)];
    }

    private static FormEntries Read(byte[] docx) =>
        Reader.Read(PackageGuard.Open(docx).ShouldBeOfType<GuardResult.Safe>().Package).ShouldBeOfType<ReadResult.Read>().Forms.ShouldHaveSingleItem();

    /// <summary>What a careful official may type into a field.</summary>
    private static EntryValue Value(FieldDefinition field, Random random) => field.Kind switch
    {
        FieldKind.Summary => new EntryValue.Text(Summaries[random.Next(Summaries.Length)]),
        FieldKind.Evidence => new EntryValue.Text(Summaries[random.Next(Summaries.Length)]),
        FieldKind.Property => new EntryValue.Choice(random.Next(2) == 0 ? "Có" : "Không"),
        FieldKind.Result when field.MayNotApply && random.Next(3) == 0 => new EntryValue.Choice("Không áp dụng"),
        FieldKind.Result => new EntryValue.Choice(random.Next(2) == 0 ? "Đạt" : "Không đạt"),
        FieldKind.Percent when field.AllowOver100 => new EntryValue.Number(random.Next(100, 300), NumberUnit.Percent),
        FieldKind.Percent => new EntryValue.Number(random.Next(2, 1001) / 10m),
        FieldKind.Count => new EntryValue.Number(random.Next(1, 2_000_000)),
        FieldKind.Trend => new EntryValue.Choice(random.Next(2) == 0 ? "increase" : "decrease"),
        FieldKind.Rating => new EntryValue.Choice($"{random.Next(1, 6)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
