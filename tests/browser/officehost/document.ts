import type { OfficePackage } from "./package";
import { Refusal, nothing, type Modelled } from "./richApi";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Highlighters of WordprocessingML (ST_HighlightColor) as Word's interface names them. */
const highlighters: Readonly<Record<string, string>> = { yellow: "#FFFF00", magenta: "#FF00FF", cyan: "#00FFFF", green: "#00FF00" };

/** Control types that WordApi 1.3 tells nothing of. */
const UNTOLD = ["dropDownList", "comboBox", "date", "picture", "checkbox", "group", "docPartList", "docPartObj"];

export interface DocumentLog {
  selected: string | null;
  readonly opened: string[];
  readonly inserted: string[];
}

/** Word's side of `context.document`, over the text of a real file. */
export class TextDocument {
  readonly log: DocumentLog = { selected: null, opened: [], inserted: [] };

  /** @param listsInner Whether `body.tables` lists tables inside cells as well: Word's documentation does not say. */
  constructor(
    readonly file: OfficePackage,
    readonly listsInner: boolean,
  ) {}

  readonly Application = { CreateDocument: (base64: string): Modelled => ({ Open: () => void this.log.opened.push(base64) }) };

  get Body(): Body {
    return new Body(this, this.xml.getElementsByTagNameNS(w, "body")[0]!);
  }

  get ContentControls(): Modelled {
    return new Controls(this, [...this.xml.getElementsByTagNameNS(w, "sdt")].filter(sdt => !UNTOLD.some(type => property(sdt, type) !== undefined)));
  }

  get xml(): Document {
    return this.file.xml("word/document.xml");
  }

  /** The user lays a highlighter under a control's text. */
  ground(tag: string, colour: string): void {
    new Font([...this.xml.getElementsByTagNameNS(w, "sdt")].find(sdt => tagOf(sdt) === tag)!).HighlightColor = colour;
  }

  /** The user types over the text of the control, or of a cell by table, row and cell. */
  type(place: string | readonly [number, number, number], text: string): void {
    if (typeof place === "string") {
      write([...this.xml.getElementsByTagNameNS(w, "sdt")].find(sdt => tagOf(sdt) === place)!, text);
      return;
    }
    const [table, row, cell] = place;
    write(new Table(this, tablesOf(this.Body.element)[table]!).cell(row, cell)!, text);
  }
}

class Controls {
  constructor(
    private readonly document: TextDocument,
    private readonly elements: readonly Element[],
  ) {}

  get Items(): readonly Control[] {
    return this.elements.map(element => new Control(this.document, element));
  }

  GetByTag(tag: string): Controls {
    return new Controls(this.document, this.elements.filter(element => tagOf(element) === tag));
  }

  GetFirstOrNullObject(): Modelled {
    return this.Items[0] ?? nothing;
  }
}

/** What a control and a body have in common. */
class Content {
  constructor(
    protected readonly document: TextDocument,
    readonly element: Element,
  ) {}

  get Text(): string {
    return textOf(this.element);
  }

  get Font(): Modelled {
    return new Font(this.element);
  }

  InsertText(text: string, where: string): Modelled {
    if (where !== "Replace") throw new Refusal("InvalidArgument", where);
    write(this.element, text);
    return this;
  }

  Select(): void {
    this.document.log.selected = this.Text;
  }
}

class Control extends Content {
  get Id(): number {
    return [...this.document.xml.getElementsByTagNameNS(w, "sdt")].indexOf(this.element) + 1;
  }

  get Tag(): string {
    return tagOf(this.element) ?? "";
  }

  get PlaceholderText(): string {
    return property(this.element, "showingPlcHdr") ? this.Text : "Nhập nội dung";
  }

  get CannotEdit(): boolean {
    return /content/i.test(property(this.element, "lock")?.getAttributeNS(w, "val") ?? "");
  }

  override InsertText(text: string, where: string): Modelled {
    if (this.CannotEdit) throw new Refusal("AccessDenied");
    return super.InsertText(text, where);
  }

  override Select(): void {
    this.document.log.selected = `control ${this.Tag}`;
  }
}

class Body extends Content {
  get Tables(): Modelled {
    const { document, element } = this;
    const isCell = element.localName === "tc";
    const own = isCell || !document.listsInner ? tablesOf(element) : [...element.getElementsByTagNameNS(w, "tbl")];
    return {
      get Items() {
        return own.map(table => new Table(document, table));
      },
      GetFirst: () => new Table(document, own[0]!),
    };
  }

  /** Those of text boxes are not among them. */
  get Paragraphs(): Modelled {
    const own = [...this.element.getElementsByTagNameNS(w, "p")].filter(paragraph => paragraph.closest("txbxContent") === null);
    return { Items: own.map(paragraph => new Paragraph(this.document, paragraph)) };
  }

  /** The flat package that Word answers with, as far as we read it. */
  GetOoxml(): string {
    const text = new XMLSerializer().serializeToString(this.document.xml.documentElement);
    return `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${text}</pkg:xmlData></pkg:part></pkg:package>`;
  }

  InsertFileFromBase64(base64: string, where: string): Modelled {
    this.document.log.inserted.push(`${where} ${base64}`);
    return this;
  }
}

class Paragraph extends Content {
  get TableNestingLevel(): number {
    return nesting(this.element);
  }

  override get Text(): string {
    return lineOf(this.element);
  }
}

class Table {
  constructor(
    private readonly document: TextDocument,
    private readonly element: Element,
  ) {}

  get Id(): string {
    return String([...this.document.xml.getElementsByTagNameNS(w, "tbl")].indexOf(this.element) + 1);
  }

  get NestingLevel(): number {
    return nesting(this.element) + 1;
  }

  GetNext(): Modelled {
    const beside = tablesOf(container(this.element));
    return new Table(this.document, beside[beside.indexOf(this.element) + 1]!);
  }

  GetCellOrNullObject(row: number, cell: number): Modelled {
    const found = this.cell(row, cell);
    return found ? new Cell(this.document, found, row) : nothing;
  }

  /** As Word counts: cells of the row, whatever they span; one that a cell above reaches over is none. */
  cell(row: number, cell: number): Element | undefined {
    const rows = [...this.element.getElementsByTagNameNS(w, "tr")].filter(tr => container(tr) === this.element);
    const found = rows[row] && [...rows[row].getElementsByTagNameNS(w, "tc")].filter(tc => container(tc) === rows[row])[cell];
    const merge = found && [...found.children].find(child => child.localName === "tcPr")?.getElementsByTagNameNS(w, "vMerge")[0];
    return merge && (merge.getAttributeNS(w, "val") ?? "continue") === "continue" ? undefined : found;
  }
}

class Cell {
  constructor(
    private readonly document: TextDocument,
    private readonly element: Element,
    readonly RowIndex: number,
  ) {}

  get Value(): string {
    return textOf(this.element);
  }

  get Body(): Body {
    return new Body(this.document, this.element);
  }
}

class Font {
  constructor(private readonly element: Element) {}

  /** Null for none, empty for several. */
  get HighlightColor(): string | null {
    const colours = new Set(runs(this.element).map(run => property(run, "highlight")?.getAttributeNS(w, "val") ?? "none"));
    if (colours.size > 1) return "";
    const [only] = colours;
    return only === undefined || only === "none" ? null : highlighters[only]!;
  }

  set HighlightColor(colour: string | null) {
    const name = Object.keys(highlighters).find(key => highlighters[key] === colour);
    if (colour !== null && name === undefined) throw new Refusal("InvalidArgument", `${colour} is no highlighter`);
    for (const run of runs(this.element)) {
      property(run, "highlight")?.remove();
      let properties = [...run.children].find(child => child.localName === "rPr");
      if (name !== undefined) {
        if (!properties) run.prepend((properties = run.ownerDocument.createElementNS(w, "w:rPr")));
        const highlight = run.ownerDocument.createElementNS(w, "w:highlight");
        highlight.setAttributeNS(w, "w:val", name);
        properties.append(highlight);
      } else if (properties?.children.length === 0) properties.remove();
    }
  }
}

/** Puts the text into the first run and takes the others away. */
function write(element: Element, text: string): void {
  const [first, ...rest] = runs(element);
  const paragraph = element.getElementsByTagNameNS(w, "p")[0] ?? element;
  const run = first ?? paragraph.appendChild(element.ownerDocument.createElementNS(w, "w:r"));
  for (const other of rest) other.remove();
  for (const child of [...run.children]) if (child.localName !== "rPr") child.remove();
  text.split("\n").forEach((line, index) => {
    if (index > 0) run.append(element.ownerDocument.createElementNS(w, "w:br"));
    const words = element.ownerDocument.createElementNS(w, "w:t");
    words.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    words.textContent = line;
    run.append(words);
  });
  property(element, "showingPlcHdr")?.remove();
}

function textOf(element: Element): string {
  const paragraphs = [...element.getElementsByTagNameNS(w, "p")];
  return paragraphs.length === 0 ? lineOf(element) : paragraphs.map(lineOf).join("\r");
}

function lineOf(element: Element): string {
  return [...element.getElementsByTagNameNS(w, "*")].map(child => (child.localName === "t" ? child.textContent : child.localName === "br" ? "\v" : child.localName === "tab" && child.parentElement?.localName === "r" ? "\t" : "")).join("");
}

function runs(element: Element): Element[] {
  return [...element.getElementsByTagNameNS(w, "r")];
}

function property(element: Element, name: string): Element | undefined {
  const properties = [...element.children].find(child => child.localName === `${element.localName}Pr`);
  return [...(properties?.children ?? [])].find(child => child.localName === name);
}

function tagOf(sdt: Element): string | null {
  return property(sdt, "tag")?.getAttributeNS(w, "val") ?? null;
}

/** In how many tables it stands. */
function nesting(element: Element): number {
  let level = 0;
  for (let outer = element.parentElement; outer; outer = outer.parentElement) level += outer.localName === "tbl" ? 1 : 0;
  return level;
}

/** Tables of a body or cell that are in no other table of it. */
function tablesOf(element: Element): Element[] {
  return [...element.getElementsByTagNameNS(w, "tbl")].filter(table => container(table) === element);
}

/** The nearest body, table, row or cell around. */
function container(element: Element): Element {
  let outer = element.parentElement!;
  while (!["body", "tbl", "tr", "tc", "txbxContent"].includes(outer.localName)) outer = outer.parentElement!;
  return outer;
}
