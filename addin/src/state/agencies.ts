import { recall, remember } from "./memory";
import type { Field, Typed } from "./details";

/** What was last typed for the papers of one agency. */
export interface Agency {
  /** Cơ quan ban hành, as typed. */
  readonly name: string;
  readonly typed: Typed;
}

/** What is being typed for the papers of one form: it survives a reload of the pane. */
export interface Draft {
  /** Kinds of papers; "dossier" for all that go up together. */
  readonly chosen: readonly string[];
  readonly asDraft: boolean;
  /** The dossier with each paper as PDF too. */
  readonly withPdf: boolean;
  readonly typed: Typed;
}

const AGENCIES = "papers.agencies";
const MOST = 20;

/** The agency used last comes first. */
export function knownAgencies(): readonly Agency[] {
  const kept = recall<unknown>(AGENCIES);
  return Array.isArray(kept) ? kept.filter(isAgency) : [];
}

/**
 * Keeps what was typed under the name of its agency, over what was kept before. Numbers and dates are not kept: those of the next paper are others, and an old one would go unseen.
 */
export function rememberAgency(fields: readonly Field[], typed: Typed): void {
  const name = (typed["agency"] ?? "").trim();
  if (name === "") return;
  const others = knownAgencies().filter(agency => agency.name !== name);
  const before = knownAgencies().find(agency => agency.name === name)?.typed ?? {};
  const now = Object.fromEntries(fields.filter(field => field.type !== "number" && field.type !== "date").map(field => [field.name, typed[field.name] ?? ""]));
  remember(AGENCIES, [{ name, typed: { ...before, ...now } }, ...others].slice(0, MOST));
}

export function forgetAgency(name: string): void {
  remember(AGENCIES, knownAgencies().filter(agency => agency.name !== name));
}

export function draftOf(form: string): Draft {
  const kept = recall<Partial<Draft>>(`papers.draft.${form}`);
  return { chosen: texts(kept?.chosen), asDraft: kept?.asDraft === true, withPdf: kept?.withPdf === true, typed: isTyped(kept?.typed) ? kept.typed : {} };
}

export function keepDraft(form: string, draft: Draft): void {
  remember(`papers.draft.${form}`, draft);
}

function isAgency(kept: unknown): kept is Agency {
  return typeof kept === "object" && kept !== null && typeof (kept as Agency).name === "string" && isTyped((kept as Agency).typed);
}

function isTyped(kept: unknown): kept is Typed {
  return typeof kept === "object" && kept !== null && Object.values(kept).every(value => typeof value === "string");
}

function texts(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter(text => typeof text === "string") : [];
}
