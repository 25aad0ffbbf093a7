import type { CheckReport, Node } from "../service/client";

export type Outcome = Node["outcome"];

/** In the order of the charts: what is done, what is not, what waits. */
export const outcomes: readonly Outcome[] = ["met", "notMet", "recorded", "needsReview", "invalid", "missing", "notApplicable"];

/** How many of a node's indicators hold something, whatever its worth. */
export interface Filling {
  readonly filled: number;
  readonly total: number;
}

export function indicatorsOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap(node => (node.children.length > 0 ? indicatorsOf(node.children) : [node]));
}

export function filling(nodes: readonly Node[]): Filling {
  const indicators = indicatorsOf(nodes);
  return { filled: indicators.filter(indicator => indicator.outcome !== "missing").length, total: indicators.length };
}

/** Whole percent, never 100 while something is missing. */
export function percent({ filled, total }: Filling): number {
  if (total === 0) return 0;
  return filled === total ? 100 : Math.min(99, Math.round((100 * filled) / total));
}

/** The rows of the charts: the standards (tiêu chuẩn); the criteria of a form without standards. */
export function chapters(nodes: readonly Node[]): Node[] {
  const standards = nodes.flatMap(node => (node.kind === "part" ? chapters(node.children) : node.kind === "standard" ? [node] : []));
  return standards.length > 0 ? standards : [...nodes];
}

export function outcomeCounts(node: Node): Readonly<Record<Outcome, number>> {
  const counts = { met: 0, notMet: 0, recorded: 0, needsReview: 0, invalid: 0, missing: 0, notApplicable: 0 };
  for (const indicator of indicatorsOf([node])) counts[indicator.outcome]++;
  return counts;
}

/** The form may no longer be sent as new. @param today yyyy-MM-dd. */
export function hasEnded(form: CheckReport["form"], today: string): boolean {
  return form.validTo !== null && form.validTo < today;
}

/** Whether a row has an outcome of its own. A form without an overall rule concludes on its indicators alone: above them it only counts, and nothing may be read into that. */
export function concludes(report: CheckReport, node: Node): boolean {
  return report.evaluation.verdict !== "none" || node.children.length === 0;
}
