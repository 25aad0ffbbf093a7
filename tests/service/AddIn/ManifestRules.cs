using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LearningCity.Docs.Tests.AddIn;

/// <summary>
/// What Office asks of a manifest and shows nobody when it is missing: the add-in just does not appear. Its own validator needs the internet, so the rules stand here,
/// narrowed to what we use. Each answers with faults that begin with its name.
/// </summary>
internal static class ManifestRules
{
    public static readonly XNamespace App = "http://schemas.microsoft.com/office/appforoffice/1.1";
    public static readonly XNamespace Overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
    public static readonly XNamespace Basic = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private const int MostOfId = 32, MostOfShort = 125, MostOfLong = 250, MostOfUrl = 2048;

    private static readonly byte[] PngSignature = [0x89, .. "PNG\r\n\x1a\n"u8];

    /// <summary>The children of an element in their order; <c>+</c> one or more, <c>?</c> none or one. <c>v:</c> the version overrides, <c>bt:</c> the basic types. Not named: no children.</summary>
    private static readonly Dictionary<string, string> Children = new(StringComparer.Ordinal)
    {
        ["OfficeApp"] = "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions v:VersionOverrides",
        ["DisplayName"] = "Override+",
        ["Description"] = "Override+",
        ["AppDomains"] = "AppDomain+",
        ["Hosts"] = "Host+",
        ["Requirements"] = "Sets",
        ["Sets"] = "Set+",
        ["DefaultSettings"] = "SourceLocation",
        // Neither Requirements (they would take every button away where unmet) nor Runtimes nor FunctionFile.
        ["v:VersionOverrides"] = "v:Hosts v:Resources v:WebApplicationInfo?",
        ["v:Hosts"] = "v:Host+",
        ["v:Host"] = "v:DesktopFormFactor",
        ["v:DesktopFormFactor"] = "v:GetStarted v:ExtensionPoint",
        ["v:GetStarted"] = "v:Title v:Description v:LearnMoreUrl",
        ["v:ExtensionPoint"] = "v:CustomTab",
        ["v:CustomTab"] = "v:Group+ v:Label",
        ["v:Group"] = "v:Label v:Icon v:Control+",
        ["v:Icon"] = "bt:Image+",
        ["v:Control"] = "v:Label v:Supertip v:Icon v:Action",
        ["v:Supertip"] = "v:Title v:Description",
        ["v:Action"] = "v:TaskpaneId v:SourceLocation",
        ["v:Resources"] = "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
        ["bt:Images"] = "bt:Image+",
        ["bt:Urls"] = "bt:Url+",
        ["bt:ShortStrings"] = "bt:String+",
        ["bt:LongStrings"] = "bt:String+",
        ["bt:String"] = "bt:Override+",
        ["v:WebApplicationInfo"] = "v:Id v:Resource v:Scopes",
        ["v:Scopes"] = "v:Scope+",
    };

    /// <summary>Which list of resources a reference looks into.</summary>
    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["v:Label"] = "ShortStrings",
        ["v:Title"] = "ShortStrings",
        ["v:Description"] = "LongStrings",
        ["v:SourceLocation"] = "Urls",
        ["v:LearnMoreUrl"] = "Urls",
        ["bt:Image"] = "Images",
    };

    public static IReadOnlyList<string> Faults(XElement root) =>
        [.. Order(root), .. Identity(root), .. Hosts(root), .. Requirements(root), .. Lengths(root), .. Addresses(root), .. Icons(root), .. Locales(root), .. References(root), .. Ids(root), .. Pane(root), .. SignIn(root)];

    private static IEnumerable<string> Order(XElement root) =>
        from element in root.DescendantsAndSelf()
        let children = string.Concat(element.Elements().Select(c => Name(c) + " "))
        let wanted = Children.GetValueOrDefault(Name(element), "")
        where !Regex.IsMatch(children, "^" + string.Concat(wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Regex.Replace(w, @"^([\w:]+)(.?)$", "($1 )$2"))) + "$")
        select $"order: {Name(element)} has {children}where {wanted} is due";

    private static IEnumerable<string> Identity(XElement root)
    {
        if (!Guid.TryParseExact(root.Element(App + "Id")?.Value, "D", out var id) || id == Guid.Empty) { yield return "identity: Id is no GUID"; }
        if (!Regex.IsMatch(root.Element(App + "Version")?.Value ?? "", @"^\d{1,5}(\.\d{1,5}){3}$")) { yield return "identity: Version has not four parts of at most five digits"; }
        if ((string?)root.Attribute(Instance + "type") != "TaskPaneApp") { yield return "identity: no task pane"; }
    }

    /// <summary>Word and Excel, with the same buttons.</summary>
    private static IEnumerable<string> Hosts(XElement root)
    {
        if (!root.Elements(App + "Hosts").Elements().Select(h => (string?)h.Attribute("Name")).SequenceEqual(["Document", "Workbook"])) { yield return "hosts: the add-in is not for Word and Excel"; }
        var hosts = root.Descendants(Overrides + "Host").ToList();
        if (!hosts.Select(h => (string?)h.Attribute(Instance + "type")).SequenceEqual(["Document", "Workbook"])) { yield return "hosts: the ribbon is not for Word and Excel"; }
        var ribbons = hosts.Select(h => string.Join(' ', h.Descendants().Attributes("resid").Select(a => a.Value))).Distinct().Count();
        if (ribbons > 1) { yield return "hosts: the ribbons differ"; }
    }

    /// <summary>A set of one host hides the add-in from the other.</summary>
    private static IEnumerable<string> Requirements(XElement root) =>
        from set in root.Descendants(App + "Set")
        where (string?)set.Attribute("Name") != "CompressedFile"
        select $"requirements: {set.Attribute("Name")}";

    private static IEnumerable<string> Lengths(XElement root)
    {
        var texts =
            from element in root.Descendants()
            let isOverride = element.Name.LocalName == "Override"
            let holder = isOverride ? element.Parent! : element
            from value in element.Attributes().Where(a => a.Name == "DefaultValue" || a.Name == "Value")
            select (Of: Name(holder), Text: value.Value, Most: Most(holder));
        var ids =
            from attribute in root.Descendants().Attributes()
            where attribute.Name == "resid" || attribute.Name == "id"
            select (Of: Name(attribute.Parent!), Text: attribute.Value, Most: attribute.Name == "resid" || attribute.Parent!.Name.Namespace == Basic ? MostOfId : MostOfShort);
        var contents = root.Descendants().Where(e => e.Name.LocalName is "ProviderName" or "TaskpaneId").Select(e => (Of: Name(e), Text: e.Value, Most: MostOfShort));
        return from text in texts.Concat(ids).Concat(contents)
               where text.Text.Trim().Length == 0 || text.Text.Length > text.Most
               select $"lengths: {text.Of} has {text.Text.Length} characters, at most {text.Most}";
    }

    private static int Most(XElement holder) => holder.Name.LocalName switch
    {
        "DisplayName" => MostOfShort,
        "Description" => MostOfLong,
        "String" => holder.Parent!.Name.LocalName == "LongStrings" ? MostOfLong : MostOfShort,
        _ => MostOfUrl,
    };

    /// <summary>Over https, all from the one origin, which is also the only domain that the pane may go to.</summary>
    private static IEnumerable<string> Addresses(XElement root)
    {
        var origin = root.Descendants(App + "AppDomain").FirstOrDefault()?.Value ?? "";
        if (!Regex.IsMatch(origin, @"^https://[^/?#@\s]+$")) { yield return $"addresses: {origin} is no https origin"; }
        foreach (var (_, address) in Urls(root).Where(u => !u.Address.StartsWith(origin + "/", StringComparison.Ordinal) || !Uri.IsWellFormedUriString(u.Address, UriKind.Absolute)))
        {
            yield return $"addresses: {address} is not below {origin}";
        }
    }

    private static IEnumerable<(XElement Element, string Address)> Urls(XElement root) =>
        from element in root.Descendants()
        where element.Name.LocalName is "IconUrl" or "HighResolutionIconUrl" or "SupportUrl" or "SourceLocation" or "Url" or "Image"
        from attribute in element.Attributes("DefaultValue")
        select (element, attribute.Value);

    /// <summary>Each picture is there, in the size that Office draws; an icon has the three that it needs.</summary>
    private static IEnumerable<string> Icons(XElement root)
    {
        var images = root.Descendants(Basic + "Images").Elements().GroupBy(i => (string)i.Attribute("id")!).ToDictionary(g => g.Key, g => (string)g.First().Attribute("DefaultValue")!);
        var uses = root.Descendants(Overrides + "Icon").Elements().Select(i => (Size: (int)i.Attribute("size")!, Address: images.GetValueOrDefault((string)i.Attribute("resid")!)))
            .Append((32, (string?)root.Element(App + "IconUrl")?.Attribute("DefaultValue"))).Append((64, (string?)root.Element(App + "HighResolutionIconUrl")?.Attribute("DefaultValue")));
        foreach (var (size, address) in uses.Distinct())
        {
            if (address is not null && PixelsOf(address) is var pixels && pixels != (size, size)) { yield return $"icons: {address} has {pixels} pixels, not {size}"; }
        }
        foreach (var icon in root.Descendants(Overrides + "Icon"))
        {
            var sizes = icon.Elements().Select(i => (int)i.Attribute("size")!);
            if (!sizes.SequenceEqual([16, 32, 80])) { yield return $"icons: {Name(icon.Parent!)} has sizes {string.Join(' ', sizes)}"; }
        }
    }

    /// <summary>Of the file behind an address; null where there is no such PNG.</summary>
    private static (int Width, int Height)? PixelsOf(string address)
    {
        var file = Repository.Path("addin", "public", new Uri(address).AbsolutePath.TrimStart('/'));
        if (!File.Exists(file)) { return null; }
        var head = File.ReadAllBytes(file).AsSpan();
        return !head.StartsWith(PngSignature) ? null : (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
    }

    /// <summary>Every text in English, overridden once for vi-VN; the default locale is never overridden.</summary>
    private static IEnumerable<string> Locales(XElement root)
    {
        if (root.Element(App + "DefaultLocale")?.Value != "en-US") { yield return "locales: the default is not en-US"; }
        foreach (var text in root.Descendants().Where(e => e.Attribute("DefaultValue") is not null))
        {
            var locales = text.Elements().Select(o => (string?)o.Attribute("Locale")).ToList();
            var wanted = text.Name.LocalName is "DisplayName" or "Description" or "String" ? (string[])["vi-VN"] : [];
            if (!locales.SequenceEqual(wanted)) { yield return $"locales: {text.Attribute("id")?.Value ?? Name(text)} is overridden for {string.Join(' ', locales)}"; }
        }
        foreach (var value in root.Descendants().Attributes().Where(a => !a.Value.IsNormalized(NormalizationForm.FormC))) { yield return $"locales: {value.Value} is not NFC"; }
    }

    private static IEnumerable<string> References(XElement root)
    {
        var there = root.Descendants(Overrides + "Resources").Elements().SelectMany(list => list.Elements().Select(r => $"{list.Name.LocalName} {(string?)r.Attribute("id")}")).ToList();
        var used = root.Descendants().Where(e => e.Attribute("resid") is not null).Select(e => $"{Lists.GetValueOrDefault(Name(e), "?")} {(string?)e.Attribute("resid")}").ToList();
        return used.Except(there).Select(r => $"references: no {r}").Concat(there.Except(used).Select(r => $"references: nobody uses {r}"));
    }

    private static IEnumerable<string> Ids(XElement root) =>
        from id in root.Descendants().Attributes("id").Select(a => a.Value)
        group id by id into same
        where same.Count() > 1
        select $"ids: {same.Key} stands {same.Count()} times";

    /// <summary>One pane for all buttons, each with its view of the one page. A fragment is dropped by some hosts.</summary>
    private static IEnumerable<string> Pane(XElement root)
    {
        if (root.Descendants(Overrides + "TaskpaneId").Select(t => t.Value).Distinct().Count() != 1) { yield return "pane: several panes"; }
        if (root.Descendants(Overrides + "Action").Any(a => (string?)a.Attribute(Instance + "type") != "ShowTaskpane")) { yield return "pane: a button does not show it"; }
        var page = (string?)root.Element(App + "DefaultSettings")?.Element(App + "SourceLocation")?.Attribute("DefaultValue");
        var views = root.Descendants(Overrides + "Action").Elements(Overrides + "SourceLocation").Select(s => (string?)s.Attribute("resid")).Distinct()
            .Select(id => (string?)root.Descendants(Basic + "Url").FirstOrDefault(u => (string?)u.Attribute("id") == id)?.Attribute("DefaultValue"));
        if (!views.SequenceEqual([$"{page}?view=kiem-tra", $"{page}?view=tao-van-ban", $"{page}?view=chen-mau"])) { yield return "pane: the views are not the three of the pane, in their order"; }
    }

    private static IEnumerable<string> SignIn(XElement root)
    {
        if (root.Descendants(Overrides + "WebApplicationInfo").SingleOrDefault() is not { } application) { yield break; }
        var host = new Uri(root.Descendants(App + "AppDomain").First().Value).Authority;
        var id = application.Element(Overrides + "Id")?.Value;
        if (!Guid.TryParseExact(id, "D", out _) || application.Element(Overrides + "Resource")?.Value != $"api://{host}/{id}") { yield return "sign-in: the resource is not this application at this origin"; }
    }

    private static string Name(XElement element) => (element.Name.Namespace == Overrides ? "v:" : element.Name.Namespace == Basic ? "bt:" : element.Name.Namespace == App ? "" : "?:") + element.Name.LocalName;
}
