namespace LearningCity.Docs;

/// <summary>A setting that the program cannot run with: whoever installs it must mend it, so it does not start.</summary>
internal sealed class SettingException(Sentence why) : Exception(LanguageTable.Vietnamese.Render(why))
{
    public Sentence Why { get; } = why;
}
