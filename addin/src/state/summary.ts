import type { Sentences } from "../language/vi";
import type { CheckReport, Node } from "../service/client";
import { concludes } from "./outcomes";

/** “Đạt”, and never without what the figures say against it: “Đạt theo tự đánh giá, còn 2 chỗ mâu thuẫn với số liệu”. */
export function verdictWord(text: Sentences, { evaluation: { verdict, contradictions } }: CheckReport): string {
  const word = text.evaluation.verdict[verdict];
  return contradictions.length === 0 ? word : verdict === "met" || verdict === "notMet" ? text.evaluation.contradicted(word, contradictions.length) : text.evaluation.contradictedOpen(word, contradictions.length);
}

/** The evaluation as lines of plain text, for a letter or a message: verdict where the form has one, then every row down to the criteria, and the indicators that are not met or wait. */
export function summaryOf(report: CheckReport, text: Sentences, file: string, checkedAt: string): string {
  const { verdict, summary, nodes } = report.evaluation;
  const lines = [report.form.name, `${file}. ${text.evaluation.checkedAt(checkedAt)}.`];
  if (verdict !== "none") lines.push(`${text.evaluation.verdictOf}: ${verdictWord(text, report)}.`);
  lines.push(summary, "");
  const visit = (node: Node, depth: number): void => {
    if (node.children.length === 0 && (node.outcome === "met" || node.outcome === "recorded")) return;
    const facts = [concludes(report, node) ? text.evaluation.outcome[node.outcome] : "", node.because, node.distance ?? ""].filter(fact => fact !== "");
    lines.push(`${"  ".repeat(depth)}${node.code}. ${node.title}: ${facts.join("; ")}.`);
    for (const child of node.children) visit(child, depth + 1);
  };
  for (const node of nodes) visit(node, 0);
  return lines.join("\n");
}
