namespace LearningCity.Docs.Access;

/// <summary>Roles as settings, verbs and answers write them.</summary>
internal static class RoleNames
{
    /// <summary><c>viewer|editor|submitter|admin</c>.</summary>
    public static string All { get; } = string.Join('|', Enum.GetValues<Role>().Select(Name));

    public static string Name(this Role role) => role.ToString().ToLowerInvariant();

    /// <summary>By name, in letters of any size; a number is no role.</summary>
    public static Role? Parse(string? name)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (role.Name().Equals(name, StringComparison.OrdinalIgnoreCase)) { return role; }
        }
        return null;
    }

    /// <summary>Người xem, người lập văn bản …</summary>
    public static Sentence Title(this Role role) => new("role." + role.Name());
}
