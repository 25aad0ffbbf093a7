import type { HostFile, Trouble } from "../host/HostPort";
import type { CheckReport } from "../service/client";

/** Why a check came to nothing: the host would not give the file, or the service would not read it (`unreachable` when it did not answer). */
export type Failure =
  | { readonly by: "host"; readonly trouble: Trouble; readonly detail: string }
  | { readonly by: "service"; readonly code: string; readonly detail: string; readonly status: number };

/** What a check answered: the report and the very bytes it speaks of. */
export interface Checked {
  readonly report: CheckReport;
  readonly file: HostFile;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** Kiểm tra: where the latest check stands. */
export type Check =
  | { readonly state: "idle" }
  | { readonly state: "reading"; readonly part: number }
  | { readonly state: "checking" }
  | ({ readonly state: "checked" } & Checked)
  | { readonly state: "failed"; readonly failure: Failure };

export interface Checks {
  /** The number of the latest check; what an older one still says is not heard. */
  readonly run: number;
  readonly check: Check;
  /** The last answer: it stays in use while the file is checked again, and when that fails. */
  readonly last: Checked | null;
}

export type Event =
  | { readonly type: "started"; readonly run: number }
  | { readonly type: "progressed"; readonly run: number; readonly part: number }
  | { readonly type: "read"; readonly run: number }
  | ({ readonly type: "answered"; readonly run: number } & Checked)
  | { readonly type: "failed"; readonly run: number; readonly failure: Failure }
  | { readonly type: "cancelled"; readonly run: number }
  /** Another file is at hand: nothing that was said of the former one holds. */
  | { readonly type: "forgotten"; readonly run: number };

export const unchecked: Checks = { run: 0, check: { state: "idle" }, last: null };

export function next(checks: Checks, event: Event): Checks {
  if (event.type === "forgotten") return { ...unchecked, run: event.run };
  if (event.type === "started") return { ...checks, run: event.run, check: { state: "reading", part: 0 } };
  if (event.run !== checks.run || !isRunning(checks.check)) return checks;
  switch (event.type) {
    case "progressed":
      return checks.check.state === "reading" ? { ...checks, check: { state: "reading", part: event.part } } : checks;
    case "read":
      return { ...checks, check: { state: "checking" } };
    case "answered": {
      const { report, file, when } = event;
      return { ...checks, check: { state: "checked", report, file, when }, last: { report, file, when } };
    }
    case "failed":
      return { ...checks, check: { state: "failed", failure: event.failure } };
    case "cancelled":
      return { ...checks, check: checks.last ? { state: "checked", ...checks.last } : { state: "idle" } };
  }
}

export function isRunning(check: Check): boolean {
  return check.state === "reading" || check.state === "checking";
}
