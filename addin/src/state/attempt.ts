import type { CheckReport } from "../service/client";
import { recall, remember } from "./memory";

/** One submission that was begun and has had no answer yet. The key is no secret: it only tells the service that two requests mean the same. */
export interface Attempt {
  readonly key: string;
  /** Of what is submitted, as the user would call it the same: the form's entries and the details. */
  readonly print: string;
}

const KEPT = "submit.attempt";

/** Survives a reload of the pane: the service may have accepted what it could not answer any more. */
export const attempts = {
  open(): Attempt | null {
    const kept = recall<Partial<Attempt>>(KEPT);
    return typeof kept?.key === "string" && typeof kept.print === "string" ? { key: kept.key, print: kept.print } : null;
  },

  /** The unanswered attempt at the same, or a new one. */
  begin(print: string): Attempt {
    const before = attempts.open();
    if (before?.print === print) return before;
    const attempt = { key: crypto.randomUUID(), print };
    remember(KEPT, attempt);
    return attempt;
  },

  answered(): void {
    remember(KEPT, null);
  },
};

/** Not of the file's bytes: Office writes the same workbook differently each time it is asked for it. */
export async function printOf(report: CheckReport, details: Readonly<Record<string, unknown>>): Promise<string> {
  const entries = Object.entries(report.entries).map(([id, entry]) => [id, entry.raw, entry.value]);
  const bytes = new TextEncoder().encode(JSON.stringify([report.form.id, report.form.version, details, entries]));
  const sum = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(sum), byte => byte.toString(16).padStart(2, "0")).join("");
}
