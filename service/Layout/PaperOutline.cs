namespace LearningCity.Docs.Layout;

/// <summary>
/// The elements of a paper (thành phần thể thức; Phụ lục I, Phần I, Mục IV), each found by its words, wherever it stands. A null or empty one was not found.
/// </summary>
internal sealed record PaperOutline
{
    public required ImmutableArray<PaperLine> Lines { get; init; }

    /// <summary>Ô 1, Quốc hiệu; several lines when it is broken.</summary>
    public ImmutableArray<PaperLine> NationalName { get; init; } = [];

    /// <summary>Ô 1, Tiêu ngữ.</summary>
    public PaperLine? Motto { get; init; }

    /// <summary>Ô 2, cơ quan chủ quản.</summary>
    public ImmutableArray<PaperLine> ParentAgency { get; init; } = [];

    /// <summary>Ô 2, cơ quan ban hành.</summary>
    public ImmutableArray<PaperLine> Agency { get; init; } = [];

    /// <summary>Ô 3, số, ký hiệu.</summary>
    public PaperLine? Number { get; init; }

    /// <summary>Ô 4, địa danh và thời gian ban hành.</summary>
    public PaperLine? PlaceAndDate { get; init; }

    /// <summary>Ô 5a, tên loại.</summary>
    public PaperLine? KindName { get; init; }

    public PaperKind? Kind { get; init; }

    /// <summary>Ô 5a, trích yếu.</summary>
    public ImmutableArray<PaperLine> Subject { get; init; } = [];

    /// <summary>Ô 5b, trích yếu công văn.</summary>
    public ImmutableArray<PaperLine> LetterSubject { get; init; } = [];

    /// <summary>Ô 9a, the line "Kính gửi" and the addressees on lines of their own.</summary>
    public ImmutableArray<PaperLine> Addressees { get; init; } = [];

    public ImmutableArray<PaperLine> LegalBases { get; init; } = [];

    /// <summary>Ô 6: lines outside tables from the head to the foot, without the legal bases.</summary>
    public ImmutableArray<PaperLine> Body { get; init; } = [];

    /// <summary>Ô 9b, "Nơi nhận:".</summary>
    public PaperLine? RecipientsHeading { get; init; }

    public ImmutableArray<PaperLine> Recipients { get; init; } = [];
    public ImmutableArray<Signature> Signatures { get; init; } = [];
    public ImmutableArray<Annex> Annexes { get; init; } = [];

    /// <summary>Index behind the last line of the paper itself: where its first annex begins.</summary>
    public int End { get; init; }

    /// <summary>A head was found: without one nothing can be missing from it.</summary>
    public bool HasHead => !NationalName.IsEmpty || Motto is not null || Number is not null;

    /// <summary>Công văn: the one paper without a name.</summary>
    public bool IsLetter => Kind is null && !LetterSubject.IsEmpty;
}

/// <summary>Ô 7a, 7b: quyền hạn, chức vụ above the name of who signs. Minutes have two.</summary>
internal sealed record Signature(ImmutableArray<PaperLine> Posts, PaperLine? Name);

/// <summary>Phụ lục. <paramref name="Heading"/> is the line "Phụ lục I", which a table attached under its own title lacks; <paramref name="Reference"/> the lines "(Kèm theo …)".</summary>
internal sealed record Annex(PaperLine? Heading, ImmutableArray<PaperLine> Title, ImmutableArray<PaperLine> Reference)
{
    public PaperLine First => Heading ?? (Title.IsEmpty ? Reference[0] : Title[0]);
}
