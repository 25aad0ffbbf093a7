import type { OfficePackage } from "./package";
import { Refusal, nothing, type Modelled } from "./richApi";
import { Sheet } from "./sheet";

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Who wrote into a cell: our pane, the user, or another who edits the same file. */
export type Source = "pane" | "user" | "other";

/** What happened in the workbook, for the tests to look at. */
export interface WorkbookLog {
  selected: string | null;
  readonly opened: string[];
  readonly inserted: string[];
}

/** Excel's side of `context.workbook`, over the sheets of a real file. */
export class Workbook {
  readonly log: WorkbookLog = { selected: null, opened: [], inserted: [] };

  readonly sheets: Sheet[];

  /** The pane has asked to be told of changes. */
  isWatched = false;

  /** @param tell Sends one change to those who listen. */
  constructor(
    readonly file: OfficePackage,
    private readonly tell: (sheet: string, address: string, source: Source) => void,
  ) {
    const book = file.xml("xl/workbook.xml");
    const targets = new Map([...file.xml("xl/_rels/workbook.xml.rels").documentElement.children].map(rel => [rel.getAttribute("Id")!, rel.getAttribute("Target")!]));
    this.sheets = [...book.getElementsByTagNameNS(spreadsheet, "sheet")].map(element => {
      const target = targets.get(element.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")!)!;
      return new Sheet(this, element, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    });
  }

  changed(sheet: string, address: string, source: Source): void {
    if (this.isWatched) this.tell(sheet, address, source);
  }

  sheet(name: string): Sheet {
    return this.sheets.find(sheet => sheet.Name === name) ?? this.sheets[0]!;
  }

  readonly Worksheets = new Worksheets(this);

  readonly Application = {
    CreateWorkbook: (base64: string): Modelled => ({ Id: "created", Open: () => void this.log.opened.push(base64) }),
  };

  InsertWorksheetsFromBase64(base64: string): string[] {
    this.log.inserted.push(base64);
    const element = this.file.xml("xl/workbook.xml").createElementNS(spreadsheet, "sheet");
    element.setAttribute("name", `Biểu mẫu ${this.sheets.length + 1}`);
    element.setAttribute("sheetId", String(100 + this.sheets.length));
    const sheet = new Sheet(this, element, null);
    this.sheets.push(sheet);
    return [sheet.Id];
  }
}

class Worksheets {
  constructor(private readonly book: Workbook) {}

  get Items(): readonly Sheet[] {
    return this.book.sheets;
  }

  GetItem(key: string): Sheet {
    const found = this.find(key);
    if (!found) throw new Refusal("ItemNotFound");
    return found;
  }

  GetItemOrNullObject(key: string): Modelled {
    return this.find(key) ?? nothing;
  }

  _RegisterDataChangedEvent(): void {
    this.book.isWatched = true;
  }

  _UnregisterDataChangedEvent(): void {
    this.book.isWatched = false;
  }

  private find(key: string): Sheet | undefined {
    return this.book.sheets.find(sheet => sheet.Id === key || sheet.Name.toLowerCase() === key.toLowerCase());
  }
}
