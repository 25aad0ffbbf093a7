import type { components } from "../service/api";

export type Finding = components["schemas"]["FindingReport"];
export type Location = components["schemas"]["LocationReport"];

/** A file as the user has it now, unsaved edits included. */
export interface HostFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Why the host could not do what was asked. Each has its sentence in the language tables, under `trouble`. */
export type Trouble =
  | "protectedSheet" // the cell is locked, or the document is read-only
  | "editingCell" // a cell is being typed in
  | "hiddenSheet" // what should be shown lies on a hidden sheet
  | "noPlace" // there is nothing to select: the whole file, or a page's header
  | "gone" // the sheet, cell or control is no longer there
  | "changed" // it no longer holds what was checked
  | "encrypted" // password or rights management: the bytes are no package
  | "tooOld" // this Office lacks the interface
  | "tooManyCopies" // the file cannot be opened a second time
  | "hostFailed"; // Office refused for a reason of its own, told in `detail`

/** What the host refuses is an answer, not a fault: the view says it and offers what else can be done. */
export class HostTrouble extends Error {
  constructor(
    readonly trouble: Trouble,
    readonly detail = "",
  ) {
    super(`${trouble} ${detail}`.trim());
  }
}

/** One correction: what stands there now, and what is to stand there. */
export interface Correction {
  readonly location: Location;
  /** What the check read; a cell that holds something else by now is left alone. */
  readonly from: string;
  readonly to: string;
  /** For a figure in a workbook: the cell is to hold this number, and `to` is how it looks. */
  readonly number?: CellNumber | undefined;
  /** The font to write it in, where the cell's own draws other letters. */
  readonly font?: string | undefined;
}

/** A number, and a format, in Excel's English notation, that shows all of it. */
export type CellNumber = components["schemas"]["CellNumberReport"];

/** Corrections that were made, and those that were not, with the reason. */
export interface Corrected {
  readonly done: readonly Correction[];
  readonly left: readonly { readonly correction: Correction; readonly trouble: Trouble }[];
}

/** A mark on a place in the file: only its ground colour, so that it can go without trace. */
export interface Mark {
  readonly location: Location;
  readonly severity: Finding["severity"];
}

/** What this host can do; a view offers nothing else. */
export interface Abilities {
  /** A click on a finding selects the place. */
  readonly show: boolean;
  readonly correct: boolean;
  readonly mark: boolean;
  /** Edits are told, so that the check can be repeated. */
  readonly watch: boolean;
  /** A made document can be opened as a new one, by its ending. */
  readonly open: readonly ("docx" | "xlsx")[];
  /** A blank form can be put into the file at hand. */
  readonly insert: boolean;
  /** Files are saved by the browser. WebView2 refuses some kinds. */
  readonly save: boolean;
}

/** Excel, Word or a plain browser. Nothing outside `host/` names Office. */
export interface HostPort {
  readonly kind: "excel" | "word" | "browser";
  readonly can: Abilities;

  /** The whole file. `progress` goes from 0 to 1. Throws HostTrouble; AbortError when cancelled. */
  readFile(progress: (part: number) => void, cancelled: AbortSignal): Promise<HostFile>;

  /** Selects the place. A place on a hidden sheet is HostTrouble("hiddenSheet") unless `unhide`, which the user has agreed to. */
  show(location: Location, options?: { readonly unhide?: boolean }): Promise<void>;

  /** All as one step that one Undo takes back, where the host knows how. */
  correct(corrections: readonly Correction[]): Promise<Corrected>;

  /** Replaces all our marks by these. Answers how many could be set; what was there before is kept in the file until `clearMarks`. */
  mark(marks: readonly Mark[]): Promise<number>;

  /** Every place looks again as before. */
  clearMarks(): Promise<void>;

  /** Whether the file carries marks of ours, also from an earlier session. */
  hasMarks(): Promise<boolean>;

  /** Tells of edits by the user (not of our own, nor of others who edit the same file), until the answer is called. */
  watch(edited: () => void): Promise<() => void>;

  /** Opens a file as a new, unsaved document. */
  open(file: HostFile): Promise<void>;

  /** Puts the blank form into the file at hand: a new sheet, or the end of the document. */
  insert(file: HostFile): Promise<void>;
}
