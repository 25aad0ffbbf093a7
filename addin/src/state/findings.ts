import type { Correction, Location, Mark } from "../host/HostPort";
import type { CheckReport, Finding, FormDescription, Node } from "../service/client";

export type Severity = Finding["severity"];

/** Errors first. */
export const severities: readonly Severity[] = ["error", "warning", "info"];

/** The findings of one criterion (tiêu chí); of the file as a whole where `node` is null. */
export interface Group {
  /** The criterion's code; "" for the whole file, and what stands before the last dot of the entry where no criterion holds it (`total`). */
  readonly code: string;
  readonly node: Node | null;
  readonly findings: readonly Finding[];
}

export interface Filter {
  /** Those shown. */
  readonly severities: ReadonlySet<Severity>;
  /** The office in charge (đơn vị phụ trách); null for all. */
  readonly unit: string | null;
}

export const everything: Filter = { severities: new Set(severities), unit: null };

/** Where a finding stands, and what would correct it there. */
export type FindingPlace = Pick<Finding, "entry" | "location" | "value" | "fix">;

/** Every place of a finding; one, for most. */
export function placesOf(finding: Finding): readonly FindingPlace[] {
  return finding.places ?? [finding];
}

/** What must be dealt with: errors and warnings. */
export function toDo(findings: readonly Finding[]): number {
  const { error, warning } = counted(findings);
  return error + warning;
}

/** The figures that contradict the results, as the service counts them. */
export function contradictionsOf(report: CheckReport): readonly Finding[] {
  return report.evaluation.contradictions.map(index => report.findings[index]!);
}

/** `2.1.2-1.a_male` → `2.1.2-1`: an entry's id is the code of its row and its field. */
export function codeOf(entry: string): string {
  return entry.slice(0, entry.lastIndexOf("."));
}

/** The finding that this one follows from, where it is among them. */
export function causeOf(finding: Finding, findings: readonly Finding[]): Finding | undefined {
  const { followsFrom } = finding;
  return followsFrom ? findings.find(cause => cause.code === followsFrom.code && cause.entry === followsFrom.entry) : undefined;
}

/** What follows from a finding comes right under it. */
function underTheirCauses(findings: readonly Finding[]): Finding[] {
  const first = findings.filter(finding => !causeOf(finding, findings));
  return first.flatMap(cause => [cause, ...findings.filter(finding => causeOf(finding, findings) === cause)]);
}

/** By criterion: groups that hold an error come first, then those with a warning, each in the form's order; errors first within a group. */
export function grouped(findings: readonly Finding[], nodes: readonly Node[]): Group[] {
  const criteria = criteriaByCode(nodes);
  const places = new Map([...criteria.values()].map((node, place) => [node.code, place]));
  const groups = new Map<string, { code: string; node: Node | null; findings: Finding[] }>();
  for (const finding of findings) {
    const of = causeOf(finding, findings) ?? finding;
    const row = of.entry === null ? "" : codeOf(of.entry);
    const node = criteria.get(row) ?? null;
    const code = node?.code ?? row;
    const group = groups.get(code) ?? { code, node, findings: [] };
    group.findings.push(finding);
    groups.set(code, group);
  }
  for (const group of groups.values()) group.findings = underTheirCauses(group.findings.sort((a, b) => rank(a) - rank(b)));
  const place = (group: Group) => (group.code === "" ? -1 : (places.get(group.code) ?? Number.MAX_SAFE_INTEGER));
  return [...groups.values()].sort((a, b) => rank(a.findings[0]!) - rank(b.findings[0]!) || place(a) - place(b));
}

export function counted(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity]++;
  return counts;
}

export function filtered(findings: readonly Finding[], filter: Filter, units: ReadonlyMap<string, string>): Finding[] {
  return findings.filter(finding => filter.severities.has(finding.severity) && (filter.unit === null || placesOf(finding).some(place => unitOf(place, units) === filter.unit)));
}

/** Who is in charge of what a finding is about; undefined for what concerns the file as a whole. */
export function unitOf(finding: Pick<Finding, "entry">, units: ReadonlyMap<string, string>): string | undefined {
  return finding.entry === null ? undefined : units.get(codeOf(finding.entry));
}

/** Row code → office in charge; a row without one of its own belongs to the office of the row above it in the tree. */
export function unitsByCode(form: FormDescription | null): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  const visit = (nodes: FormDescription["nodes"], above: string | null): void => {
    for (const node of nodes) {
      const unit = node.unit ?? above;
      if (unit !== null) units.set(node.code, unit);
      visit(node.children, unit);
    }
  };
  visit(form?.nodes ?? [], null);
  return units;
}

/** The safe corrections, each place once. */
export function safeCorrections(report: CheckReport): Correction[] {
  const corrections = new Map<string, Correction>();
  for (const place of report.findings.flatMap(placesOf)) {
    if (place.fix && !corrections.has(place.location.text)) corrections.set(place.location.text, correction(place, place.fix.value, report));
  }
  return [...corrections.values()];
}

/** What the check read at the finding's place is replaced by `to`. */
export function correction(finding: FindingPlace, to: string, report: CheckReport): Correction {
  const entry = finding.entry === null ? undefined : report.entries[finding.entry];
  const from = entry && entry.location.text === finding.location.text ? entry.raw : (finding.value ?? "");
  return { location: finding.location, from, to };
}

/** One mark a place, by the worst that was found there. What concerns the whole file has no place. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  const marks = new Map<string, Mark>();
  for (const severity of severities) {
    for (const { location } of findings.filter(finding => finding.severity === severity).flatMap(placesOf)) {
      if (hasPlace(location) && !marks.has(location.text)) marks.set(location.text, { location, severity });
    }
  }
  return [...marks.values()];
}

/** A place that a host can go to: a cell in Excel, a table's cell in Word. */
export function hasPlace(location: Location): boolean {
  return "cell" in location || "table" in location;
}

/** Findings by what they say, so that a row keeps its place on the screen when the file is checked again. The same sentence twice at one place is told apart by its turn. */
export function keysOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const turns = new Map<string, number>();
  return new Map(
    findings.map(finding => {
      const name = `${finding.code} ${finding.entry ?? ""} ${finding.location.text}`;
      const turn = turns.get(name) ?? 0;
      turns.set(name, turn + 1);
      return [finding, `${name} ${turn}`];
    }),
  );
}

function rank(finding: Finding): number {
  return severities.indexOf(finding.severity);
}

/** Every code at or below a criterion → that criterion, in the form's order. */
function criteriaByCode(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const criteria = new Map<string, Node>();
  const visit = (node: Node, criterion: Node | null): void => {
    const own = node.kind === "criterion" ? node : criterion;
    if (own) criteria.set(node.code, own);
    for (const child of node.children) visit(child, own);
  };
  for (const node of nodes) visit(node, null);
  return criteria;
}
