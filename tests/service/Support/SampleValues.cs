using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Tests.Support;

/// <summary>
/// Full sets of entries as officials write them, by entry id: for each form one that is right throughout (figures agree with each other and with the results) and one with the mistakes
/// that real papers show. Places and figures are made up.
/// </summary>
internal static class SampleValues
{
    public static IReadOnlyDictionary<string, string> Right(string form) => form switch
    {
        "phu-luc-iiib" => AnnexRight,
        "unesco-ba-dinh" => UnescoRight,
        Commune => CommuneRight,
        _ => OfRules(SampleForms.Form(form)),
    };

    public static IReadOnlyDictionary<string, string> Wrong(string form) => form switch
    {
        "phu-luc-iiib" => AnnexWrong,
        "unesco-ba-dinh" => UnescoWrong,
        Commune => CommuneWrong,
        _ => With(OfRules(SampleForms.Form(form)), new() { ["1.1.result"] = "dat ", ["1.2.result"] = "Tốt", ["1.3.result"] = "", ["2.1.result"] = "Đạt/Không đạt" }),
    };

    /// <summary>The form that most units fill in today.</summary>
    public const string Commune = "cdht-xa-muc-2";

    /// <summary>As a commune fills it that is not recognised: its degrees fall short, and it says so.</summary>
    public static IReadOnlyDictionary<string, string> CommuneFailed { get; } = With(CommuneRightValues(), new()
    {
        ["5.2.summary"] = "18.510/31.480 công dân được đào tạo trình độ chuyên môn kỹ thuật, đạt 58,8%; trong đó 4.974 công dân có trình độ đại học trở lên, đạt 15,8%.",
        ["5.2.result"] = "Không đạt",
        ["5.summary"] = "1/2 chỉ tiêu đạt.",
        ["5.result"] = "Không đạt",
        ["total.summary"] = "14/15 chỉ tiêu, 4/5 tiêu chí đạt.",
        ["total.result"] = "Không đạt",
    });

    private static Dictionary<string, string> CommuneRight { get; } = CommuneRightValues();

    private static Dictionary<string, string> CommuneWrong { get; } = With(CommuneRightValues(), new()
    {
        ["unit.vung_kho_khan"] = "", // forgotten
        ["1.1.result"] = "dat ", // a spelling that a fix tidies
        ["1.3.result"] = "", // forgotten, and criterion 1 says Đạt
        ["2.3.result"] = "Ko đạt", // and criterion 2 says Đạt
        ["3.2.result"] = "Đạt/Không đạt", // both
        ["4.2.summary"] = "Đạt chuẩn phổ cập giáo dục tiểu học mức độ 2 theo Quyết định số 812/QĐ-UBND ngày 10/12/2025.", // level 3 is asked for, and Đạt
        ["5.1.summary"] = "24.680/31.480 công dân đạt danh hiệu “Công dân học tập”, đạt 78,4%.", // below 80 %, and Đạt
        ["5.2.summary"] = "19.360/31.480 công dân được đào tạo trình độ chuyên môn kỹ thuật, đạt 65,1%; trong đó 4.974 công dân có trình độ đại học trở lên, đạt 15,8%.", // it is 61,5 %
        ["total.summary"] = "",
    });

    private static Dictionary<string, string> CommuneRightValues() => new()
    {
        ["unit.vung_kho_khan"] = "Không",
        ["unit.dac_biet_kho_khan"] = "Không",
        ["1.summary"] = "3/3 chỉ tiêu đạt.",
        ["1.result"] = "Đạt",
        ["1.1.summary"] = "Phát 96 lượt tin, bài trên hệ thống truyền thanh; tổ chức 18 hội nghị tuyên truyền về học tập suốt đời với 2.140 lượt người tham dự.",
        ["1.1.result"] = "Đạt",
        ["1.2.summary"] = "Ban hành Kế hoạch số 14/KH-UBND ngày 22/7/2025 về xây dựng xã hội học tập năm 2025; triển khai đủ 12/12 nhiệm vụ của kế hoạch.",
        ["1.2.result"] = "Đạt",
        ["1.3.summary"] = "Kế hoạch số 52/KH-UBND ngày 10/9/2025; khai mạc ngày 01/10/2025 với 9/9 trường học tham gia; Báo cáo số 118/BC-UBND ngày 14/10/2025.",
        ["1.3.result"] = "Đạt",
        ["2.summary"] = "3/3 chỉ tiêu đạt.",
        ["2.result"] = "Đạt",
        ["2.1.summary"] = "Ngân sách bố trí 185 triệu đồng cho nhiệm vụ xây dựng xã hội học tập năm 2025 theo dự toán được giao.",
        ["2.1.result"] = "Đạt",
        ["2.2.summary"] = "Quỹ Khuyến học vận động được 412 triệu đồng; trao 286 suất học bổng và phần thưởng.",
        ["2.2.result"] = "Đạt",
        ["2.3.summary"] = "Quy chế phối hợp số 03/QCPH-UBND ngày 05/8/2025 giữa Ủy ban nhân dân, Hội Khuyến học, các tổ chức chính trị - xã hội và 9 trường học.",
        ["2.3.result"] = "Đạt",
        ["3.summary"] = "3/3 chỉ tiêu đạt.",
        ["3.result"] = "Đạt",
        ["3.1.summary"] = "Trung tâm học tập cộng đồng có 01 phòng làm việc đủ bàn, ghế, tủ, giá; tủ sách 1.260 bản; 06 máy tính nối mạng.",
        ["3.1.result"] = "Đạt",
        ["3.2.summary"] = "Thư viện quản lý mượn, trả bằng phần mềm; tra cứu trực tuyến 3.150 bản sách; phục vụ 4.870 lượt bạn đọc.",
        ["3.2.result"] = "Đạt",
        ["3.3.summary"] = "Có 04 lớp năng khiếu, 11 câu lạc bộ với 530 người sinh hoạt thường xuyên.",
        ["3.3.result"] = "Đạt",
        ["4.summary"] = "4/4 chỉ tiêu đạt.",
        ["4.result"] = "Đạt",
        ["4.1.summary"] = "Đạt chuẩn phổ cập giáo dục mầm non cho trẻ em 5 tuổi theo Quyết định số 812/QĐ-UBND ngày 10/12/2025.",
        ["4.1.result"] = "Đạt",
        ["4.2.summary"] = "Đạt chuẩn phổ cập giáo dục tiểu học mức độ 3 theo Quyết định số 812/QĐ-UBND ngày 10/12/2025.",
        ["4.2.result"] = "Đạt",
        ["4.3.summary"] = "Đạt chuẩn phổ cập giáo dục trung học cơ sở mức độ 3 theo Quyết định số 812/QĐ-UBND ngày 10/12/2025.",
        ["4.3.result"] = "Đạt",
        ["4.4.summary"] = "Đạt chuẩn xóa mù chữ mức độ 2 theo Quyết định số 812/QĐ-UBND ngày 10/12/2025.",
        ["4.4.result"] = "Đạt",
        ["5.summary"] = "2/2 chỉ tiêu đạt.",
        ["5.result"] = "Đạt",
        ["5.1.summary"] = "25.562/31.480 công dân đạt danh hiệu “Công dân học tập”, đạt 81,2%.",
        ["5.1.result"] = "Đạt",
        ["5.2.summary"] = "19.360/31.480 công dân được đào tạo trình độ chuyên môn kỹ thuật, đạt 61,5%; trong đó 4.974 công dân có trình độ đại học trở lên, đạt 15,8%.",
        ["5.2.result"] = "Đạt",
        ["total.summary"] = "15/15 chỉ tiêu, 5/5 tiêu chí đạt; đề nghị công nhận “Cộng đồng học tập” cấp xã mức độ 2.",
        ["total.result"] = "Đạt",
    };

    /// <summary>A college, or a commune of no special kind, that meets everything; the summaries bear out what the rules of the form ask for.</summary>
    private static Dictionary<string, string> OfRules(FormDefinition form)
    {
        var values = form.Properties.ToDictionary(p => p.Field.Id, p => p.Id is "co_so_giao_duc" or "nghe_nghiep" or "cong_lap" ? "Có" : "Không");
        foreach (var node in form.Nodes)
        {
            var outside = node.Applies is { } applies && (values["unit." + applies.Property] == "Có") == applies.IsExcluded;
            foreach (var field in node.Fields)
            {
                values[field.Id] = field.Kind switch
                {
                    FieldKind.Result => outside ? "Không áp dụng" : "Đạt",
                    FieldKind.Evidence => $"Báo cáo số {field.Order + 10}/BC-UBND ngày 15/01/2026",
                    _ => outside ? "Đơn vị không thuộc đối tượng của chỉ tiêu." : Summary(node),
                };
            }
        }
        return values;
    }

    private static string Summary(FormNode node) => (node.Rule as Rule.Attested)?.Evidence switch
    {
        Evidence.PercentMin => "Tỷ lệ đạt 98,5%.",
        Evidence.Shares shares => string.Join("; ", shares.Thresholds.Select((t, i) => $"{t.Words[0]}: 9{8 - i}%")) + ".",
        Evidence.LevelReached level => level.Level is { } reached ? $"Đạt chuẩn mức độ {reached} theo Quyết định số 812/QĐ-UBND ngày 10/12/2025." : "Đạt chuẩn theo Quyết định số 812/QĐ-UBND ngày 10/12/2025.",
        Evidence.CountMin count => $"Đã thực hiện 05 {count.Of}.",
        Evidence.Rises { Falls: true } => "Năm 2025 là 1,8%, năm 2024 là 2,4%; giảm 0,6 điểm phần trăm.",
        Evidence.Rises => "Năm 2025 là 84,5 triệu đồng, năm 2024 là 78,1 triệu đồng; tăng 6,4 triệu đồng.",
        _ => "Đã triển khai đầy đủ theo kế hoạch.",
    };

    private static readonly Dictionary<string, string> AnnexRight = new()
    {
        ["1.summary"] = "3/3 chỉ tiêu đạt.",
        ["1.result"] = "Đạt",
        ["1.1.summary"] = "18/18 xã, thị trấn có chuyên mục học tập suốt đời trên đài truyền thanh; phát 216 lượt tin, bài; tổ chức 42 hội nghị tuyên truyền với 6.350 lượt người tham dự.",
        ["1.1.result"] = "Đạt",
        ["1.2.summary"] = "Ban hành Kế hoạch số 35/KH-UBND ngày 26/01/2024 về xây dựng xã hội học tập năm 2024 và 07 văn bản chỉ đạo, hướng dẫn; kiện toàn Ban Chỉ đạo tại Quyết định số 512/QĐ-UBND ngày 19/02/2024; 18/18 xã, thị trấn ban hành kế hoạch và báo cáo đúng hạn.",
        ["1.2.result"] = "Đạt",
        ["1.3.summary"] = "Kế hoạch số 218/KH-UBND ngày 12/9/2024; lễ khai mạc cấp huyện ngày 01/10/2024; 18/18 xã, thị trấn và 64/64 trường học hưởng ứng; báo cáo số 402/BC-UBND ngày 15/10/2024.",
        ["1.3.result"] = "Đạt",
        ["2.summary"] = "4/4 chỉ tiêu đạt.",
        ["2.result"] = "Đạt",
        ["2.1.summary"] = "Ngân sách huyện bố trí 1,45 tỷ đồng cho nhiệm vụ xây dựng xã hội học tập năm 2024, đạt 100% dự toán được duyệt.",
        ["2.1.result"] = "Đạt",
        ["2.2.summary"] = "Quỹ Khuyến học vận động được 3,2 tỷ đồng từ 128 doanh nghiệp, cơ quan và 9.460 hộ gia đình; trao 1.240 suất học bổng và phần thưởng.",
        ["2.2.result"] = "Đạt",
        ["2.3.summary"] = "Thực hiện đầy đủ chính sách miễn, giảm học phí, hỗ trợ chi phí học tập cho 2.315 lượt người học; 18/18 trung tâm học tập cộng đồng được cấp kinh phí hoạt động thường xuyên.",
        ["2.3.result"] = "Đạt",
        ["2.4.summary"] = "42/42 đơn vị cấp huyện dùng hệ thống quản lý văn bản và điều hành, chữ ký số; 100% cán bộ, công chức có tài khoản học trực tuyến.",
        ["2.4.result"] = "Đạt",
        ["3.summary"] = "3/3 chỉ tiêu đạt.",
        ["3.result"] = "Đạt",
        ["3.1.summary"] = "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện quản lý hồ sơ, điểm và lịch học trên phần mềm; mở 26 lớp trực tuyến với 1.118 học viên.",
        ["3.1.result"] = "Đạt",
        ["3.2.summary"] = "Thư viện huyện có 38.500 bản sách, trong đó 4.200 tài liệu số; tra cứu trực tuyến; phục vụ 21.600 lượt bạn đọc; luân chuyển sách tới 18/18 xã, thị trấn.",
        ["3.2.result"] = "Đạt",
        ["3.3.summary"] = "Trung tâm Văn hóa, Thông tin và Thể thao tổ chức 31 hoạt động cấp huyện, trong đó 24 hoạt động phối hợp với 18/18 xã, thị trấn.",
        ["3.3.result"] = "Đạt",
        ["4.summary"] = "3/3 chỉ tiêu đạt.",
        ["4.result"] = "Đạt",
        ["4.1.summary"] = "17/18 xã, thị trấn được công nhận đạt “Cộng đồng học tập” cấp xã mức độ 2, đạt 94,4%.",
        ["4.1.result"] = "Đạt",
        ["4.2.summary"] = "Thu nhập bình quân đầu người năm 2024 là 78,5 triệu đồng, năm 2023 là 72,1 triệu đồng; tăng 6,4 triệu đồng.",
        ["4.2.result"] = "Đạt",
        ["4.3.summary"] = "Tỷ lệ lao động có việc làm năm 2024 là 97,2%, năm 2023 là 96,8%; tăng 0,4 điểm phần trăm.",
        ["4.3.result"] = "Đạt",
        ["total.summary"] = "13/13 chỉ tiêu, 4/4 tiêu chí đạt; đề nghị công nhận “Cộng đồng học tập” cấp huyện mức độ 2.",
        ["total.result"] = "Đạt",
    };

    private static readonly Dictionary<string, string> AnnexWrong = With(AnnexRight, new()
    {
        ["1.1.result"] = "dat ", // a spelling that a fix tidies
        ["1.3.result"] = "", // forgotten, and criterion 1 says Đạt
        ["2.3.result"] = "Ko đạt", // and criterion 2 says Đạt
        ["3.2.result"] = "Đạt/Không đạt", // both
        ["4.1.summary"] = "15/18 xã, thị trấn được công nhận đạt “Cộng đồng học tập” cấp xã mức độ 2, đạt 83,3%.", // below 90 %, and Đạt
        ["4.2.summary"] = "Thu nhập bình quân đầu người năm 2024 là 71,5 triệu đồng, năm 2023 là 72,1 triệu đồng.", // fell, and Đạt
        ["4.3.summary"] = "16/18 xã đạt 94,4%.", // 16/18 is 88,9 %
        ["total.summary"] = "",
    });

    private static readonly Dictionary<string, string> UnescoRight = new()
    {
        ["1.1.1-1.value"] = "99,6",
        ["1.1.1-2.value"] = "96",
        ["1.1.2-1.value"] = "82,4",
        ["1.1.3-1.value"] = "71,5",
        ["1.1.3-2.value"] = "51,2",
        ["1.2.1-1.value"] = "152%",
        ["1.2.1-2.poor"] = "0",
        ["1.2.1-2.near_poor"] = "1,2",
        ["1.2.2-1.male"] = "2,9",
        ["1.2.2-1.female"] = "2,5",
        ["1.2.2-1.total"] = "2,7",
        ["1.2.3-1.value"] = "63,8",
        ["1.2.4-1.trend"] = "Tăng",
        ["1.2.4-2.trend"] = "Tăng",
        ["1.3.1-1.value"] = "98,5",
        ["1.3.1-2.value"] = "86,7",
        ["1.3.1-3.trend"] = "Giảm",
        ["1.3.2-1.value"] = "1,4",
        ["1.3.2-2.trend"] = "Giảm",
        ["1.3.2-3.trend"] = "Giảm",
        ["1.3.2-4.trend"] = "Tăng",
        ["1.3.2-5.value"] = "100",
        ["1.3.2-6.value"] = "100",
        ["2.1.1-1.male"] = "1.512",
        ["2.1.1-1.female"] = "1.438",
        ["2.1.1-1.total"] = "2.950",
        ["2.1.1-1.rate"] = "100",
        ["2.1.2-1.a_male"] = "1.604",
        ["2.1.2-1.a_female"] = "1.529",
        ["2.1.2-1.a_total"] = "3.133",
        ["2.1.2-1.a_rate"] = "100",
        ["2.1.2-1.b_male"] = "1.718",
        ["2.1.2-1.b_female"] = "1.655",
        ["2.1.2-1.b_total"] = "3.373",
        ["2.1.2-1.b_rate"] = "99,8",
        ["2.1.2-2.c_male"] = "5.021",
        ["2.1.2-2.c_female"] = "4.876",
        ["2.1.2-2.c_total"] = "9.897",
        ["2.1.2-2.c_rate"] = "99,4",
        ["2.1.2-2.d_male"] = "4.952",
        ["2.1.2-2.d_female"] = "4.830",
        ["2.1.2-2.d_total"] = "9.782",
        ["2.1.2-2.d_rate"] = "98,2",
        ["2.1.3-1.value"] = "58,6",
        ["2.1.4-1.value"] = "61,3",
        ["2.1.5-1.value"] = "88,9",
        ["2.2.1-1.value"] = "100",
        ["2.2.1-2.value"] = "92,3",
        ["2.2.2-1.value"] = "93,1",
        ["2.2.2-2.value"] = "89,7",
        ["2.2.2-3.value"] = "77,5",
        ["2.2.2-4.value"] = "100",
        ["2.3.1-1.trained"] = "84,2",
        ["2.3.1-1.trained_female"] = "52,6",
        ["2.3.2-1.public"] = "95,8",
        ["2.3.2-1.private"] = "41,7",
        ["2.3.3-1.value"] = "2,4",
        ["2.3.3-2.value"] = "66",
        ["2.4.1-1.schools"] = "100",
        ["2.4.1-1.community"] = "100",
        ["2.4.1-2.rating"] = "4",
        ["2.4.1-3.value"] = "100",
        ["2.4.1-4.value"] = "97,5",
        ["2.4.2-1.value"] = "94,6",
        ["2.4.2-2.value"] = "91,2",
        ["2.5.1-1.value"] = "100",
        ["2.5.1-2.value"] = "72,8",
        ["2.5.2-1.value"] = "100",
        ["2.5.3-1.value"] = "100",
        ["2.6.1-1.rating"] = "5",
        ["2.6.2-1.rating"] = "4",
        ["3.1.1-1.rating"] = "5",
        ["3.1.2-1.rating"] = "5",
        ["3.1.3-1.rating"] = "4",
        ["3.2.1-1.rating"] = "4",
        ["3.2.2-1.rating"] = "4",
        ["3.3.1-1.rating"] = "4",
        ["3.3.2-1.rating"] = "3",
        ["3.3.3-1.rating"] = "3",
    };

    private static readonly Dictionary<string, string> UnescoWrong = With(UnescoRight, new()
    {
        ["1.1.1-1.value"] = "94,96", // shown as 95,0 and still below 95
        ["1.1.1-2.value"] = "96.5%", // a point for a comma
        ["1.1.2-1.value"] = "…", // a leader is no value
        ["1.2.1-1.value"] = "1,5", // percent or times
        ["1.2.1-2.poor"] = "12 hộ", // a count where a rate is asked
        ["1.2.2-1.total"] = "5,6", // not between 2,9 and 2,5
        ["1.2.4-1.trend"] = "Tăng, Giảm", // both
        ["1.3.1-1.value"] = "985", // the comma forgotten
        ["1.3.2-2.trend"] = "Tăng", // worse, not better
        ["2.1.1-1.total"] = "2.960", // 1.512 + 1.438 = 2.950
        ["2.1.2-1.a_male"] = "1.604 trẻ", // the unit is printed already
        ["2.1.2-1.b_rate"] = "-3",
        ["2.2.2-1.value"] = "khoảng 93",
        ["2.3.3-2.value"] = "", // left blank
        ["2.4.1-2.rating"] = "6", // no such step
        ["2.5.3-1.value"] = "Chưa có số liệu",
        ["2.6.1-1.rating"] = "4/5", // two steps
    });

    private static Dictionary<string, string> With(Dictionary<string, string> right, Dictionary<string, string> mistakes)
    {
        var wrong = new Dictionary<string, string>(right);
        foreach (var (entry, value) in mistakes) { wrong[entry] = value; }
        return wrong;
    }
}
