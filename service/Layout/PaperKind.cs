using LearningCity.Docs.Text;

namespace LearningCity.Docs.Layout;

/// <summary>Tên loại văn bản and its abbreviation in the symbol (Phụ lục III, Mục I). <paramref name="HasSubject"/>: its model has a trích yếu under the name.</summary>
internal sealed record PaperKind(string Name, string Sign, bool HasSubject)
{
    /// <summary>As <see cref="PaperLine.Key"/> spells it: quy and qui are one.</summary>
    public string Key { get; } = VietnameseText.Fold(Name);

    public static ImmutableArray<PaperKind> All { get; } =
    [
        new("nghị quyết", "NQ", true), new("quyết định", "QĐ", true), new("chỉ thị", "CT", true), new("quy chế", "QC", true), new("quy định", "QyĐ", true),
        new("thông cáo", "TC", true), new("thông báo", "TB", true), new("hướng dẫn", "HD", true), new("chương trình", "CTr", true), new("kế hoạch", "KH", true),
        new("phương án", "PA", true), new("đề án", "ĐA", true), new("dự án", "DA", true), new("báo cáo", "BC", true), new("biên bản", "BB", true), new("tờ trình", "TTr", true),
        new("hợp đồng", "HĐ", false), new("công điện", "CĐ", true), new("bản ghi nhớ", "BGN", false), new("bản thỏa thuận", "BTT", false), new("giấy ủy quyền", "GUQ", false),
        new("giấy mời", "GM", false), new("giấy giới thiệu", "GGT", false), new("giấy nghỉ phép", "GNP", false), new("phiếu gửi", "PG", false), new("phiếu chuyển", "PC", false),
        new("phiếu báo", "PB", false), new("thư công", "", false),
    ];

    /// <summary>Minutes have their date in their text (Phụ lục III, Mẫu 1.9).</summary>
    public bool HasPlaceAndDate => Sign is not "BB";

    /// <summary>The kind that the line names: in whole, or in capitals with words behind it.</summary>
    public static PaperKind? NamedBy(PaperLine line) => line.Text.Length > 120 ? null : All.FirstOrDefault(kind =>
        line.Key == kind.Key || line.IsUpper && line.Key.StartsWith(kind.Key + " ", StringComparison.Ordinal));
}
