using LearningCity.Docs.Forms;

namespace LearningCity.Docs.Documents;

/// <summary>The procedure as templates call it (<c>quy_trinh</c>). Without one, as with the annex of a city, a meeting is held and nothing else is known.</summary>
internal static class ProcedureNames
{
    private const string Year = "{nam}";

    public static void Add(Dictionary<string, object?> model, Procedure? procedure, FormDefinition form)
    {
        var condition = procedure is not null && form.RecognitionLevel is { } level && level <= procedure.Conditions.Length ? procedure.Cited(procedure.Conditions[level - 1]) : "";
        PaperModel.Set(model, "quy_trinh.co_hop", procedure is not { Chair: null });
        PaperModel.Set(model, "quy_trinh.dieu_kien", condition);
        PaperModel.Set(model, "quy_trinh.danh_gia_lai", procedure is null ? "" : procedure.Cited(procedure.Again));
        PaperModel.Set(model, "quy_trinh.so_lieu_khac", procedure?.OtherPeriod?.Replace(Year, (string)model["nam"]!, StringComparison.Ordinal) ?? "");
        PaperModel.Set(model, "quy_trinh.hoi_dong_trinh", procedure?.Council.Submits != false);
    }
}
