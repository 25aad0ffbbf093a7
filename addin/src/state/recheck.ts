/** How long after the last edit, or the last key in the pane, the file is checked again, in milliseconds. */
export const QUIET = 800;

/**
 * Live checking: after edits in the file, once, when they have ended; not while something is typed in the pane or a Vietnamese input method is composing a word, and never two checks at once.
 */
export class Recheck {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;
  private composing = false;
  private stopped = false;
  private typed = Number.NEGATIVE_INFINITY;

  /** @param check Answers when the check has ended; `false` when the host was not ready, so that it is tried again. */
  constructor(
    private readonly check: () => Promise<boolean>,
    private readonly now: () => number = Date.now,
  ) {}

  /** The file was edited. */
  edited(): void {
    if (this.stopped) return;
    if (this.running) this.again = true;
    else this.wait();
  }

  /** A key was struck in the pane. */
  typedInPane(): void {
    this.typed = this.now();
  }

  compositionStarted(): void {
    this.composing = true;
  }

  compositionEnded(): void {
    this.composing = false;
    this.typedInPane();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.fire(), QUIET);
  }

  private async fire(): Promise<void> {
    if (this.composing || this.now() - this.typed < QUIET) return this.wait();
    this.running = true;
    this.again = false;
    let ready = false;
    try {
      ready = await this.check();
    } finally {
      this.running = false;
    }
    if (!this.stopped && (this.again || !ready)) this.wait();
  }
}
