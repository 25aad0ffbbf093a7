using System.Security;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Tests.Support;

/// <summary>
/// Papers laid out as Nghị định 30/2020 asks, to be broken in one place: <c>OfficialPaper.Plan().Text("số", "Số: 5/KH-UBND").Check()</c>. Every paragraph has a key; its look is
/// its style's, so that breaking it is one property in <c>Run</c> or <c>Paragraph</c>.
/// </summary>
internal sealed class OfficialPaper
{
    private const string Line = "<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/><wp:positionH relativeFrom=\"column\"><wp:align>center</wp:align></wp:positionH><wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>220000</wp:posOffset></wp:positionV><wp:extent cx=\"{0}\" cy=\"0\"/><wp:wrapNone/><wp:docPr id=\"{1}\" name=\"Line {1}\"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{0}\" cy=\"0\"/></a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>";

    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly Dictionary<string, string> texts = [], runs = [], paragraphs = [], lines = [];
    private readonly HashSet<string> left = [], keys = [];
    private readonly List<(string From, string To)> changes = [];
    private readonly Func<OfficialPaper, string> body;
    private readonly Dictionary<string, string> kinds = new() { ["styles"] = "styles", ["numbering"] = "numbering", ["header1"] = "header" };
    private string? theme;
    private int shapes;

    private OfficialPaper(Func<OfficialPaper, string> body) => this.body = body;

    /// <summary>Kế hoạch with legal bases, sections, a table, and two annexes, the second on wide pages.</summary>
    public static OfficialPaper Plan() => new(p => p.PlanBody());

    /// <summary>Công văn to two addressees.</summary>
    public static OfficialPaper Letter() => new(p => p.LetterBody());

    /// <summary>The same letter twice in one file, as an office prints them.</summary>
    public static OfficialPaper Letters() => new(p => p.LetterBody(isLast: false) + p.LetterBody());

    /// <summary>Quyết định with chapters, articles and points, issued by an office under another.</summary>
    public static OfficialPaper Decision() => new(p => p.DecisionBody());

    /// <summary>Biên bản: two signatures, no place and date in the head.</summary>
    public static OfficialPaper Minutes() => new(p => p.MinutesBody());

    /// <summary>An annex in a file of its own.</summary>
    public static OfficialPaper AnnexAlone() => new(p =>
        p.P("phụ lục", "AnnexHeading", "Phụ lục IIIb") + p.P("tên phụ lục", "AnnexTitle", "BẢN TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ")
        + p.P("kèm theo", "AnnexReference", "(Kèm theo Báo cáo số      /BC-UBND ngày    tháng    năm 2025 của Ủy ban nhân dân quận Ba Đình)") + p.P("phụ lục.nội dung", "Body", "Nội dung") + Section());

    /// <summary>Puts other words into a paragraph.</summary>
    public OfficialPaper Text(string key, string text) => Set(texts, key, text);

    /// <summary>Run properties over the style's, such as <c>&lt;w:sz w:val="22"/&gt;</c>.</summary>
    public OfficialPaper Run(string key, string properties) => Set(runs, key, properties);

    public OfficialPaper Paragraph(string key, string properties) => Set(paragraphs, key, properties);

    /// <summary>Points of the line drawn under an element; 0 for none.</summary>
    public OfficialPaper LineUnder(string key, int points) => Set(lines, key, points.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public OfficialPaper Without(string key)
    {
        left.Add(key);
        return this;
    }

    /// <summary>Another text in any part; it must be there.</summary>
    public OfficialPaper Replace(string from, string to)
    {
        changes.Add((from, to));
        return this;
    }

    /// <summary>Makes the header part another kind of part.</summary>
    public OfficialPaper Type(string part, string kind)
    {
        kinds[part] = kind;
        return this;
    }

    /// <summary>A theme whose text font is this one.</summary>
    public OfficialPaper Theme(string font)
    {
        theme = $"<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"T\"><a:themeElements><a:fontScheme name=\"F\"><a:majorFont><a:latin typeface=\"Times New Roman\"/></a:majorFont><a:minorFont><a:latin typeface=\"{font}\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>";
        return this;
    }

    public ImmutableArray<Finding> Check() => LearningCity.Docs.Layout.LayoutChecker.Check(Package());

    public SafePackage Package() => GuardAssertions.Safe(Bytes());

    public byte[] Bytes()
    {
        var content = body(this);
        texts.Keys.Concat(runs.Keys).Concat(paragraphs.Keys).Concat(lines.Keys).Concat(left).ShouldBeSubsetOf(keys);
        var parts = new Dictionary<string, string>
        {
            ["word/document.xml"] = $"<w:document {Namespaces}><w:body>{content}</w:body></w:document>",
            ["word/styles.xml"] = OfficialStyles.Xml,
            ["word/header1.xml"] = $"<w:hdr {Namespaces}><w:p><w:pPr><w:pStyle w:val=\"PageNumber\"/></w:pPr><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>",
            ["word/numbering.xml"] = $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/><w:pPr><w:ind w:left=\"720\" w:hanging=\"153\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        };
        foreach (var (from, to) in changes)
        {
            parts.Values.ShouldContain(x => x.Contains(from, StringComparison.Ordinal), from);
            foreach (var part in parts.Keys.ToList()) { parts[part] = parts[part].Replace(from, to, StringComparison.Ordinal); }
        }
        var file = PackageBuilder.Document();
        foreach (var (name, xml) in parts) { file.With(name, xml); }
        foreach (var (name, kind) in kinds)
        {
            file.Type($"word/{name}.xml", PackageBuilder.WordTypes + kind + "+xml").Relationship("word/document.xml", kind, name + ".xml");
        }
        if (theme is not null)
        {
            file.With("word/theme1.xml", theme).Type("word/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml").Relationship("word/document.xml", "theme", "theme1.xml");
        }
        return file.ToBytes();
    }

    private OfficialPaper Set(Dictionary<string, string> values, string key, string value)
    {
        values[key] = value;
        return this;
    }

    private string P(string key, string style, string text, int line = 0)
    {
        keys.Add(key);
        if (left.Contains(key)) { return ""; }
        var points = lines.TryGetValue(key, out var other) ? int.Parse(other, System.Globalization.CultureInfo.InvariantCulture) : line;
        var shape = points == 0 ? "" : Line.Replace("{0}", (points * 12_700).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{1}", (++shapes).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var properties = $"<w:pPr><w:pStyle w:val=\"{style}\"/>{paragraphs.GetValueOrDefault(key)}</w:pPr>";
        var words = SecurityElement.Escape(texts.GetValueOrDefault(key, text)).Replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">", StringComparison.Ordinal).Replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">", StringComparison.Ordinal);
        return $"<w:p>{properties}{shape}<w:r><w:rPr>{runs.GetValueOrDefault(key)}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";
    }

    private static string Columns(string leftCell, string rightCell) =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"9300\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3700\"/><w:gridCol w:w=\"5600\"/></w:tblGrid><w:tr>{Cell(leftCell, 3700)}{Cell(rightCell, 5600)}</w:tr></w:tbl>";

    private static string Cell(string content, int width) => $"<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{(content.Length == 0 ? "<w:p/>" : content)}</w:tc>";

    private static string Section(bool isFirst = true, bool isWide = false, bool isLast = true)
    {
        var size = isWide ? "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>" : "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
        var header = isFirst ? "<w:headerReference w:type=\"default\" r:id=\"r102\"/>" : "";
        var properties = $"<w:sectPr>{header}{size}<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>{(isFirst ? "" : "<w:pgNumType w:start=\"1\"/>")}<w:titlePg/></w:sectPr>";
        return isLast ? properties : $"<w:p><w:pPr>{properties}</w:pPr></w:p>";
    }

    private string Head(string numberText, string? letterSubject = null, string? date = "Ba Đình, ngày 08 tháng 4 năm 2025", string? parent = null) => Columns(
        (parent is null ? "" : P("chủ quản", "ParentAgency", parent)) + P("cơ quan", "Agency", parent is null ? "ỦY BAN NHÂN DÂN\nQUẬN BA ĐÌNH" : "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", parent is null ? 50 : 90) + P("số", "Number", numberText)
            + (letterSubject is null ? "" : P("V/v", "LetterSubject", letterSubject)),
        P("Quốc hiệu", "NationalName", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + P("Tiêu ngữ", "Motto", "Độc lập - Tự do - Hạnh phúc", 175)
            + (date is null ? "" : P("ngày", "PlaceAndDate", date)));

    private string Foot(string firstRecipient, string lastRecipient = "- Lưu: VT, GDĐT.") => Columns(
        P("Nơi nhận", "RecipientsHeading", "Nơi nhận:") + P("nơi nhận 1", "Recipient", firstRecipient) + P("nơi nhận 2", "Recipient", "- Các phòng, ban của quận;") + P("lưu", "Recipient", lastRecipient),
        P("TM", "Post", "TM. ỦY BAN NHÂN DÂN") + P("KT", "Post", "KT. CHỦ TỊCH") + P("chức vụ", "Post", "PHÓ CHỦ TỊCH") + "<w:p/><w:p/><w:p/>" + P("họ tên", "Signer", "Phạm Thị Diễm"));

    private string PlanBody()
    {
        const string Long = " trên địa bàn quận, bảo đảm mọi người dân được tiếp cận cơ hội học tập suốt đời với chất lượng ngày càng cao và chi phí phù hợp";
        return Head("Số: 128/KH-UBND")
            + P("tên loại", "KindName", "KẾ HOẠCH") + P("trích yếu", "Subject", "Xây dựng thành phố học tập năm 2025", 90)
            + P("căn cứ 1", "LegalBasis", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 02 năm 2025;")
            + P("căn cứ 2", "LegalBasis", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.")
            + P("mở đầu", "Body", "Ủy ban nhân dân quận ban hành kế hoạch kèm theo các phụ lục" + Long + " như sau:")
            + P("mục I", "RomanHeading", "I. MỤC ĐÍCH, YÊU CẦU") + P("khoản 1", "ClauseHeading", "1. Mục đích") + P("đoạn 1", "Body", "- Nâng cao nhận thức" + Long + ";")
            + P("khoản 2", "ClauseHeading", "2. Yêu cầu") + P("đoạn 2", "Body", "Hoàn thành các chỉ tiêu" + Long + ".")
            + P("mục II", "RomanHeading", "II. TỔ CHỨC THỰC HIỆN") + P("điểm a", "Body", "a) Phòng Giáo dục và Đào tạo chủ trì" + Long + ";") + P("điểm b", "Body", "b) Phòng Nội vụ phối hợp" + Long + ";")
            + P("kết thúc", "Body", "Yêu cầu các đơn vị nghiêm túc thực hiện" + Long + "./.")
            + Foot("- UBND Thành phố;") + Section(isLast: false)
            + P("phụ lục", "AnnexHeading", "Phụ lục I") + P("tên phụ lục", "AnnexTitle", "PHÂN CÔNG NHIỆM VỤ") + P("kèm theo", "AnnexReference", "(Kèm theo Kế hoạch số 128/KH-UBND ngày 08 tháng 4 năm 2025\ncủa Ủy ban nhân dân quận Ba Đình)")
            + Columns(P("phụ lục.ô 1", "Cell", "Đơn vị"), P("phụ lục.ô 2", "Cell", "Nhiệm vụ")) + Section(isFirst: false, isLast: false)
            + P("phụ lục 2", "AnnexHeading", "Phụ lục II") + P("tên phụ lục 2", "AnnexTitle", "BIỂU SỐ LIỆU") + P("kèm theo 2", "AnnexReference", "(Kèm theo Kế hoạch số 128/KH-UBND ngày 08 tháng 4 năm 2025 của Ủy ban nhân dân quận Ba Đình)")
            + Columns(P("biểu.ô 1", "Cell", "Chỉ số"), P("biểu.ô 2", "Cell", "Số liệu")) + Section(isFirst: false, isWide: true);
    }

    private string LetterBody(bool isLast = true) => Head("Số: 2277/UBND-VX", "V/v cung cấp số liệu học tập\nsuốt đời năm 2024")
        + P("kính gửi", "Addressee", "Kính gửi:") + P("kính gửi 1", "Addressee", "- Sở Giáo dục và Đào tạo;") + P("kính gửi 2", "Addressee", "- Sở Nội vụ.")
        + P("đoạn 1", "Body", "Căn cứ quy định hiện hành, Ủy ban nhân dân quận đề nghị các cơ quan cung cấp số liệu học tập suốt đời của năm 2024 trước ngày 15 tháng 5 năm 2025.")
        + P("kết thúc", "Body", "Trân trọng cảm ơn sự phối hợp của quý cơ quan./.") + Foot("- Như trên;") + Section(isLast: isLast);

    private string DecisionBody() => Head("Số:      /QĐ-PGDĐT", date: "Ba Đình, ngày     tháng    năm 2025", parent: "UBND QUẬN BA ĐÌNH")
        + P("tên loại", "KindName", "QUYẾT ĐỊNH") + P("trích yếu", "Subject", "Về việc ban hành Quy chế tổ chức học tập", 90)
        + P("thẩm quyền", "Authority", "TRƯỞNG PHÒNG GIÁO DỤC VÀ ĐÀO TẠO")
        + P("căn cứ 1", "LegalBasis", "Căn cứ Thông tư số 25/2023/TT-BGDĐT ngày 27 tháng 12 năm 2023 của Bộ trưởng Bộ Giáo dục và Đào tạo;") + P("căn cứ 2", "LegalBasis", "Theo đề nghị của Tổ trưởng Tổ phổ thông.")
        + P("quyết định", "Authority", "QUYẾT ĐỊNH:") + P("chương", "Division", "Chương I") + P("tên chương", "DivisionTitle", "QUY ĐỊNH CHUNG")
        + P("điều 1", "Article", "Điều 1. Phạm vi điều chỉnh") + P("khoản 1", "Body", "1. Quy chế này quy định việc tổ chức học tập trên địa bàn.") + P("điểm a", "Body", "a) Học tập thường xuyên;") + P("điểm b", "Body", "b) Học tập từ xa.")
        + P("điều 2", "Article", "Điều 2. Hiệu lực thi hành") + P("kết thúc", "Body", "Quyết định này có hiệu lực từ ngày ký./.")
        + Columns(P("Nơi nhận", "RecipientsHeading", "Nơi nhận:") + P("nơi nhận 1", "Recipient", "- Như Điều 2;") + P("lưu", "Recipient", "- Lưu: VT, GDTX."),
            P("chức vụ", "Post", "TRƯỞNG PHÒNG") + "<w:p/><w:p/>" + P("họ tên", "Signer", "Lê Đức Thuận")) + Section();

    private string MinutesBody() => Head("Số: 15/BB-UBND", date: null)
        + P("tên loại", "KindName", "BIÊN BẢN") + P("trích yếu", "Subject", "Họp thống nhất kết quả tự đánh giá", 90)
        + P("thành phần", "Body", "1. Thành phần tham dự:") + P("đoạn 1", "Body", "Thời gian bắt đầu: 08 giờ 00, ngày 20 tháng 3 năm 2025.") + P("kết thúc", "Body", "Cuộc họp kết thúc vào 10 giờ 00, ngày 20 tháng 3 năm 2025./.")
        + Columns(P("thư ký", "Post", "THƯ KÝ") + "<w:p/><w:p/>" + P("tên thư ký", "Signer", "Trần Thị B"), P("chủ tọa", "Post", "CHỦ TỌA") + "<w:p/><w:p/>" + P("tên chủ tọa", "Signer", "Nguyễn Văn A"))
        + P("Nơi nhận", "RecipientsHeading", "Nơi nhận:") + P("nơi nhận 1", "Recipient", "- Các thành phần dự họp;") + P("lưu", "Recipient", "- Lưu: VT, Hồ sơ.") + Section();
}
