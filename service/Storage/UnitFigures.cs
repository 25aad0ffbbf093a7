using LearningCity.Docs.Checking;
using LearningCity.Docs.Documents;
using LearningCity.Docs.Text;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Docs.Storage;

/// <summary>Số liệu theo đơn vị và năm: what the accepted forms of a unit said of a year. Of several for one form, the latest that was not returned counts.</summary>
internal sealed class UnitFigures(Store store)
{
    /// <summary>The agency's name as it is compared: case, spelling of tones and spaces do not count.</summary>
    public static string Unit(string agency) => VietnameseText.Fold(agency);

    /// <summary>The figures of the year before those of a paper with these details; null when nothing of it was accepted, or they do not say whose and of which year they are.</summary>
    public async Task<PriorFigures?> BeforeAsync(string details) => UnitYear.Of(details) is { } paper ? await BeforeAsync(paper.Agency, paper.Year) : null;

    /// <summary>The figures of the year before <paramref name="year"/>; null when nothing of it was accepted.</summary>
    public async Task<PriorFigures?> BeforeAsync(string agency, int year)
    {
        var (unit, before) = (Unit(agency), year - 1);
        await using var tables = store.Open();
        var accepted = await tables.Submissions.AsNoTracking().Where(s => s.Unit == unit && s.Year == before && s.State != SubmissionState.Returned)
            .OrderBy(s => s.AcceptedAt).ThenBy(s => s.Id).Select(s => new { s.Id, s.Form }).ToListAsync();
        if (accepted.Count == 0) { return null; }
        var figures = ImmutableDictionary.CreateBuilder<(string, string), YearFigure>();
        foreach (var last in accepted.GroupBy(s => s.Form).Select(g => g.Last()))
        {
            foreach (var figure in await tables.Figures.AsNoTracking().Where(f => f.SubmissionId == last.Id).ToListAsync())
            {
                figures.Add((last.Form, figure.Entry), new YearFigure(figure.Entry, figure.Value, figure.Unit));
            }
        }
        return new PriorFigures(before, figures.ToImmutable());
    }
}
