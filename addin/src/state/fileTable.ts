import type { HostFile } from "../host/HostPort";
import type { CheckReport } from "../service/client";
import type { Failure } from "./check";
import { patiently } from "./patience";
import { failureOf } from "./session";

/** One of several files on the page for browsers, and what its check said. */
export interface FileRow {
  readonly id: number;
  readonly file: File;
  readonly state: "waiting" | "checking" | "checked" | "failed";
  readonly report: CheckReport | null;
  readonly failure: Failure | null;
}

/** Checks that go on at the same time: the service has other users. */
const AT_ONCE = 2;

/** Kiểm tra nhiều tệp: the files stay in the browser, each is sent for its check alone. It outlives the view. */
export class FileTable {
  private rows: readonly FileRow[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly running = new Map<number, AbortController>();
  private number = 0;

  constructor(private readonly check: (file: HostFile, signal: AbortSignal) => Promise<CheckReport>) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly FileRow[] => this.rows;

  /** A file that is in the list already, unchanged, is not added again. */
  add(files: Iterable<File>): void {
    const fresh = [...files].filter(file => !this.rows.some(row => row.file.name === file.name && row.file.size === file.size && row.file.lastModified === file.lastModified));
    this.set([...this.rows, ...fresh.map(file => ({ id: ++this.number, file, state: "waiting" as const, report: null, failure: null }))]);
    this.go();
  }

  retry(id: number): void {
    this.change(id, { state: "waiting", failure: null });
    this.go();
  }

  remove(id: number): void {
    this.running.get(id)?.abort();
    this.set(this.rows.filter(row => row.id !== id));
  }

  clear(): void {
    for (const cancelled of this.running.values()) cancelled.abort();
    this.set([]);
  }

  private go(): void {
    while (this.running.size < AT_ONCE) {
      const next = this.rows.find(row => row.state === "waiting" && !this.running.has(row.id));
      if (!next) return;
      void this.one(next);
    }
  }

  private async one({ id, file }: FileRow): Promise<void> {
    const cancelled = new AbortController();
    this.running.set(id, cancelled);
    this.change(id, { state: "checking" });
    try {
      const bytes = await bytesOf(file);
      const report = bytes && (await patiently(() => this.check({ name: file.name, bytes }, cancelled.signal), cancelled.signal, () => undefined));
      this.change(id, report ? { state: "checked", report } : { state: "failed", failure: { by: "host", trouble: "gone", detail: "" } });
    } catch (error) {
      const failure = failureOf(error);
      if (failure) this.change(id, { state: "failed", failure });
      else if (!cancelled.signal.aborted) throw error;
    } finally {
      this.running.delete(id);
      this.go();
    }
  }

  private change(id: number, part: Partial<FileRow>): void {
    this.set(this.rows.map(row => (row.id === id ? { ...row, ...part } : row)));
  }

  private set(rows: readonly FileRow[]): void {
    this.rows = rows;
    for (const listener of this.listeners) listener();
  }
}

/** Null when the file was moved or deleted since it was chosen. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
