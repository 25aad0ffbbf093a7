namespace LearningCity.Docs.Layout;

/// <summary>The clause of Nghị định 30/2020/NĐ-CP that each rule rests on, as an official cites it.</summary>
internal static class DecreeClause
{
    private const string General = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục I ";
    private const string Main = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II ";
    private const string Other = "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III ";

    public static string Of(FindingDescriptor finding) => finding.Code switch
    {
        "LC5001" => General + "khoản 1",
        "LC5002" => General + "khoản 2",
        "LC5003" or "LC5004" or "LC5005" => General + "khoản 3",
        "LC5006" => General + "khoản 4",
        "LC5007" => General + "khoản 7",
        "LC5008" => Main + "khoản 1 điểm a",
        "LC5009" => Main + "khoản 1 điểm b",
        "LC5010" or "LC5011" => Main + "khoản 2 điểm b",
        "LC5012" => Main + "khoản 3 điểm c",
        "LC5013" => Main + "khoản 4 điểm c",
        "LC5014" => Main + "khoản 4 điểm b",
        "LC5015" or "LC5016" or "LC5017" => Main + "khoản 5 điểm b",
        "LC5018" => Main + "khoản 6 điểm a",
        "LC5019" => Main + "khoản 6 điểm e",
        "LC5020" or "LC5021" => Main + "khoản 6 điểm đ",
        "LC5022" => "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V, số thứ tự 6 điểm b",
        "LC5023" => Main + "khoản 7 điểm b và điểm đ",
        "LC5024" => Main + "khoản 7 điểm c và điểm đ",
        "LC5025" or "LC5026" or "LC5027" => Main + "khoản 9 điểm d",
        "LC5028" => Other + "khoản 1 điểm a và điểm b",
        "LC5029" => Other + "khoản 1 điểm c",
        "LC5030" => Other + "khoản 1 điểm a và điểm đ",
        "LC5031" => "Nghị định 30/2020/NĐ-CP, Phụ lục III, Mục II (các mẫu trình bày văn bản)",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
