namespace LearningCity.Docs.Tests.Support;

/// <summary>The style sheet of <see cref="OfficialPaper"/>: a style for each element, based on one with font and size, as a careful author would make them.</summary>
internal static class OfficialStyles
{
    private const string Centered = "<w:jc w:val=\"center\"/>", Text = "<w:spacing w:before=\"120\" w:after=\"0\" w:line=\"276\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>";
    private const string Bold = "<w:b/>", Italic = "<w:i/>";

    public static string Xml { get; } =
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:rPr><w:sz w:val=\"28\"/></w:rPr></w:style>"
        + Style("Element", Centered, "<w:sz w:val=\"26\"/>")
        + Style("NationalName", "", Bold, "Element") + Style("Motto", "", Bold + "<w:sz w:val=\"28\"/>", "Element") + Style("ParentAgency", "", "", "Element") + Style("Agency", "", Bold, "Element") + Style("Number", "", "", "Element")
        + Style("LetterSubject", "<w:spacing w:before=\"120\"/>", "<w:sz w:val=\"24\"/>", "Element") + Style("PlaceAndDate", "", Italic, "Element")
        + Style("KindName", Centered, Bold) + Style("Subject", Centered, Bold) + Style("Authority", Centered, Bold)
        + Style("LegalBasis", Text, Italic) + Style("Body", Text, "") + Style("RomanHeading", "", Bold, "Body") + Style("ClauseHeading", "", Bold, "Body") + Style("Article", "", Bold, "Body")
        + Style("Division", Centered, Bold) + Style("DivisionTitle", Centered, Bold) + Style("Addressee", "<w:ind w:left=\"2268\"/>", "")
        + Style("RecipientsHeading", "", Bold + Italic + "<w:sz w:val=\"24\"/>") + Style("Recipient", "", "<w:sz w:val=\"22\"/>") + Style("Post", Centered, Bold) + Style("Signer", Centered, Bold)
        + Style("AnnexHeading", Centered, Bold) + Style("AnnexTitle", Centered, Bold) + Style("AnnexReference", Centered, Italic) + Style("Cell", "", "<w:sz w:val=\"26\"/>") + Style("PageNumber", Centered, "<w:sz w:val=\"26\"/>")
        + "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style></w:styles>";

    private static string Style(string id, string paragraph, string run, string basedOn = "Normal") =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{id}\"/><w:basedOn w:val=\"{basedOn}\"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";
}
