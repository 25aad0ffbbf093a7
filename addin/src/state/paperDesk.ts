import type { HostFile } from "../host/HostPort";
import { ServiceProblem, type Finding, type PaperParts } from "../service/client";
import type { Failure } from "./check";
import { patiently } from "./patience";
import { failureOf } from "./session";

/** All papers that go up together, in the place of a kind. */
export const DOSSIER = "dossier";

/** The service's code for a final paper over contradictions without a reason. */
export const CONTRADICTED = "form.contradictions";

/** One paper, or the dossier, that is asked for. */
export interface Order {
  readonly kind: string;
  readonly title: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** What is asked for; of a dossier `pdf` means both, each paper as Word file and as PDF. */
  readonly format: "docx" | "pdf";
  /** The id of the form that it is made from. */
  readonly form?: string;
}

export interface Paper {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly file: HostFile;
  /** The filled form that it was made from. */
  readonly from: string;
  readonly asDraft: boolean;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** What forbids a paper (422): findings about the details and about the form. */
export interface Refusal {
  readonly order: Order;
  /** The service's code: `form.contradictions` waits for a reason. */
  readonly code: string;
  readonly findings: readonly Finding[];
}

export type Work =
  | { readonly state: "idle" }
  | { readonly state: "making"; readonly title: string; readonly done: number; readonly total: number }
  /** The service is busy and is asked again in so many seconds. */
  | { readonly state: "waiting"; readonly title: string; readonly done: number; readonly total: number; readonly seconds: number };

export interface PaperState {
  readonly work: Work;
  /** How many runs have ended: a view that waits for the end watches it. */
  readonly ended: number;
  /** What the last run was for. */
  readonly purpose: "get" | "look";
  /** What the last run made, in the order asked for. */
  readonly latest: readonly Paper[];
  readonly refusals: readonly Refusal[];
  readonly failure: Failure | null;
  /** Every paper made since the pane was opened, the last one first; kept in this pane alone. */
  readonly made: readonly Paper[];
}

/** What the desk asks of the service. */
export interface PaperMaker {
  document(kind: string, parts: PaperParts, signal?: AbortSignal): Promise<HostFile>;
  dossier(parts: PaperParts, signal?: AbortSignal): Promise<HostFile>;
}

const MOST_KEPT = 20;

/** Where papers are made, one after the other. It outlives the view: who looks at another tab meanwhile loses nothing. */
export class PaperDesk {
  private state: PaperState = { work: { state: "idle" }, ended: 0, purpose: "get", latest: [], refusals: [], failure: null, made: [] };
  private readonly listeners = new Set<() => void>();
  private cancelled = new AbortController();
  private number = 0;

  constructor(
    private readonly maker: PaperMaker,
    private readonly now: () => number = Date.now,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): PaperState => this.state;

  /** Makes what is asked for. A refused paper does not stop the others; a failure does, and what was made before it is kept. */
  async run(purpose: "get" | "look", orders: readonly Order[], readFile: () => Promise<HostFile>, asDraft: boolean, acknowledge = ""): Promise<void> {
    if (this.state.work.state !== "idle") return;
    const { signal } = (this.cancelled = new AbortController());
    const latest: Paper[] = [];
    const refusals: Refusal[] = [];
    let failure: Failure | null = null;
    this.set({ work: this.step(orders, 0), refusals: [], failure: null, latest: [], purpose });
    try {
      const file = await readFile();
      for (const [done, order] of orders.entries()) {
        signal.throwIfAborted();
        this.set({ work: this.step(orders, done) });
        const paper = await this.made(order, { file, details: order.details, format: order.format, draft: asDraft, ...(acknowledge === "" ? {} : { acknowledge }), ...(order.form === undefined ? {} : { form: order.form }) }, signal, seconds =>
          this.set({ work: { ...this.step(orders, done), state: "waiting", seconds } }),
        );
        if ("findings" in paper) refusals.push({ order, code: paper.code, findings: paper.findings });
        else latest.push({ id: ++this.number, kind: order.kind, title: order.title, file: paper, from: file.name, asDraft, when: this.now() });
      }
    } catch (error) {
      failure = signal.aborted ? null : failureOf(error);
      if (!signal.aborted && !failure) throw error;
    } finally {
      const made = purpose === "get" ? [...latest.toReversed(), ...this.state.made].slice(0, MOST_KEPT) : this.state.made;
      this.set({ work: { state: "idle" }, ended: this.state.ended + 1, latest, refusals, failure, made });
    }
  }

  cancel(): void {
    this.cancelled.abort();
  }

  private async made(order: Order, parts: PaperParts, signal: AbortSignal, waits: (seconds: number) => void): Promise<HostFile | ServiceProblem> {
    const ask = () => (order.kind === DOSSIER ? this.maker.dossier(parts, signal) : this.maker.document(order.kind, parts, signal));
    try {
      return await patiently(ask, signal, waits);
    } catch (error) {
      if (error instanceof ServiceProblem && error.status === 422) return error;
      throw error;
    }
  }

  private step(orders: readonly Order[], done: number): Extract<Work, { state: "making" }> {
    return { state: "making", title: orders[done]?.title ?? "", done, total: orders.length };
  }

  private set(change: Partial<PaperState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
