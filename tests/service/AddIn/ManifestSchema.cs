using System.Xml.Linq;
using System.Xml.Schema;

namespace LearningCity.Docs.Tests.AddIn;

/// <summary>
/// Microsoft's own schemas of the manifest (task pane, version overrides 1.0), as a second judge beside <see cref="ManifestRules"/>. They do not belong to this repository:
/// they are used where a folder <c>shared/manifest-xsd</c> stands beside the checkout or above it, and a clone alone is judged by the rules.
/// </summary>
internal static class ManifestSchema
{
    private static readonly Lazy<XmlSchemaSet?> Schemas = new(Load);

    public static bool IsThere => Schemas.Value is not null;

    /// <summary>None where the schemas are not there.</summary>
    public static IReadOnlyList<string> Faults(XElement root)
    {
        var faults = new List<string>();
        if (Schemas.Value is { } schemas) { new XDocument(root).Validate(schemas, (_, e) => faults.Add("schema: " + e.Message)); }
        return faults;
    }

    private static XmlSchemaSet? Load()
    {
        var above = new DirectoryInfo(Repository.Root);
        while (above is not null && !File.Exists(MainSchema(above))) { above = above.Parent; }
        if (above is null) { return null; }
        // The schemas include each other, from the same folder.
        var schemas = new XmlSchemaSet { XmlResolver = new System.Xml.XmlUrlResolver() };
        schemas.Add(null, MainSchema(above));
        schemas.Compile();
        return schemas;
    }

    private static string MainSchema(DirectoryInfo folder) => Path.Combine(folder.FullName, "shared", "manifest-xsd", "OfficeAppManifestV1_1.xsd");
}
