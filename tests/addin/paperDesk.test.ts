import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HostTrouble, type HostFile } from "../../addin/src/host/HostPort";
import { ServiceProblem, type PaperParts } from "../../addin/src/service/client";
import { DOSSIER, PaperDesk, type Order, type PaperMaker } from "../../addin/src/state/paperDesk";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const form: HostFile = { name: "bieu.xlsx", bytes: new Uint8Array([1]) };
const readForm = () => Promise.resolve(form);
const order = (kind: string, format: Order["format"] = "docx"): Order => ({ kind, title: `Title ${kind}`, details: { agency: kind }, format });
const refusal = new ServiceProblem("LC6005", "x", 422, [{ code: "LC6005" } as never]);
const busy = new ServiceProblem("service.busy", "x", 503, [], 5);

/** A service that answers what it is told, kind by kind. */
function maker(answers: Readonly<Record<string, readonly (ServiceProblem | "made")[]>>): PaperMaker & { readonly asked: [string, PaperParts][] } {
  const asked: [string, PaperParts][] = [];
  const turns = new Map<string, number>();
  function answer(kind: string, parts: PaperParts): Promise<HostFile> {
    asked.push([kind, parts]);
    const turn = turns.get(kind) ?? 0;
    turns.set(kind, turn + 1);
    const said = answers[kind]?.[turn] ?? "made";
    return said === "made" ? Promise.resolve({ name: `${kind}.docx`, bytes: new Uint8Array([2]) }) : Promise.reject(said);
  }
  return { asked, document: answer, dossier: parts => answer(DOSSIER, parts) };
}

test("Papers_AreMadeInOrderAndListedLastFirst", async () => {
  const service = maker({});
  const desk = new PaperDesk(service, () => 7);
  await desk.run("get", [order("a"), order("b")], readForm, true);
  expect(service.asked).toEqual([
    ["a", { file: form, details: { agency: "a" }, format: "docx", draft: true }],
    ["b", { file: form, details: { agency: "b" }, format: "docx", draft: true }],
  ]);
  expect(desk.snapshot().latest.map(paper => [paper.kind, paper.when, paper.asDraft])).toEqual([["a", 7, true], ["b", 7, true]]);
  expect(desk.snapshot().made.map(paper => paper.kind)).toEqual(["b", "a"]);
  expect(desk.snapshot().work.state).toBe("idle");
});

test("Reason_IsSentWithEachPaper_AndItsLackIsTold", async () => {
  const service = maker({ a: [new ServiceProblem("form.contradictions", "x", 422, [{ code: "LC3203" } as never])] });
  const desk = new PaperDesk(service);
  await desk.run("get", [order("a")], readForm, false);
  expect(desk.snapshot().refusals.map(refusal => [refusal.code, refusal.findings[0]?.code])).toEqual([["form.contradictions", "LC3203"]]);
  expect(service.asked[0]![1]).not.toHaveProperty("acknowledge");
  await desk.run("get", [order("a")], readForm, false, "Đã rà soát");
  expect(service.asked[1]![1].acknowledge).toBe("Đã rà soát");
  expect(desk.snapshot().latest.length).toBe(1);
});

test("Look_KeepsNothing", async () => {
  const service = maker({});
  const desk = new PaperDesk(service);
  await desk.run("look", [order("a", "pdf")], readForm, false);
  expect(desk.snapshot().latest.length).toBe(1);
  expect(desk.snapshot().made).toEqual([]);
});

test("FormThatIsMeant_IsNamed", async () => {
  const service = maker({});
  await new PaperDesk(service).run("get", [{ ...order("a"), form: "cdht-xa-muc-2" }, order("b")], readForm, false);
  expect(service.asked[0]![1].form).toBe("cdht-xa-muc-2");
  expect(service.asked[1]![1]).not.toHaveProperty("form");
});

test("Dossier_IsAskedForAsAWhole", async () => {
  const service = maker({});
  await new PaperDesk(service).run("get", [order(DOSSIER, "pdf")], readForm, false);
  expect(service.asked).toEqual([[DOSSIER, { file: form, details: { agency: DOSSIER }, format: "pdf", draft: false }]]);
});

test("RefusedPaper_DoesNotStopTheOthers", async () => {
  const desk = new PaperDesk(maker({ a: [refusal] }));
  await desk.run("get", [order("a"), order("b")], readForm, false);
  const { refusals, latest, failure } = desk.snapshot();
  expect(refusals).toEqual([{ order: order("a"), code: "LC6005", findings: refusal.findings }]);
  expect(latest.map(paper => paper.kind)).toEqual(["b"]);
  expect(failure).toBeNull();
});

test("Failure_StopsAndKeepsWhatWasMade", async () => {
  const service = maker({ b: [new ServiceProblem("unreachable", "x", 0)] });
  const desk = new PaperDesk(service);
  await desk.run("get", [order("a"), order("b"), order("c")], readForm, false);
  expect(service.asked.map(([kind]) => kind)).toEqual(["a", "b"]);
  expect(desk.snapshot().failure).toMatchObject({ by: "service", code: "unreachable" });
  expect(desk.snapshot().latest.map(paper => paper.kind)).toEqual(["a"]);
});

test("FileThatCannotBeRead_IsAFailureOfTheHost", async () => {
  const desk = new PaperDesk(maker({}));
  await desk.run("get", [order("a")], () => Promise.reject(new HostTrouble("editingCell")), false);
  expect(desk.snapshot().failure).toMatchObject({ by: "host", trouble: "editingCell" });
});

test("BusyService_IsAskedAgainAfterTheTimeItNames", async () => {
  const service = maker({ a: [busy, "made"] });
  const desk = new PaperDesk(service);
  const run = desk.run("get", [order("a")], readForm, false);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(desk.snapshot().work).toMatchObject({ state: "waiting", seconds: 5, title: "Title a" });
  expect(service.asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await run;
  expect(desk.snapshot().latest.length).toBe(1);
});

test("Cancelled_WhileWaiting_EndsWithoutAFailure", async () => {
  const desk = new PaperDesk(maker({ a: [busy] }));
  const run = desk.run("get", [order("a")], readForm, false);
  await vi.advanceTimersByTimeAsync(1_000);
  desk.cancel();
  await run;
  expect(desk.snapshot()).toMatchObject({ work: { state: "idle" }, failure: null, latest: [], ended: 1 });
});

test("SecondRun_WhileOneGoesOn_IsNotHeard", async () => {
  const service = maker({ a: [busy, "made"] });
  const desk = new PaperDesk(service);
  const run = desk.run("get", [order("a")], readForm, false);
  await desk.run("get", [order("b")], readForm, false);
  await vi.advanceTimersByTimeAsync(5_000);
  await run;
  expect(service.asked.map(([kind]) => kind)).toEqual(["a", "a"]);
});

test("OurOwnFault_IsNotSwallowed", async () => {
  const desk = new PaperDesk(maker({}));
  await expect(desk.run("get", [order("a")], () => Promise.reject(new TypeError("x")), false)).rejects.toThrow(TypeError);
  expect(desk.snapshot().work.state).toBe("idle");
});
