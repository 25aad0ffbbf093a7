import type { Submission } from "../service/client";

/** Milliseconds between two questions: at first, and at most. */
const SOON = 1000;
const LATE = 30_000;

/** What the following stands on. */
export interface Followed {
  /** As they are known now. */
  list(): readonly Submission[];
  refresh(): Promise<void>;
  /** Nobody looks, or nobody is signed in: nothing is asked. */
  quiet(): boolean;
}

/** Asks what becomes of submissions while one of them is under way: soon after each change, then less and less often; not while nobody looks. */
export class Following {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private delay = SOON;
  private stopped = false;

  constructor(private readonly followed: Followed) {}

  /** Something has changed, or somebody looks again. */
  wake(): void {
    this.delay = SOON;
    this.wait();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.stopped || this.followed.quiet() || !this.followed.list().some(isUnderWay)) return;
    this.timer = setTimeout(() => void this.ask(), this.delay);
  }

  private async ask(): Promise<void> {
    if (this.followed.quiet()) return;
    const before = statesOf(this.followed.list());
    await this.followed.refresh();
    this.delay = statesOf(this.followed.list()) === before ? Math.min(this.delay * 2, LATE) : SOON;
    this.wait();
  }
}

export function isUnderWay({ state }: Submission): boolean {
  return state === "accepted" || state === "delivering" || state === "retrying";
}

function statesOf(list: readonly Submission[]): string {
  return list.map(({ id, state, attempts }) => `${id} ${state} ${attempts}`).join("\n");
}
