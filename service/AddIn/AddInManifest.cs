using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LearningCity.Docs.AddIn;

/// <summary>Tệp kê khai phần bổ trợ: the manifest that Excel and Word are given. The shipped one names a developer's machine; an office gets it with its own address.</summary>
internal static class AddInManifest
{
    /// <summary>Beside the program, as at the root of the repository.</summary>
    public const string FileName = "manifest.xml";

    private static readonly XNamespace App = "http://schemas.microsoft.com/office/appforoffice/1.1";
    private static readonly XNamespace Overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

    /// <param name="version">Office takes a changed ribbon only with a higher one.</param>
    /// <param name="client">The registration at Microsoft Entra, for sign-in through Office's own account; null where nobody signs in that way.</param>
    public static byte[] Stamp(byte[] shipped, AddInOrigin origin, Version version, Guid? client)
    {
        using var input = new MemoryStream(shipped);
        var root = XElement.Load(input);
        Readdress(root, origin);
        root.Element(App + "Version")!.Value = version.ToString(4);
        // Office wants it last.
        if (client is { } id) { root.Element(Overrides + "VersionOverrides")!.Add(SignIn(origin, id)); }
        return Write(root);
    }

    private static void Readdress(XElement root, AddInOrigin origin)
    {
        var pane = new Uri(root.Element(App + "DefaultSettings")!.Element(App + "SourceLocation")!.Attribute("DefaultValue")!.Value);
        var shipped = pane.GetLeftPart(UriPartial.Authority);
        foreach (var attribute in root.Descendants().Attributes().Where(a => a.Value.StartsWith(shipped + "/", StringComparison.Ordinal)))
        {
            attribute.Value = origin + attribute.Value[shipped.Length..];
        }
        foreach (var domain in root.Element(App + "AppDomains")!.Elements().Where(d => d.Value == shipped)) { domain.Value = origin.ToString(); }
    }

    private static XElement SignIn(AddInOrigin origin, Guid client) => new(Overrides + "WebApplicationInfo",
        new XElement(Overrides + "Id", client.ToString("D")),
        new XElement(Overrides + "Resource", $"api://{origin.Authority}/{client:D}"),
        new XElement(Overrides + "Scopes", new XElement(Overrides + "Scope", "openid"), new XElement(Overrides + "Scope", "profile")));

    private static byte[] Write(XElement root)
    {
        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            new XDocument(root).Save(writer);
        }
        return output.ToArray();
    }
}
