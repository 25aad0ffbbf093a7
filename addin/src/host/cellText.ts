import type { CellNumber } from "./HostPort";

/** A cell as Excel answers for it: what it holds, and how it shows it. */
export interface HeldCell {
  readonly value: unknown;
  readonly shown: string;
}

/** Whether the cell still holds what the check read: the text itself, or a number written the Vietnamese or the English way. */
export function holds(cell: HeldCell, read: string): boolean {
  const texts = typeof cell.value === "number" ? [cell.shown, String(cell.value), String(cell.value).replace(".", ",")] : [String(cell.value ?? "")];
  return texts.some(text => lines(text) === lines(read));
}

/**
 * What to hand to `Range.values` so that Excel keeps the text as text, as the service's own correction does. Excel takes anything that it can for a number, a date, a truth value or a
 * formula; an apostrophe in front forbids that and is no part of the value. A cell formatted as text needs none, nor do plain words: there no trace is left at all.
 *
 * @param format The cell's number format, in Excel's English notation.
 */
export function entered(text: string, format: string): string {
  if (text === "") return "";
  const certain = /^[=+\-@']/.test(text);
  const plain = /^\p{L}/u.test(text) && !/\d/.test(text) && !/^(true|false)$/i.test(text.trim());
  return certain || (format !== "@" && !plain) ? `'${text}` : text;
}

/**
 * Whether the cell's own number format shows the number whole, and as what it is: then it stays. The service's `NumberFormat.Shows` is the same rule.
 *
 * @param own The cell's number format, in Excel's English notation.
 */
export function shows(own: string, { value, format }: CellNumber): boolean {
  const isPercent = format.endsWith("%");
  if (/^general$/i.test(own)) return !isPercent;
  const first = own.split(";")[0]!;
  // What a condition, a date, a fraction, an exponent, text or scaling by thousands would make of it is not asked.
  if (/[[@?/Ee*_"\\dmyhs]|,(\.|$)/i.test(first) || first.includes("%") !== isPercent || !first.includes("0")) return false;
  return decimals(first) >= (isPercent ? decimals(format) : (String(value).split(".")[1] ?? "").length);
}

function decimals(format: string): number {
  return (format.split(".")[1] ?? "").replace(/[^0#]/g, "").length;
}

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
