import { Refusal, type Modelled } from "./richApi";
import type { Source, Workbook } from "./workbook";

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** What stands behind conditional formats in a sheet's part (CT_Worksheet). */
const BEHIND_FORMATS = ["dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "tableParts", "extLst"];

export class Sheet {
  /** Null for a sheet that was put in and that nobody reads. */
  constructor(
    readonly book: Workbook,
    private readonly element: Element,
    readonly path: string | null,
  ) {}

  get Id(): string {
    return `{sheet-${this.element.getAttribute("sheetId")}}`;
  }

  get Name(): string {
    return this.element.getAttribute("name")!;
  }

  get Visibility(): string {
    const state = this.element.getAttribute("state");
    return state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
  }

  set Visibility(value: string) {
    if (value === "Visible") this.element.removeAttribute("state");
    else this.element.setAttribute("state", value.charAt(0).toLowerCase() + value.slice(1));
  }

  get Protection(): Modelled {
    return new Protection(this);
  }

  get isProtected(): boolean {
    return this.protection !== undefined;
  }

  Activate(): void {
    if (this.Visibility !== "Visible") throw new Refusal("InvalidOperation", "A hidden sheet cannot be activated");
    this.book.log.selected = this.Name;
  }

  GetRange(address?: string): Cells {
    return new Cells(this, address === undefined || address === "" ? [] : [address]);
  }

  GetRanges(address: string): Cells {
    if (address.length > 255) throw new Refusal("InvalidArgument", "The address is too long");
    return new Cells(this, address.split(/[,;]/));
  }

  get xml(): Document {
    return this.book.file.xml(this.path!);
  }

  get protection(): Element | undefined {
    return this.path === null ? undefined : this.xml.getElementsByTagNameNS(spreadsheet, "sheetProtection")[0];
  }

  /** The user types: as Excel would keep it, and tells of it. */
  type(address: string, text: string, source: Source): void {
    new Cells(this, [address]).enter(text, source);
  }

  addFormat(addresses: readonly string[]): Element {
    const layer = this.xml.createElementNS(spreadsheet, "conditionalFormatting");
    layer.setAttribute("sqref", addresses.join(" "));
    const rule = this.xml.createElementNS(spreadsheet, "cfRule");
    rule.setAttribute("type", "expression");
    rule.setAttribute("priority", "1");
    rule.append(this.xml.createElementNS(spreadsheet, "formula"));
    layer.append(rule);
    const root = this.xml.documentElement;
    root.insertBefore(layer, [...root.children].find(child => BEHIND_FORMATS.includes(child.localName)) ?? null);
    return rule;
  }

  get formats(): Element[] {
    return this.path ? [...this.xml.getElementsByTagNameNS(spreadsheet, "cfRule")] : [];
  }
}

/** Rights under protection (CT_SheetProtection): one whose attribute is "0" is given. */
const RIGHTS = ["formatCells", "formatColumns", "formatRows", "insertColumns", "insertRows", "insertHyperlinks", "deleteColumns", "deleteRows", "sort", "autoFilter", "pivotTables"];

class Protection {
  constructor(private readonly sheet: Sheet) {}

  get Protected(): boolean {
    return this.sheet.isProtected;
  }

  get Options(): Record<string, unknown> | null {
    const element = this.sheet.protection;
    if (!element) return null;
    return {
      ...Object.fromEntries(RIGHTS.map(right => [`allow${right.charAt(0).toUpperCase()}${right.slice(1)}`, element.getAttribute(right) === "0"])),
      allowEditObjects: element.getAttribute("objects") !== "1",
      allowEditScenarios: element.getAttribute("scenarios") !== "1",
      selectionMode: "Normal",
    };
  }

  Protect(options: Readonly<Record<string, unknown>>): void {
    const element = this.sheet.xml.createElementNS(spreadsheet, "sheetProtection");
    element.setAttribute("sheet", "1");
    if (!options["allowEditObjects"]) element.setAttribute("objects", "1");
    if (!options["allowEditScenarios"]) element.setAttribute("scenarios", "1");
    for (const right of RIGHTS) if (options[`allow${right.charAt(0).toUpperCase()}${right.slice(1)}`]) element.setAttribute(right, "0");
    this.sheet.xml.getElementsByTagNameNS(spreadsheet, "sheetData")[0]!.after(element);
  }

  Unprotect(password: string | null): void {
    if (this.sheet.protection?.hasAttribute("password") && password === null) throw new Refusal("AccessDenied");
    this.sheet.protection?.remove();
  }
}

/** One cell or several; what our pane asks about values, it asks of one. No address means the whole sheet. */
class Cells {
  constructor(
    private readonly sheet: Sheet,
    private readonly addresses: readonly string[],
  ) {}

  get Values(): unknown[][] {
    return [[this.value]];
  }

  set Values(values: unknown[][]) {
    if (this.sheet.isProtected && this.locked) throw new Refusal("AccessDenied");
    this.enter(String(values[0]![0]), "pane");
  }

  get Text(): string[][] {
    const { value } = this;
    if (typeof value !== "number") return [[value]];
    return [[(/%/.test(this.format) ? `${Number((value * 100).toPrecision(15))}%` : String(value)).replace(".", ",")]];
  }

  get NumberFormat(): string[][] {
    return [[this.format]];
  }

  set NumberFormat(formats: string[][]) {
    if (this.sheet.isProtected) throw new Refusal("AccessDenied");
    this.restyle(this.element, xf => xf.setAttribute("numFmtId", this.formatId(formats[0]![0]!)));
  }

  get Format(): Modelled {
    return { Protection: { Locked: this.locked } };
  }

  Select(): void {
    this.sheet.book.log.selected = `${this.sheet.Name}!${this.addresses.join(",")}`;
  }

  get ConditionalFormats(): Modelled {
    const { sheet, addresses } = this;
    return {
      Items: sheet.formats.map(rule => new Format(sheet, rule)),
      Add: () => {
        if (sheet.isProtected) throw new Refusal("AccessDenied");
        return new Format(sheet, sheet.addFormat(addresses));
      },
    };
  }

  /** As Excel takes what is typed: an apostrophe keeps text as text, a text format too; else it becomes what it looks like. */
  enter(typed: string, source: Source): void {
    const cell = this.element;
    cell.replaceChildren();
    cell.removeAttribute("t");
    const text = typed.startsWith("'") ? typed.slice(1) : typed;
    if (typed.startsWith("'")) this.restyle(cell, xf => xf.setAttribute("quotePrefix", "1"));
    if (typed === "") cell.removeAttribute("t");
    else if (typed.startsWith("'") || this.format === "@") inlineText(cell, text);
    else if (typed.startsWith("=")) child(cell, "f").textContent = typed.slice(1);
    else if (/^[+-]?\d+([.,]\d+)?\s*%?$/.test(typed.trim())) {
      child(cell, "v").textContent = String(Number(typed.replace(/[%\s]/g, "").replace(",", ".")) / (typed.includes("%") ? 100 : 1));
      if (typed.includes("%")) this.restyle(cell, xf => xf.setAttribute("numFmtId", "10"));
    } else if (/^\d{1,2}[/-]\d{1,2}([/-]\d{2,4})?$/.test(typed.trim())) {
      child(cell, "v").textContent = "46000";
      this.restyle(cell, xf => xf.setAttribute("numFmtId", "14"));
    } else inlineText(cell, typed);
    this.sheet.book.changed(this.sheet.Id, this.addresses[0]!, source);
  }

  private get value(): string | number {
    const cell = this.found;
    const held = cell?.getElementsByTagNameNS(spreadsheet, "v")[0]?.textContent ?? "";
    switch (cell?.getAttribute("t")) {
      case "s":
        return words(this.sheet.book.file.xml("xl/sharedStrings.xml").getElementsByTagNameNS(spreadsheet, "si")[Number(held)]!);
      case "inlineStr":
        return words(cell);
      case "str":
        return held;
      default:
        return held === "" ? "" : Number(held);
    }
  }

  private get locked(): boolean {
    return this.style?.getElementsByTagNameNS(spreadsheet, "protection")[0]?.getAttribute("locked") !== "0";
  }

  private get format(): string {
    const id = this.style?.getAttribute("numFmtId") ?? "0";
    const custom = [...this.styles.getElementsByTagNameNS(spreadsheet, "numFmt")].find(format => format.getAttribute("numFmtId") === id)?.getAttribute("formatCode");
    return custom ?? ({ "0": "General", "9": "0%", "10": "0.00%", "14": "m/d/yyyy", "49": "@" } as Record<string, string>)[id] ?? "General";
  }

  /** Excel's own number of the format, or one of the file, which gets it if it has none. */
  private formatId(code: string): string {
    const own = { General: "0", "0%": "9", "0.00%": "10", "@": "49" }[code];
    if (own !== undefined) return own;
    const root = this.styles.documentElement;
    let formats = this.styles.getElementsByTagNameNS(spreadsheet, "numFmts")[0];
    if (!formats) root.prepend((formats = this.styles.createElementNS(spreadsheet, "numFmts")));
    const there = [...formats.children].find(format => format.getAttribute("formatCode") === code);
    const id = there?.getAttribute("numFmtId") ?? String(190 + formats.children.length);
    if (!there) {
      const added = this.styles.createElementNS(spreadsheet, "numFmt");
      added.setAttribute("numFmtId", id);
      added.setAttribute("formatCode", code);
      formats.append(added);
    }
    return id;
  }

  private get styles(): Document {
    return this.sheet.book.file.xml("xl/styles.xml");
  }

  private get style(): Element | undefined {
    return this.styles.getElementsByTagNameNS(spreadsheet, "cellXfs")[0]!.children[Number(this.found?.getAttribute("s") ?? 0)];
  }

  private restyle(cell: Element, change: (xf: Element) => void): void {
    const all = this.styles.getElementsByTagNameNS(spreadsheet, "cellXfs")[0]!;
    const own = this.style!.cloneNode(true) as Element;
    change(own);
    all.append(own);
    all.setAttribute("count", String(all.children.length));
    cell.setAttribute("s", String(all.children.length - 1));
  }

  private get found(): Element | undefined {
    return [...this.sheet.xml.getElementsByTagNameNS(spreadsheet, "c")].find(cell => cell.getAttribute("r") === this.addresses[0]);
  }

  private get element(): Element {
    const found = this.found;
    if (!found) throw new Error(`The form has no cell ${this.addresses[0]}`);
    return found;
  }
}

class Format {
  constructor(
    private readonly sheet: Sheet,
    private readonly rule: Element,
  ) {}

  get Type(): string {
    return this.rule.getAttribute("type") === "expression" ? "Custom" : "CellValue";
  }

  get Custom(): Modelled {
    const { rule } = this;
    return {
      Rule: {
        get Formula() {
          return `=${rule.firstElementChild!.textContent}`;
        },
        set Formula(formula: string) {
          rule.firstElementChild!.textContent = formula.replace(/^=/, "");
        },
      },
      Format: { Fill: { set Color(_: string) { void 0; } } },
    };
  }

  Delete(): void {
    if (this.sheet.isProtected) throw new Refusal("AccessDenied");
    const layer = this.rule.parentElement!;
    this.rule.remove();
    if (layer.children.length === 0) layer.remove();
  }
}

function inlineText(cell: Element, text: string): void {
  cell.setAttribute("t", "inlineStr");
  const words = child(child(cell, "is"), "t");
  words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  words.textContent = text;
}

function child(parent: Element, name: string): Element {
  const element = parent.ownerDocument.createElementNS(spreadsheet, name);
  parent.append(element);
  return element;
}

function words(element: Element): string {
  return [...element.getElementsByTagNameNS(spreadsheet, "t")].map(text => text.textContent).join("");
}
