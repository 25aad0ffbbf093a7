using LearningCity.Docs.Text;

namespace LearningCity.Docs.Documents;

/// <summary>Lý do: why a final paper is made although figures contradict the results that it states.</summary>
internal sealed record Acknowledgement
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 1000;

    private Acknowledgement(string reason) => Reason = reason;

    public string Reason { get; }

    /// <summary>False for a reason that is too long. Nothing typed, or only spaces, acknowledges nothing.</summary>
    public static bool TryRead(string? typed, out Acknowledgement? read)
    {
        read = null;
        var reason = VietnameseText.Tidy(typed ?? "").Replace('\n', ' ');
        if (reason.Length > LongestReason) { return false; }
        if (reason.Length > 0) { read = new Acknowledgement(reason); }
        return true;
    }

    /// <summary>What the audit trail keeps: <c>LC3203 4.1.summary, LC3202 4.2.summary: REASON</c>.</summary>
    public string Of(ImmutableArray<Finding> contradictions) => $"{string.Join(", ", contradictions.Select(f => f.Entry is null ? f.Code : $"{f.Code} {f.Entry}"))}: {Reason}";
}
