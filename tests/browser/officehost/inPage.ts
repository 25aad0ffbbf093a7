import { NativeHost, type Behaviour } from "./native";
import { OfficePackage } from "./package";
import { RichApi } from "./richApi";
import { TextDocument } from "./document";
import { Workbook, type Source } from "./workbook";

/** What a test hands over with the page. */
export interface HostOptions {
  readonly host: "Excel" | "Word";
  /** Parts of the file, in base64. */
  readonly parts: Readonly<Record<string, string>>;
  readonly behaviour: Behaviour;
  /** Takes the place of the file's bytes, in base64. */
  readonly bytes?: string;
  readonly listsInner?: boolean;
  /** The document's settings, of an earlier session. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** The host in the page, for a test to act as the user and to look at. */
export class OfficeHost {
  /** What the pane used and the host does not know; a test ends with none. */
  readonly faults: string[] = [];

  readonly file: OfficePackage;

  readonly workbook: Workbook;

  readonly document: TextDocument;

  readonly native: NativeHost;

  constructor(options: HostOptions) {
    const fault = (text: string) => void this.faults.push(text);
    this.file = new OfficePackage(new Map(Object.entries(options.parts).map(([path, text]) => [path, fromBase64(text)])));
    this.workbook = options.host === "Excel" ? new Workbook(this.file, (sheet, address, source) => this.tellChange(sheet, address, source)) : (null as never);
    this.document = options.host === "Word" ? new TextDocument(this.file, options.listsInner ?? false) : (null as never);
    const quiet = new Proxy({}, { has: () => true, get: () => () => null });
    const root = options.host === "Excel" ? { Application: this.workbook.Application, Worksheets: this.workbook.Worksheets, InsertWorksheetsFromBase64: this.workbook.InsertWorksheetsFromBase64.bind(this.workbook) } : this.document;
    const services = {
      "Microsoft.InternalService.AddinInternalService": quiet,
      "Microsoft.Telemetry.TelemetryService": quiet,
      ...(options.host === "Word" ? { "Microsoft.WordServices.Application": this.document.Application } : {}),
    };
    const whole = options.bytes === undefined ? null : fromBase64(options.bytes);
    this.native = new NativeHost(options.host === "Excel" ? 1 : 2, options.behaviour, new RichApi(root, services, fault), () => whole ?? this.file.zip(), fault);
    for (const [key, value] of Object.entries(options.settings ?? {})) this.native.settings.set(key, value);
  }

  private tellChange(worksheetId: string, address: string, source: Source): void {
    const message = {
      worksheetId,
      address,
      changeType: "RangeEdited",
      source: source === "other" ? "Remote" : "Local",
      triggerSource: source === "pane" ? "ThisLocalAddin" : "Unknown",
      type: "WorksheetChanged",
    };
    setTimeout(() => this.native.tell(10, "Workbook", message), 0);
  }
}

declare global {
  interface Window {
    officeHostOptions: HostOptions;
    officeHost: OfficeHost;
  }
}

if (!location.search.includes("_host_Info")) {
  const url = new URL(location.href);
  url.searchParams.set("_host_Info", `${window.officeHostOptions.host}$Win32$16.01$vi-VN$learningcity$$$0`);
  history.replaceState(null, "", url);
}
window.officeHost = new OfficeHost(window.officeHostOptions);
Object.defineProperty(window, "external", { value: window.officeHost.native.external, configurable: true });

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
}
