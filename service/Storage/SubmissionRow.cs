namespace LearningCity.Docs.Storage;

/// <summary>Hồ sơ đã nộp: a dossier that was accepted, and where it has got to.</summary>
internal sealed record SubmissionRow
{
    /// <summary>Sorts by the time of acceptance; also the name of its file.</summary>
    public required string Id { get; init; }

    /// <summary>The key of who submitted it.</summary>
    public required string Person { get; init; }

    /// <summary>The client's own key: the same submission sent twice is one.</summary>
    public required string ClientKey { get; init; }

    /// <summary>SHA-256 of file and details as they came.</summary>
    public required string ContentHash { get; init; }

    public required string Form { get; init; }

    public required string FormVersion { get; init; }

    /// <summary>The agency as it is compared.</summary>
    public required string Unit { get; init; }

    /// <summary>The agency as its papers print it.</summary>
    public required string UnitName { get; init; }

    /// <summary>Năm số liệu.</summary>
    public required int Year { get; init; }

    /// <summary>Under which the destination keeps it: folders and file, in letters, digits, dots and dashes.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the dossier.</summary>
    public required string FileHash { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public required SubmissionState State { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Deliveries begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Where the destination keeps it.</summary>
    public string? Link { get; set; }

    /// <summary>Why it waits or was returned, as <see cref="StoredSentence"/>.</summary>
    public string? Reason { get; set; }

    /// <summary>What the submitter's sign-in must be asked for.</summary>
    public string? Claims { get; set; }

    /// <summary>When the file went, by the retention setting.</summary>
    public DateTimeOffset? FileRemovedAt { get; set; }
}

/// <summary>Trạng thái: where a submission has got to.</summary>
internal enum SubmissionState
{
    /// <summary>Đã tiếp nhận: kept safely, not yet on its way.</summary>
    Accepted,

    /// <summary>Đang chuyển.</summary>
    Delivering,

    /// <summary>Đã chuyển đến nơi nhận.</summary>
    Delivered,

    /// <summary>Chưa chuyển được, sẽ chuyển lại.</summary>
    Retrying,

    /// <summary>Chờ người nộp đăng nhập lại: the destination asks for more than the sign-in at hand.</summary>
    NeedsConsent,

    /// <summary>Trả lại, có lý do.</summary>
    Returned,
}

/// <summary>A submission still to be delivered. Whoever delivers it holds a lease, so that two processes do not.</summary>
internal sealed record OutboxRow
{
    public required string SubmissionId { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public string? Owner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }
}

/// <summary>Sổ đăng ký: one paper of a submitted dossier.</summary>
internal sealed record PaperRow
{
    public required string SubmissionId { get; init; }

    /// <summary>Of its file in the dossier.</summary>
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Number { get; init; }

    public string? Symbol { get; init; }

    public DateOnly? Date { get; init; }

    public required string Sha256 { get; init; }
}

/// <summary>Số liệu đã nộp: one figure of an accepted form.</summary>
internal sealed record FigureRow
{
    public required string SubmissionId { get; init; }

    public required string Entry { get; init; }

    public required decimal Value { get; init; }

    public required string Unit { get; init; }
}
