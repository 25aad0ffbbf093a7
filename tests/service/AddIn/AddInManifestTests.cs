using System.Xml.Linq;
using LearningCity.Docs.AddIn;

namespace LearningCity.Docs.Tests.AddIn;

public class AddInManifestTests
{
    private static readonly Guid Client = new("1f4d9fa7-4e99-4977-93ba-3ed3f3600fff");

    /// <summary>One breach of each rule: the beginning of the fault, the breach, and whether the schema sees it too.</summary>
    private static readonly Dictionary<string, (string Fault, Action<XElement> Break, bool Schema)> Breaches = new()
    {
        ["two elements change places"] = ("order: OfficeApp", m => Swap(At(m, "IconUrl"), At(m, "HighResolutionIconUrl")), true),
        ["an element is missing"] = ("order: OfficeApp", m => At(m, "ProviderName").Remove(), true),
        ["a group comes after the label of its tab"] = ("order: v:CustomTab", m => Swap(At(m, "Group"), At(m, "CustomTab").Elements().Last()), true),
        ["an icon comes before its label"] = ("order: v:Control", m => Swap(At(m, "Control").Elements().First(), At(m, "Control").Element(ManifestRules.Overrides + "Icon")!), true),
        ["an element of another namespace"] = ("order: v:Supertip", m => At(m, "Supertip").Elements().First().Name = ManifestRules.Basic + "Title", true),
        ["an element that is not known"] = ("order: Permissions", m => At(m, "Permissions").Add(new XElement(ManifestRules.App + "Permission")), true),
        ["requirements of the ribbon"] = ("order: v:VersionOverrides", m => At(m, "VersionOverrides").AddFirst(new XElement(ManifestRules.Overrides + "Requirements")), true),
        ["a runtime"] = ("order: v:Host", m => m.Descendants(ManifestRules.Overrides + "Host").Last().AddFirst(new XElement(ManifestRules.Overrides + "Runtimes")), true),
        ["an id that is no GUID"] = ("identity: Id", m => At(m, "Id").Value = "learningcity", true),
        ["a version of words"] = ("identity: Version", m => At(m, "Version").Value = "1.0.0-beta", true),
        ["a version of three parts"] = ("identity: Version", m => At(m, "Version").Value = "1.0.0", false),
        ["a content add-in"] = ("identity: no task pane", m => m.SetAttributeValue(ManifestRules.Instance + "type", "ContentApp"), true),
        ["Word is gone"] = ("hosts: the add-in", m => At(m, "Host").Remove(), false),
        ["the ribbon of Word is gone"] = ("hosts: the ribbon", m => m.Descendants(ManifestRules.Overrides + "Host").First().Remove(), false),
        ["a button in Excel alone"] = ("hosts: the ribbons differ", m => At(m, "Control").Remove(), true),
        ["a set that Word lacks"] = ("requirements: Name=\"ExcelApi\"", m => At(m, "Set").SetAttributeValue("Name", "ExcelApi"), false),
        ["a name of 126"] = ("lengths: DisplayName", m => At(m, "DisplayName").SetAttributeValue("DefaultValue", new string('a', 126)), true),
        ["a label of 126 in Vietnamese"] = ("lengths: bt:String", m => At(m, "ShortStrings").Descendants(ManifestRules.Basic + "Override").First().SetAttributeValue("Value", new string('a', 126)), true),
        ["a description of 251"] = ("lengths: Description", m => At(m, "Description").SetAttributeValue("DefaultValue", new string('a', 251)), true),
        ["a tip of 251"] = ("lengths: bt:String", m => At(m, "LongStrings").Elements().First().SetAttributeValue("DefaultValue", new string('a', 251)), true),
        ["an empty label"] = ("lengths: bt:String", m => At(m, "ShortStrings").Elements().First().SetAttributeValue("DefaultValue", ""), true),
        ["an address of 2049"] = ("lengths: bt:Url", m => Extend(At(m, "Urls").Elements().Last(), 2049), true),
        ["a resource's id of 33"] = ("lengths: bt:String", m => Rename(m, "LC.Tab.Label", new string('a', 33)), true),
        ["a tab's id of 126"] = ("lengths: v:CustomTab", m => At(m, "CustomTab").SetAttributeValue("id", new string('a', 126)), true),
        ["an icon over http"] = ("addresses: http:", m => Change(At(m, "IconUrl"), "https:", "http:"), false),
        ["a view on another host"] = ("addresses: https://elsewhere.vn", m => Change(At(m, "Url"), "https://localhost:5271", "https://elsewhere.vn"), false),
        ["a domain with a path"] = ("addresses: https://localhost:5271/pane is no https origin", m => At(m, "AppDomain").Value += "/pane", false),
        ["a domain over http"] = ("addresses: http://localhost:5271 is no", m => At(m, "AppDomain").Value = "http://localhost:5271", false),
        ["an icon that is not there"] = ("icons: https://localhost:5271/assets/icon-31.png", m => Change(At(m, "IconUrl"), "icon-32", "icon-31"), false),
        ["an icon of another size"] = ("icons: https://localhost:5271/assets/icon-80.png", m => Change(At(m, "IconUrl"), "icon-32", "icon-80"), false),
        ["a button's icon of another size"] = ("icons: https://localhost:5271/assets/check-32.png", m => Change(At(m, "Images").Elements().First(), "check-16", "check-32"), false),
        ["a picture that is no PNG"] = ("icons: https://localhost:5271/assets/icon.svg", m => Change(At(m, "IconUrl"), "icon-32.png", "icon.svg"), false),
        ["an icon without its largest size"] = ("icons: v:Group", m => At(m, "Icon").Elements().Last().Remove(), false),
        ["Vietnamese is missing"] = ("locales: LC.Tab.Label", m => Resource(m, "LC.Tab.Label").Elements().Remove(), false),
        ["Vietnamese twice"] = ("locales: LC.Tab.Label", m => Resource(m, "LC.Tab.Label").Add(Resource(m, "LC.Tab.Label").Elements().First()), false),
        ["the default locale overridden"] = ("locales: DisplayName", m => At(m, "DisplayName").Add(Override("en-US")), false),
        ["Vietnamese without its country"] = ("locales: LC.Tab.Label", m => Resource(m, "LC.Tab.Label").Elements().First().SetAttributeValue("Locale", "vi"), false),
        ["a picture per locale"] = ("locales: IconUrl", m => At(m, "IconUrl").Add(Override("vi-VN")), false),
        ["another default locale"] = ("locales: the default", m => At(m, "DefaultLocale").Value = "vi-VN", false),
        ["decomposed letters"] = ("locales: Tha\u0300nh", m => At(m, "DisplayName").Elements().First().SetAttributeValue("Value", "Tha\u0300nh"), false),
        ["a reference to nothing"] = ("references: no ShortStrings LC.None", m => At(m, "Label").SetAttributeValue("resid", "LC.None"), false),
        ["a reference to a text of the other length"] = ("references: no ShortStrings LC.Check.Tip", m => At(m, "Label").SetAttributeValue("resid", "LC.Check.Tip"), false),
        ["a text that nobody shows"] = ("references: nobody uses ShortStrings LC.Spare", m => At(m, "ShortStrings").Add(new XElement(ManifestRules.Basic + "String", new XAttribute("id", "LC.Spare"), new XAttribute("DefaultValue", "x"))), false),
        ["two controls of the same id"] = ("ids: LC.Excel.Check", m => m.Descendants(ManifestRules.Overrides + "Control").First().SetAttributeValue("id", "LC.Excel.Check"), false),
        ["two texts of the same id"] = ("ids: LC.Tab.Label", m => At(m, "ShortStrings").Add(Resource(m, "LC.Tab.Label")), false),
        ["a pane of its own"] = ("pane: several", m => At(m, "TaskpaneId").Value = "LC.Other", false),
        ["a button that runs a function"] = ("pane: a button", m => At(m, "Action").SetAttributeValue(ManifestRules.Instance + "type", "ExecuteFunction"), true),
        ["a view as a fragment"] = ("pane: the views", m => Change(At(m, "Url"), "?view=", "#/"), false),
        ["sign-in before the resources"] = ("order: v:VersionOverrides", m => At(m, "VersionOverrides").AddFirst(Sign(m)), true),
        ["sign-in at another host"] = ("sign-in: ", m => At(m, "VersionOverrides").Add(Sign(m)), false),
    };

    public static TheoryData<string> BreachNames => [.. Breaches.Keys];

    public static TheoryData<string, bool> Places => new()
    {
        { "https://hoctap.badinh.gov.vn", false },
        { "https://hoctap.badinh.gov.vn:8443/", true },
        { "https://họctập.vn", true },
        { "https://10.0.0.5:5271", false },
    };

    [Fact]
    public void ShippedManifest_KeepsEveryRule()
    {
        ManifestRules.Faults(Shipped()).ShouldBeEmpty();
        ManifestSchema.Faults(Shipped()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BreachNames))]
    public void BrokenRule_IsCaught(string breach)
    {
        var (fault, breakIt, schema) = Breaches[breach];
        var manifest = Shipped();
        breakIt(manifest);
        ManifestRules.Faults(manifest).ShouldContain(f => f.StartsWith(fault, StringComparison.Ordinal));
        if (ManifestSchema.IsThere) { (ManifestSchema.Faults(manifest).Count > 0).ShouldBe(schema); }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void StampedManifest_KeepsEveryRule(string place, bool signIn)
    {
        var stamped = Stamp(place, signIn ? Client : null);
        ManifestRules.Faults(stamped).ShouldBeEmpty();
        ManifestSchema.Faults(stamped).ShouldBeEmpty();
        stamped.ToString().ShouldNotContain("localhost");
        stamped.Descendants(ManifestRules.Overrides + "WebApplicationInfo").Any().ShouldBe(signIn);
    }

    [Fact]
    public void Stamp_ChangesAddressesAndVersionOnly()
    {
        var stamped = Stamp("https://a.vn", null);
        stamped.Element(ManifestRules.App + "Version")!.Value.ShouldBe("2.3.4.5");
        stamped.Element(ManifestRules.App + "Version")!.Value = "1.0.0.0";
        var expected = XElement.Parse(File.ReadAllText(Repository.Path("manifest.xml")).Replace("https://localhost:5271", "https://a.vn", StringComparison.Ordinal));
        XNode.DeepEquals(stamped, expected).ShouldBeTrue();
    }

    /// <summary>A developer loads the file at the root as it is: it must be the version that runs.</summary>
    [Fact]
    public void ShippedManifest_HasTheProgramsVersion() => Shipped().Element(ManifestRules.App + "Version")!.Value.ShouldBe(typeof(AddInManifest).Assembly.GetName().Version!.ToString(4));

    [Fact]
    public void ShippedManifest_TravelsWithTheProgram() =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, AddInManifest.FileName)).ShouldBe(File.ReadAllBytes(Repository.Path("manifest.xml")));

    private static XElement Shipped() => XElement.Load(Repository.Path("manifest.xml"));

    private static XElement Stamp(string place, Guid? client)
    {
        AddInOrigin.TryRead(place, out var origin, out _).ShouldBeTrue();
        using var stamped = new MemoryStream(AddInManifest.Stamp(File.ReadAllBytes(Repository.Path("manifest.xml")), origin!, new Version(2, 3, 4, 5), client));
        return XElement.Load(stamped);
    }

    /// <summary>The first of that name.</summary>
    private static XElement At(XElement manifest, string name) => manifest.Descendants().First(e => e.Name.LocalName == name);

    private static XElement Resource(XElement manifest, string id) => manifest.Descendants(ManifestRules.Basic + "String").Single(s => (string?)s.Attribute("id") == id);

    private static XElement Override(string locale) => new(ManifestRules.App + "Override", new XAttribute("Locale", locale), new XAttribute("Value", "https://localhost:5271/x"));

    private static XElement Sign(XElement manifest) => new(At(manifest, "VersionOverrides").Name.Namespace + "WebApplicationInfo",
        new XElement(ManifestRules.Overrides + "Id", Client), new XElement(ManifestRules.Overrides + "Resource", $"api://elsewhere.vn/{Client}"),
        new XElement(ManifestRules.Overrides + "Scopes", new XElement(ManifestRules.Overrides + "Scope", "openid")));

    private static void Swap(XElement first, XElement second)
    {
        var (one, other) = (new XElement(first), new XElement(second));
        first.ReplaceWith(other);
        second.ReplaceWith(one);
    }

    private static void Change(XElement element, string from, string to) => element.SetAttributeValue("DefaultValue", element.Attribute("DefaultValue")!.Value.Replace(from, to, StringComparison.Ordinal));

    private static void Extend(XElement url, int length) => url.SetAttributeValue("DefaultValue", url.Attribute("DefaultValue")!.Value.PadRight(length, 'a'));

    private static void Rename(XElement manifest, string from, string to)
    {
        foreach (var attribute in manifest.Descendants().Attributes().Where(a => a.Value == from)) { attribute.Value = to; }
    }
}
