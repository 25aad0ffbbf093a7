import type { CheckReport, Finding, Node } from "../../addin/src/service/client";

/** Small reports, said by what a test is about. */
export function reportOf(parts: { findings?: Finding[]; nodes?: Node[]; entries?: CheckReport["entries"]; verdict?: CheckReport["evaluation"]["verdict"]; contradictions?: number[] } = {}): CheckReport {
  return {
    form: { id: "bieu", version: "2025-04-08", title: "Biểu", annex: null, name: "Biểu", nextLevel: null, validFrom: "2025-04-08", validTo: null, part: null, settings: [] },
    host: "excel",
    conforms: true,
    findings: parts.findings ?? [],
    properties: [],
    entries: parts.entries ?? {},
    evaluation: { verdict: parts.verdict ?? "none", summary: "Tóm tắt.", counts: { met: 0, notMet: 0, recorded: 0, missing: 0, invalid: 0, needsReview: 0, notApplicable: 0 }, contradictions: parts.contradictions ?? [], nodes: parts.nodes ?? [], units: [] },
  };
}

export function node(code: string, kind: string, parts: Partial<Node> = {}): Node {
  return { code, kind, title: `Hàng ${code}`, outcome: "met", because: "", distance: null, basis: null, entries: [], settings: [], children: [], ...parts };
}

export function finding(entry: string | null, severity: Finding["severity"], parts: Partial<Finding> = {}): Finding {
  return { code: "LC2001", severity, entry, location: cell("D7"), related: [], message: "Sai.", value: null, fix: null, basis: null, ...parts };
}

export function cell(name: string): Finding["location"] {
  return { text: `Biểu!${name}`, sheet: "Biểu", cell: name };
}
