import type { Location } from "./HostPort";
import { troubleOf } from "./trouble";

/**
 * A batch whose refusals are troubles. While a cell is being typed in Excel refuses at once and the user is told; a batch that waited for the end of typing would leave the pane
 * waiting without a word. One undo step where Excel knows how (ExcelApi 1.20).
 */
export async function excel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return answered(Excel.run({ mergeUndoGroup: true }, batch));
}

export interface CellPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** Null for what lies in no cell: the whole file, or a Word table. */
export function cellPlace(location: Location): CellPlace | null {
  return "cell" in location ? location : null;
}

/** What a host's own promise refuses, as our trouble. */
export async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw troubleOf(error);
  }
}
