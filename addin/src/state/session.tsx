import { createContext, useCallback, useContext, useEffect, useMemo, useReducer, useRef, useState, type ReactNode } from "react";
import { browserHost } from "../host/browser";
import { HostTrouble, type Corrected, type Correction, type HostFile, type HostPort, type Mark } from "../host/HostPort";
import { ServiceProblem, service, type CheckReport, type FormDescription } from "../service/client";
import { isRunning, next, unchecked, type Check, type Event, type Failure } from "./check";
import { Recheck } from "./recheck";

/** The file at hand and what is known of it. One check serves every view. */
export interface Session {
  readonly host: HostPort;
  /** False on the page for browsers as long as no file was chosen. */
  readonly hasFile: boolean;
  /** As far as it is known: Office tells it with the first check. */
  readonly fileName: string | null;
  /** Where the latest check stands. */
  readonly state: Check;
  /** A check is going on. */
  readonly busy: boolean;
  /** The report of the last check that ended well: of the chosen form, where the file holds several. It stays while the file is checked again. */
  readonly report: CheckReport | null;
  /** All forms of the file. */
  readonly reports: readonly CheckReport[];
  /** What was checked, as it was then; `readFile` reads it as it is now. */
  readonly file: HostFile | null;
  /** When, in milliseconds since 1970. */
  readonly when: number | null;
  /** Everything printed on the report's form; null until it has come. */
  readonly form: FormDescription | null;
  /** The file carries our marks. */
  readonly marked: boolean;
  /** Answers when the check has ended, however it ended. */
  check(): Promise<void>;
  /** Says what the file leaves open about the unit, and checks again. */
  answer(property: string, is: boolean): void;
  cancel(): void;
  /** Another file in the place of this one, on the page for browsers; it is checked at once. */
  open(file: File): Promise<void>;
  choose(report: CheckReport): void;
  /** Writes into the file, then checks again. */
  correct(corrections: readonly Correction[]): Promise<Corrected>;
  /** Answers how many marks were set. */
  mark(marks: readonly Mark[]): Promise<number>;
  /** Takes our marks out of the file. */
  clear(): Promise<void>;
  /** The file as it is now, for papers and layout. Throws HostTrouble. */
  readFile(): Promise<HostFile>;
}

const Current = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error("No SessionProvider above this view.");
  return session;
}

export function SessionProvider({ host: first, children }: { host: HostPort; children: ReactNode }) {
  const [host, setHost] = useState(first);
  const [opened, setOpened] = useState<string | null>(null);
  const [checks, tell] = useReducer(next, unchecked);
  const [chosen, setChosen] = useState(0);
  const [marked, setMarked] = useState(false);
  const run = useRef(0);
  /** Of the file at hand, by property. */
  const answers = useRef(new Map<string, boolean>());
  const running = useRef<{ readonly cancelled: AbortController; readonly ended: Promise<void> } | null>(null);

  /** @param live After an edit, not because the user asked. Answers as `checked` does. */
  const checkFile = useCallback((of: HostPort, live: boolean): Promise<boolean> => {
    const older = running.current;
    older?.cancelled.abort();
    const cancelled = new AbortController();
    const answer = checked(of, live, ++run.current, cancelled.signal, older?.ended, tell, [...answers.current].map(([property, is]) => `${property}=${is ? "có" : "không"}`));
    running.current = { cancelled, ended: answer.then(ignore, ignore) };
    return answer;
  }, []);

  const check = useCallback(async () => void (await checkFile(host, false)), [checkFile, host]);

  const answer = useCallback(
    (property: string, is: boolean) => {
      answers.current.set(property, is);
      void checkFile(host, false);
    },
    [checkFile, host],
  );

  const cancel = useCallback(() => running.current?.cancelled.abort(), []);

  const open = useCallback(
    async (file: File) => {
      const dropped = browserHost(file);
      tell({ type: "forgotten", run: ++run.current });
      setHost(dropped);
      setOpened(file.name);
      setChosen(0);
      answers.current = new Map();
      await checkFile(dropped, false);
    },
    [checkFile],
  );

  const correct = useCallback(
    async (corrections: readonly Correction[]) => {
      const corrected = await host.correct(corrections);
      if (corrected.done.length > 0) void checkFile(host, false);
      return corrected;
    },
    [checkFile, host],
  );

  const mark = useCallback(
    async (marks: readonly Mark[]) => {
      const set = await host.mark(marks);
      setMarked(set > 0);
      return set;
    },
    [host],
  );

  const clear = useCallback(async () => {
    await host.clearMarks();
    setMarked(false);
  }, [host]);

  const readFile = useCallback(() => host.readFile(() => undefined, new AbortController().signal), [host]);

  useEffect(() => {
    if (!host.can.mark) return;
    let gone = false;
    host.hasMarks().then(
      has => gone || setMarked(has),
      // A host that is busy now is asked again by the first press of a button.
      (error: unknown) => error instanceof HostTrouble || reportError(error),
    );
    return () => void (gone = true);
  }, [host]);

  useLiveChecks(host, checks.last !== null, checkFile);
  const { last } = checks;
  const reports = useMemo(() => (last ? [last.report, ...(last.report.others ?? [])] : []), [last]);
  const report = reports[chosen] ?? reports[0] ?? null;
  const form = useForm(report?.form.id ?? null);

  const session = useMemo<Session>(
    () => ({
      host,
      hasFile: host.kind !== "browser" || opened !== null,
      fileName: opened ?? last?.file.name ?? null,
      state: checks.check,
      busy: isRunning(checks.check),
      report,
      reports,
      file: last?.file ?? null,
      when: last?.when ?? null,
      form,
      marked,
      check,
      answer,
      cancel,
      open,
      choose: of => setChosen(reports.indexOf(of)),
      correct,
      mark,
      clear,
      readFile,
    }),
    [host, opened, checks.check, report, reports, last, form, marked, check, answer, cancel, open, correct, mark, clear, readFile],
  );
  return <Current value={session}>{children}</Current>;
}

/**
 * One check, told step by step. It begins when the older one has ended, which has given its copy of the file back then: Office hands out two at most.
 * Answers false when a live check found Office not ready to give the file: the report on the screen is the better answer then.
 */
async function checked(of: HostPort, live: boolean, run: number, cancelled: AbortSignal, older: Promise<void> | undefined, tell: (event: Event) => void, set: readonly string[]): Promise<boolean> {
  tell({ type: "started", run });
  await older;
  try {
    cancelled.throwIfAborted();
    const file = await of.readFile(part => tell({ type: "progressed", run, part }), cancelled);
    tell({ type: "read", run });
    const report = await service.check(file, cancelled, set);
    tell({ type: "answered", run, report, file, when: Date.now() });
    return true;
  } catch (error) {
    const notNow = live && error instanceof HostTrouble && (error.trouble === "editingCell" || error.trouble === "tooManyCopies");
    if (cancelled.aborted || notNow) {
      tell({ type: "cancelled", run });
      return !notNow;
    }
    const failure = failureOf(error);
    tell(failure ? { type: "failed", run, failure } : { type: "cancelled", run });
    if (failure) return true;
    throw error;
  }
}

function ignore(): void {
  // The one who asked for that check hears how it ended.
}

/** What went wrong, when it is no fault of our own. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof HostTrouble) return { by: "host", trouble: error.trouble, detail: error.detail };
  if (error instanceof ServiceProblem) return { by: "service", code: error.code, detail: error.detail, status: error.status };
  return null;
}

/** From the first check on, edits in the file are checked by themselves. */
function useLiveChecks(host: HostPort, begun: boolean, checkFile: (of: HostPort, live: boolean) => Promise<boolean>): void {
  useEffect(() => {
    if (!begun || !host.can.watch) return;
    const recheck = new Recheck(() => checkFile(host, true));
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener("input", () => recheck.typedInPane(), { capture: true, signal });
    addEventListener("compositionstart", () => recheck.compositionStarted(), { capture: true, signal });
    addEventListener("compositionend", () => recheck.compositionEnded(), { capture: true, signal });
    const watching = host.watch(() => recheck.edited());
    watching.catch((error: unknown) => error instanceof HostTrouble || reportError(error));
    return () => {
      ended.abort();
      recheck.stop();
      void watching.then(
        stop => stop(),
        () => undefined,
      );
    };
  }, [host, begun, checkFile]);
}

/** Who is in charge of what stands in the definition, which changes only with the service. Without it the filter by office is not offered. */
function useForm(id: string | null): FormDescription | null {
  const [form, setForm] = useState<FormDescription | null>(null);
  useEffect(() => {
    if (id === null) return;
    let gone = false;
    service.form(id).then(
      came => gone || setForm(came),
      (error: unknown) => error instanceof ServiceProblem || reportError(error),
    );
    return () => void (gone = true);
  }, [id]);
  return form?.form.id === id ? form : null;
}
