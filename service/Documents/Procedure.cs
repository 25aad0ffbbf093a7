using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>
/// Quy trình đánh giá, công nhận: for the forms of one family and level, who writes, chairs, receives and decides, and by when, each with its clause in the circular. Read from <c>documents.yaml</c>.
/// </summary>
/// <param name="Circular">Number and symbol of the circular that the clauses are of.</param>
/// <param name="Chair">Who chairs the meeting about the self-evaluation; null where the circular asks for no meeting.</param>
/// <param name="Filing">Where the dossier goes, and the day before which it does.</param>
/// <param name="Decision">Who decides, and the day before which it is done.</param>
/// <param name="Conditions">The clause with the conditions of recognition, by recognition level.</param>
/// <param name="Again">The clause about a new evaluation.</param>
/// <param name="OtherPeriod">Which figures are of another day than the year's, with <c>{nam}</c> for the year; null where none are.</param>
/// <param name="Defaults">What stands for details that the file leaves open, by their names.</param>
/// <param name="Note">Why the defaults differ from the words of the circular; null where they do not.</param>
internal sealed record Procedure(
    string Family, string Level, string Circular, Actor Writer, Chair? Chair, Deadline Filing, Council Council, Deadline Decision, ImmutableArray<string> Conditions, string Again, string? OtherPeriod,
    ImmutableDictionary<string, ImmutableArray<string>> Defaults, string? Note)
{
    /// <param name="details">Every detail that a default may stand for.</param>
    /// <exception cref="FormFileException">A defect, with its line.</exception>
    public static Procedure Read(FormYaml yaml, ImmutableArray<DetailDefinition> details)
    {
        var defaults = yaml.Child("defaults");
        var procedure = new Procedure(
            yaml.Text("family"), yaml.Text("level"), yaml.Text("circular"), Actor.Read(yaml.Child("writer")), yaml.OptionalChild("chair") is { } chair ? Chair.Read(chair) : null,
            Deadline.Read(yaml.Child("filing")), Council.Read(yaml.Child("council")), Deadline.Read(yaml.Child("decision")), yaml.Texts("conditions"), yaml.Text("again"), yaml.OptionalText("other_period"),
            defaults.Keys.ToImmutableDictionary(name => name, name => Default(defaults, name, details)), yaml.OptionalText("note"));
        defaults.Done();
        yaml.Done();
        return procedure;
    }

    public bool IsFor(FormDefinition form) => form.Family == Family && form.PlaceLevel == Level;

    /// <summary>"điểm d khoản 1 Điều 9 Thông tư số 25/2023/TT-BGDĐT".</summary>
    public string Cited(string clause) => $"{clause} {Circular}";

    private static ImmutableArray<string> Default(FormYaml defaults, string name, ImmutableArray<DetailDefinition> details) => details.FirstOrDefault(d => d.Name == name) switch
    {
        null => throw defaults.Fault(name, $"there is no detail '{name}'"),
        { Type: DetailType.List } => defaults.Texts(name),
        { Type: DetailType.Text } => [defaults.Text(name)],
        _ => throw defaults.Fault(name, "a default stands for a text or a list"),
    };
}

/// <summary>Who does something, in the words of the circular, and its clause.</summary>
internal record Actor(string Who, string Clause)
{
    public static Actor Read(FormYaml yaml)
    {
        var actor = new Actor(yaml.Text("who"), yaml.Text("clause"));
        yaml.Done();
        return actor;
    }
}

/// <summary>Chủ trì cuộc họp.</summary>
/// <param name="Words">One of them is in the post of whoever may chair.</param>
internal sealed record Chair(string Who, string Clause, ImmutableArray<string> Words) : Actor(Who, Clause)
{
    public static new Chair Read(FormYaml yaml)
    {
        var chair = new Chair(yaml.Text("who"), yaml.Text("clause"), yaml.Texts("words"));
        yaml.Done();
        return chair;
    }
}

/// <summary>What is done before a day of the year after the data year, or within so many working days; neither where the circular names no time.</summary>
/// <param name="Who">To whom the dossier goes, or who decides.</param>
internal sealed record Deadline(string Who, string Clause, int? Day, int? Month, int? WorkingDays) : Actor(Who, Clause)
{
    public static new Deadline Read(FormYaml yaml)
    {
        var deadline = new Deadline(yaml.Text("who"), yaml.Text("clause"), yaml.OptionalInteger("day"), yaml.OptionalInteger("month"), yaml.OptionalInteger("working_days"));
        if (deadline.Day is null != deadline.Month is null) { throw yaml.Fault("month", "day and month go together"); }
        yaml.Done();
        return deadline;
    }

    /// <summary>The day before which it is done; null where none is named.</summary>
    public DateOnly? Of(int dataYear) => (Day, Month) is ({ } day, { } month) ? new DateOnly(dataYear + 1, month, day) : null;
}

/// <summary>Hội đồng đánh giá, công nhận.</summary>
/// <param name="Least">How many members it has at least, an odd number; null where the circular asks for none.</param>
/// <param name="Submits">It submits to whoever decides itself; else its office does.</param>
internal sealed record Council(string Who, string Clause, int? Least, bool Submits) : Actor(Who, Clause)
{
    public static new Council Read(FormYaml yaml)
    {
        var council = new Council(yaml.Text("who"), yaml.Text("clause"), yaml.OptionalInteger("least"), yaml.Flag("submits"));
        yaml.Done();
        return council;
    }

    public bool Takes(int members) => Least is not { } least || (members >= least && members % 2 == 1);
}
