import type { LanguageCode } from "../language/Language";
import type { Sentences } from "../language/vi";
import type { Location, Trouble } from "../host/HostPort";
import type { Failure } from "../state/check";

/** 2025-06-30 → 30/06/2025, as on official papers. */
export function dateOf(iso: string): string {
  return iso.split("-").reverse().join("/");
}

/** The local day as yyyy-MM-dd. @param when Milliseconds since 1970. */
export function dayOf(when: number): string {
  const day = new Date(when);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export function timeOf(when: number, code: LanguageCode): string {
  return new Intl.DateTimeFormat(code === "vi" ? "vi-VN" : "en-GB", { hour: "2-digit", minute: "2-digit" }).format(when);
}

/** A place as short as it can be said beside another of the same sheet: `Ô D20`. */
export function placeOf(text: Sentences, location: Location, beside?: Location): string {
  const elsewhere = beside && "sheet" in beside && "sheet" in location && beside.sheet !== location.sheet;
  return "cell" in location && !elsewhere ? text.check.cell(location.cell) : location.text;
}

export function troubleOf(text: Sentences, trouble: Trouble, detail: string): string {
  return detail !== "" && trouble === "hostFailed" ? `${text.trouble[trouble]} (${detail})` : text.trouble[trouble];
}

export function failureText(text: Sentences, failure: Failure): string {
  if (failure.by === "host") return troubleOf(text, failure.trouble, failure.detail);
  return failure.code === "unreachable" ? text.unreachable : failure.detail;
}
