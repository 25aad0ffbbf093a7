import type { DocumentKind } from "../service/client";

/** Thông tin văn bản: one field of the form that asks for the details of papers, as the service describes it. */
export interface Field {
  /** `signer.name` is `name` inside `signer`. */
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "number" | "symbol" | "date" | "year" | "list" | "flag";
  readonly required: boolean;
  /** As it would be typed. */
  readonly example: string;
}

/** What stands in the fields, letter by letter as typed, by name: dates dd/mm/yyyy, lists one item a line, flags "true" or nothing. */
export type Typed = Readonly<Record<string, string>>;

export type Fault = "missing" | "date" | "year" | "number";

/** In the order in which an official thinks of them. */
export const groups = ["agency", "paper", "signer", "place", "meeting", "report", "request", "council", "decision", "other"] as const;
export type Group = (typeof groups)[number];

const ofAgency = ["parentAgency", "agency", "agencyShort", "place", "draftingUnit"];
const ofPlace = ["resolution", "continuedPlans", "applicant"];
const byPrefix: Readonly<Record<string, Group>> = { signer: "signer", locality: "place", city: "place", meeting: "meeting", minutes: "meeting", report: "report", request: "request", decision: "decision", council: "council", appraisal: "council", proposal: "council" };

/**
 * The fields that these kinds of papers need together, each once. A kind with names of its own (`report.number`) is asked for those and not for the general ones, which belong to another paper then.
 * The trích yếu is asked for one paper only: several would get the same.
 */
export function fieldsOf(kinds: readonly DocumentKind[]): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const detail of kinds.flatMap(kind => detailsOf(kind))) {
    if (detail.name === "subject" && kinds.length > 1) continue;
    const known = fields.get(detail.name);
    fields.set(detail.name, known ? { ...known, required: known.required || detail.required } : detail);
  }
  return [...fields.values()];
}

export function groupOf(name: string): Group {
  const dot = name.indexOf(".");
  if (dot >= 0) return byPrefix[name.slice(0, dot)] ?? "other";
  return ofAgency.includes(name) ? "agency" : ofPlace.includes(name) ? "place" : "paper";
}

/** What the pane itself can tell; everything else the service judges. */
export function faultOf(field: Field, typed: Typed): Fault | null {
  const text = (typed[field.name] ?? "").trim();
  if (text === "") return field.required ? "missing" : null;
  if (field.type === "date") return isoDate(text) === null ? "date" : null;
  if (field.type === "year") return /^\d{4}$/.test(text) ? null : "year";
  if (field.type === "number") return /^\d{1,6}$/.test(text) && Number(text) > 0 ? null : "number";
  return null;
}

/** The details for the service: what is blank is left out, and what cannot be read goes as it is, so that the service says what it makes of it. */
export function toDetails(fields: readonly Field[], typed: Typed): Record<string, unknown> {
  const details: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, typed[field.name] ?? "");
    if (value === null) continue;
    const [group, inner] = split(field.name);
    if (inner === null) details[group] = value;
    else details[group] = { ...(details[group] as object | undefined), [inner]: value };
  }
  return details;
}

/** The way back: the details of a file as they would be typed. */
export function toTyped(details: Readonly<Record<string, unknown>>): Typed {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [inner, text] of Object.entries(toTyped(value as Record<string, unknown>))) typed[`${name}.${inner}`] = text;
    } else if (shown(value) !== "") typed[name] = shown(value);
  }
  return typed;
}

/** `8/4/2025`, `08.04.2025` or `2025-04-08` → `2025-04-08`; null when there is no such day. A year of two digits is no year. */
export function isoDate(text: string): string | null {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const [year, month, day] = found ? [found[3]!, found[2]!, found[1]!] : (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())?.slice(1) ?? []);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCFullYear() === Number(year) && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

/** `2025-04-08` → `08/04/2025`; anything else as it is. */
export function typedDate(iso: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return found ? `${found[3]}/${found[2]}/${found[1]}` : iso;
}

function detailsOf(kind: DocumentKind): readonly Field[] {
  const details = kind.details.map(detail => ({ ...detail, example: shown(detail.example) }));
  // The own name is in the list of the kind too, or required elsewhere in it.
  return details.filter(detail => !(detail.name in kind.own));
}

function valueOf(field: Field, typed: string): unknown {
  const text = typed.trim();
  if (text === "") return null;
  switch (field.type) {
    case "list": {
      const items = text.split("\n").map(item => item.trim());
      return items.filter(item => item !== "");
    }
    case "date":
      return isoDate(text) ?? text;
    case "year":
      return /^\d{4}$/.test(text) ? Number(text) : text;
    case "flag":
      return text === "true" ? true : null;
    default:
      return text;
  }
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === false) return "";
  return Array.isArray(value) ? value.join("\n") : typedDate(String(value));
}

function split(name: string): readonly [string, string | null] {
  const dot = name.indexOf(".");
  return dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)];
}
