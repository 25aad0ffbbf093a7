using Microsoft.AspNetCore.Http;

namespace LearningCity.Docs.Http;

/// <summary>The language of an answer: <c>?lang=</c>, else the first of <c>Accept-Language</c> that the program speaks, else Vietnamese.</summary>
internal static class RequestLanguage
{
    public static LanguageTable Language(this HttpContext context)
    {
        if (context.Request.Query["lang"] is [{ } asked, ..]) { return LanguageTable.For(asked); }
        var preferred = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString())
            .FirstOrDefault(l => l.StartsWith("vi", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return LanguageTable.For(preferred);
    }
}
