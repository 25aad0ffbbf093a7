import { expect, test, vi } from "vitest";
import { ServiceProblem, type CheckReport } from "../../addin/src/service/client";
import { FileTable } from "../../addin/src/state/fileTable";

const report = {} as CheckReport;
const file = (name: string) => new File([name], name, { lastModified: 1 });
const states = (table: FileTable) => table.snapshot().map(row => `${row.file.name} ${row.state}`);

test("Files_AreChecked_TwoAtOnce", async () => {
  const answers: (() => void)[] = [];
  const table = new FileTable(() => new Promise(resolve => answers.push(() => resolve(report))));
  table.add([file("a"), file("b"), file("c")]);
  await vi.waitFor(() => expect(answers.length).toBe(2));
  expect(states(table)).toEqual(["a checking", "b checking", "c waiting"]);
  answers[0]!();
  await vi.waitFor(() => expect(answers.length).toBe(3));
  answers[1]!();
  answers[2]!();
  await vi.waitFor(() => expect(states(table)).toEqual(["a checked", "b checked", "c checked"]));
});

test("SameFile_AddedAgain_IsInTheListOnce", async () => {
  const table = new FileTable(() => Promise.resolve(report));
  table.add([file("a")]);
  table.add([file("a"), file("b")]);
  await vi.waitFor(() => expect(states(table)).toEqual(["a checked", "b checked"]));
});

test("RefusedFile_HasItsFailure_AndCanBeTriedAgain", async () => {
  const check = vi.fn().mockRejectedValueOnce(new ServiceProblem("LC1101", "x", 400)).mockResolvedValue(report);
  const table = new FileTable(check);
  table.add([file("a"), file("b")]);
  await vi.waitFor(() => expect(states(table)).toEqual(["a failed", "b checked"]));
  expect(table.snapshot()[0]!.failure).toMatchObject({ by: "service", code: "LC1101" });
  table.retry(table.snapshot()[0]!.id);
  await vi.waitFor(() => expect(states(table)).toEqual(["a checked", "b checked"]));
  expect(table.snapshot()[0]!.failure).toBeNull();
});

test("FileThatIsGone_IsSaid", async () => {
  const gone = file("a");
  gone.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  const table = new FileTable(() => Promise.resolve(report));
  table.add([gone]);
  await vi.waitFor(() => expect(table.snapshot()[0]!.failure).toMatchObject({ by: "host", trouble: "gone" }));
});

test("RemovedFile_ItsCheckIsCancelled_AndTheNextBegins", async () => {
  const signals: AbortSignal[] = [];
  const table = new FileTable((_, signal) => new Promise((_resolve, reject) => (signals.push(signal), signal.addEventListener("abort", () => reject(signal.reason as Error)))));
  table.add([file("a"), file("b"), file("c")]);
  await vi.waitFor(() => expect(signals.length).toBe(2));
  table.remove(table.snapshot()[0]!.id);
  await vi.waitFor(() => expect(signals.length).toBe(3));
  expect(signals[0]!.aborted).toBe(true);
  expect(states(table)).toEqual(["b checking", "c checking"]);
  table.clear();
  expect(states(table)).toEqual([]);
});
