import type { HostFile } from "../host/HostPort";
import { ServiceProblem, type Finding, type PaperParts, type Submission } from "../service/client";
import { attempts, type Attempt } from "./attempt";
import type { Failure } from "./check";
import { patiently } from "./patience";
import { failureOf } from "./session";

export type SubmitWork = { readonly state: "idle" | "reading" | "sending" } | { readonly state: "waiting"; readonly seconds: number };

/** What the last attempt came to. */
export type SubmitOutcome =
  | { readonly kind: "accepted"; readonly submission: Submission }
  /** The details or the form forbid it (422). */
  | { readonly kind: "refused"; readonly code: string; readonly findings: readonly Finding[] }
  /** An earlier attempt had arrived, with other bytes than those sent now. */
  | { readonly kind: "arrived" }
  /** @param unanswered Whether it may have arrived all the same. */
  | { readonly kind: "failed"; readonly failure: Failure; readonly unanswered: boolean };

export interface SubmitState {
  readonly work: SubmitWork;
  readonly outcome: SubmitOutcome | null;
  /** The newest first; null until they have come. */
  readonly list: readonly Submission[] | null;
  readonly listFailure: Failure | null;
}

export interface Receiver {
  submit(key: string, parts: PaperParts, signal?: AbortSignal): Promise<Submission>;
  submissions(): Promise<readonly Submission[]>;
  resend(id: string): Promise<Submission>;
}

/** Nộp hồ sơ: hands dossiers in, one at a time. It outlives the view. */
export class SubmitDesk {
  private state: SubmitState = { work: { state: "idle" }, outcome: null, list: null, listFailure: null };
  private readonly listeners = new Set<() => void>();
  private cancelled = new AbortController();
  /** What was sent and not answered: sent again byte by byte, which the service knows for the same. */
  private held: { readonly attempt: Attempt; readonly file: HostFile } | null = null;

  constructor(private readonly receiver: Receiver) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): SubmitState => this.state;

  async submit(print: string, details: Readonly<Record<string, unknown>>, readFile: () => Promise<HostFile>, acknowledge = "", form?: string): Promise<void> {
    if (this.state.work.state !== "idle") return;
    const { signal } = (this.cancelled = new AbortController());
    this.set({ work: { state: "reading" }, outcome: null });
    const resumed = attempts.open()?.print === print;
    const attempt = attempts.begin(print);
    let outcome: SubmitOutcome | null = null;
    try {
      const file = this.held?.attempt.key === attempt.key ? this.held.file : await readFile();
      signal.throwIfAborted();
      this.held = { attempt, file };
      this.set({ work: { state: "sending" } });
      const submission = await patiently(() => this.receiver.submit(attempt.key, { file, details, ...(acknowledge === "" ? {} : { acknowledge }), ...(form === undefined ? {} : { form }) }, signal), signal, seconds => this.set({ work: { state: "waiting", seconds } }));
      outcome = { kind: "accepted", submission };
      this.put(submission);
    } catch (error) {
      // Cancelled: it may have arrived all the same, and the next attempt asks with the same key.
      if (!signal.aborted) outcome = outcomeOf(error, resumed);
    } finally {
      if (outcome && isAnswer(outcome)) {
        attempts.answered();
        this.held = null;
      }
      this.set({ work: { state: "idle" }, outcome });
    }
  }

  cancel(): void {
    this.cancelled.abort();
  }

  async refresh(): Promise<void> {
    try {
      this.set({ list: await this.receiver.submissions(), listFailure: null });
    } catch (error) {
      const listFailure = failureOf(error);
      if (!listFailure) throw error;
      this.set({ listFailure });
    }
  }

  /** Has a waiting one delivered now. */
  async resend(id: string): Promise<void> {
    try {
      this.put(await this.receiver.resend(id));
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      await this.refresh(); // It waits no more, or is gone: the list says what became of it.
    }
  }

  private put(submission: Submission): void {
    const others = (this.state.list ?? []).filter(other => other.id !== submission.id);
    this.set({ list: [submission, ...others].toSorted((one, other) => other.acceptedAt.localeCompare(one.acceptedAt)) });
  }

  private set(change: Partial<SubmitState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

function outcomeOf(error: unknown, resumed: boolean): SubmitOutcome {
  if (error instanceof ServiceProblem) {
    if (error.status === 422) return { kind: "refused", code: error.code, findings: error.findings };
    if (error.status === 409 && resumed) return { kind: "arrived" };
  }
  const failure = failureOf(error);
  if (!failure) throw error;
  const unanswered = failure.by === "service" && (failure.status === 0 || (failure.status >= 500 && failure.status !== 503));
  return { kind: "failed", failure, unanswered };
}

/** The service has decided: the next attempt is another one. A refused sign-in, a busy service and one that fell silent have decided nothing. */
function isAnswer(outcome: SubmitOutcome): boolean {
  if (outcome.kind !== "failed") return true;
  const { failure } = outcome;
  return failure.by === "service" && failure.status >= 400 && failure.status < 500 && ![401, 403, 408, 429].includes(failure.status);
}
