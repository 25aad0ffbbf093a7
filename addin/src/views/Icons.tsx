import type { Severity } from "../state/findings";
import type { Outcome } from "../state/outcomes";

/** Line drawings on a ground of 20 × 20. They only accompany a word, so no screen reader names them. */
const drawings = {
  check: "M4 5h7M4 9h5M4 13h3M9.5 14l2.5 2.5 5-6",
  evaluation: "M3.5 16.5h13M5.5 13.5v-4M10 13.5v-9M14.5 13.5v-6",
  papers: "M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11 2.5v4h4M8 10.5h4.5M8 13.5h4.5",
  submit: "M10 12.5V3M6.5 6.5L10 3l3.5 3.5M3.5 11v5.5h13V11",
  insert: "M3.5 4.5h13v11h-13zM3.5 8.5h13M8 8.5v7M12.5 10.5v3.5M10.8 12.2h3.5",
  layout: "M4.5 2.5h11v15h-11zM7.5 6h5M7 9.5h6M7 12h6M9.5 14.5h3",
  files: "M6.5 5.5v-3h6l3 3v9h-3M3.5 5.5h6l3 3v9h-9z",
  help: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 7.8c.2-1.4 1.2-2 2.3-2 1.3 0 2.2.8 2.2 2 0 1.6-2.2 1.7-2.2 3.4M10.1 13.8v.2",
  more: "M4.5 10h.1M10 10h.1M15.5 10h.1",
  language: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.8 8h14.4M2.8 12h14.4M10 2.5c-4 4-4 11 0 15M10 2.5c4 4 4 11 0 15",
  error: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4",
  warning: "M10 3l7.5 13.5h-15zM10 8v4M10 14.3v.1",
  info: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.3v4.5M10 6.4v.1",
  met: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10.3l2.4 2.4 4.6-5",
  recorded: "M4.5 3h11v14h-11zM7.5 7h5M7.5 10h5M7.5 13h3",
  missing: "M5.5 3.5l-1.5 1.6M3 8.2v2.6M4 14.9l1.5 1.6M8.5 17.6h3M14.5 16.5l1.5-1.6M17 10.8V8.2M16 5.1l-1.5-1.6M8.5 2.4h3",
  chevron: "M7.5 4.5L13 10l-5.5 5.5",
  calendar: "M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5",
  file: "M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11 2.5v4h4",
  unreachable: "M3 8.5c4-4 10-4 14 0M5.5 11.5c2.6-2.6 6.4-2.6 9 0M10 15.5v.1M4 3l12 14",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="1em" height="1em" aria-hidden="true" focusable="false">
      <path d={drawings[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

export const severityIcons: Record<Severity, IconName> = { error: "error", warning: "warning", info: "info" };

export const outcomeIcons: Record<Outcome, IconName> = { met: "met", notMet: "error", recorded: "recorded", needsReview: "warning", invalid: "error", missing: "missing", notApplicable: "info" };
