using System.Xml;
using LearningCity.Docs.Packages;

namespace LearningCity.Docs.Reading;

/// <summary>Our custom XML part: which form and which version a file that we wrote is (DESIGN.md section 5).</summary>
/// <param name="Part">The key of the office whose part of the form it is; null for the whole form.</param>
internal sealed record FormMark(string Id, string Version, string? Part)
{
    public const string Namespace = "urn:learningcity:form";

    /// <summary>Null for a file without the mark.</summary>
    public static FormMark? Read(SafePackage package)
    {
        foreach (var name in package.PartNames)
        {
            if (!name.Contains("customXml/", StringComparison.OrdinalIgnoreCase) || !name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || package.Part(name) is not { } bytes || bytes.Span.IndexOf("urn:learningcity:form"u8) < 0 || package.OpenXml(name) is not { } xml)
            {
                continue;
            }
            using (xml)
            {
                while (xml.Read())
                {
                    if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Namespace } && xml.GetAttribute("id") is { } id) { return new FormMark(id, xml.GetAttribute("version") ?? "", xml.GetAttribute("part")); }
                }
            }
        }
        return null;
    }
}
