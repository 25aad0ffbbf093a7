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

function lines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
