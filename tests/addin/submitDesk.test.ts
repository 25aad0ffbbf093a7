import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { HostFile } from "../../addin/src/host/HostPort";
import { ServiceProblem, type PaperParts, type Submission } from "../../addin/src/service/client";
import { attempts, printOf } from "../../addin/src/state/attempt";
import { Following } from "../../addin/src/state/following";
import { SubmitDesk, type Receiver } from "../../addin/src/state/submitDesk";
import { reportOf } from "./reports";

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) });
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const submission = (id: string, state: Submission["state"] = "accepted", parts: Partial<Submission> = {}): Submission => ({
  id, state, form: "bieu", formVersion: "1", unit: "UBND", year: 2024, name: "ho-so.zip", size: 1, sha256: "", acceptedAt: "2025-04-08T01:00:00Z", changedAt: "2025-04-08T01:00:00Z",
  attempts: 0, nextAttemptAt: null, link: null, reason: null, claims: null, papers: [], ...parts,
});

/** A service that answers in turn. */
function receiver(...answers: (Submission | ServiceProblem)[]): Receiver & { readonly sent: [string, PaperParts][] } {
  const sent: [string, PaperParts][] = [];
  return {
    sent,
    submit(key, parts) {
      sent.push([key, parts]);
      const answer = answers.shift()!;
      return answer instanceof ServiceProblem ? Promise.reject(answer) : Promise.resolve(answer);
    },
    submissions: () => Promise.resolve([]),
    resend: () => Promise.reject(new ServiceProblem("submission.notWaiting", "", 409)),
  };
}

let read = 0;
/** Office writes the same file differently each time. */
const readFile = (): Promise<HostFile> => Promise.resolve({ name: "bieu.xlsx", bytes: new Uint8Array([++read]) });
const silent = new ServiceProblem("unreachable", "x", 0);

test("Accepted_IsListed_AndTheNextSubmissionHasAnotherKey", async () => {
  const service = receiver(submission("a"), submission("b", "accepted", { acceptedAt: "2025-04-09T01:00:00Z" }));
  const desk = new SubmitDesk(service);
  await desk.submit("p", { agency: "x" }, readFile);
  await desk.submit("p", { agency: "x" }, readFile);
  expect(desk.snapshot().list?.map(one => one.id)).toEqual(["b", "a"]);
  expect(desk.snapshot().outcome).toMatchObject({ kind: "accepted", submission: { id: "b" } });
  expect(service.sent[0]![0]).not.toBe(service.sent[1]![0]);
});

test("Contradictions_AreARefusalThatAsksForAReason", async () => {
  const service = receiver(new ServiceProblem("form.contradictions", "x", 422, []), submission("a"));
  const desk = new SubmitDesk(service);
  await desk.submit("p", {}, readFile);
  expect(desk.snapshot().outcome).toMatchObject({ kind: "refused", code: "form.contradictions" });
  await desk.submit("p", {}, readFile, "Đã rà soát");
  expect(desk.snapshot().outcome).toMatchObject({ kind: "accepted" });
  expect(service.sent.map(([, parts]) => parts.acknowledge)).toEqual([undefined, "Đã rà soát"]);
});

test("LostAnswer_IsAskedAgainWithTheSameKeyAndBytes", async () => {
  const service = receiver(silent, submission("a"));
  const desk = new SubmitDesk(service);
  await desk.submit("p", {}, readFile);
  expect(desk.snapshot().outcome).toMatchObject({ kind: "failed", unanswered: true });
  await desk.submit("p", {}, readFile);
  expect(service.sent[1]).toEqual(service.sent[0]);
  expect(attempts.open()).toBeNull();
});

test("LostAnswer_AfterAReload_IsAskedAgainWithTheSameKey", async () => {
  const before = receiver(silent);
  await new SubmitDesk(before).submit("p", {}, readFile);
  const after = receiver(submission("a"));
  await new SubmitDesk(after).submit("p", {}, readFile);
  expect(after.sent[0]![0]).toBe(before.sent[0]![0]);
});

test("LostAnswer_AnotherContentIsAnotherAttempt", async () => {
  const service = receiver(silent, submission("a"));
  const desk = new SubmitDesk(service);
  await desk.submit("p", {}, readFile);
  await desk.submit("q", {}, readFile);
  expect(service.sent[1]![0]).not.toBe(service.sent[0]![0]);
  expect(service.sent[1]![1].file).not.toEqual(service.sent[0]![1].file);
});

test("KeyKnownWithOtherBytes_MeansThatTheEarlierAttemptArrived", async () => {
  await new SubmitDesk(receiver(silent)).submit("p", {}, readFile);
  const desk = new SubmitDesk(receiver(new ServiceProblem("submission.keyReused", "x", 409)));
  await desk.submit("p", {}, readFile);
  expect(desk.snapshot().outcome).toEqual({ kind: "arrived" });
  expect(attempts.open()).toBeNull();
});

test.each([
  [400, true],
  [401, false],
  [403, false],
  [409, true],
  [413, true],
  [422, true],
  [500, false],
])("Status%i_IsAnAnswer_%s", async (status, answered) => {
  const desk = new SubmitDesk(receiver(new ServiceProblem("x", "x", status)));
  await desk.submit("p", {}, readFile);
  expect(attempts.open() === null).toBe(answered);
});

test("BusyService_IsAskedAgainWithTheSameKey", async () => {
  const service = receiver(new ServiceProblem("service.busy", "x", 503, [], 5), submission("a"));
  const desk = new SubmitDesk(service);
  const ended = desk.submit("p", {}, readFile);
  await vi.advanceTimersByTimeAsync(4999);
  expect(desk.snapshot().work).toEqual({ state: "waiting", seconds: 5 });
  await vi.advanceTimersByTimeAsync(1);
  await ended;
  expect(service.sent.map(([key]) => key)).toEqual([service.sent[0]![0], service.sent[0]![0]]);
  expect(desk.snapshot().outcome?.kind).toBe("accepted");
});

test("Print_IsOfEntriesAndDetails", async () => {
  const entry = (raw: string) => ({ "1.result": { value: raw, raw, location: { text: "" } } }) as never;
  const one = await printOf(reportOf({ entries: entry("Đạt") }), { agency: "x" });
  expect(await printOf(reportOf({ entries: entry("Đạt") }), { agency: "x" })).toBe(one);
  expect(await printOf(reportOf({ entries: entry("Không đạt") }), { agency: "x" })).not.toBe(one);
  expect(await printOf(reportOf({ entries: entry("Đạt") }), { agency: "y" })).not.toBe(one);
});

/** A list that is asked about; the test sees when. */
function followed(states: Submission["state"][]) {
  const world = { asked: [] as number[], list: [submission("a", states[0])], hidden: false };
  const following = new Following({
    list: () => world.list,
    refresh: () => {
      world.asked.push(Date.now());
      world.list = [submission("a", states[Math.min(world.asked.length, states.length - 1)])];
      return Promise.resolve();
    },
    quiet: () => world.hidden,
  });
  return { world, following };
}

const seconds = (from: number, moments: readonly number[]) => moments.map(moment => (moment - from) / 1000);

test("Following_AsksLessAndLessOften_AndSoonAfterAChange", async () => {
  const from = Date.now();
  const { world, following } = followed(["accepted", "accepted", "accepted", "retrying", "retrying"]);
  following.wake();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seconds(from, world.asked)).toEqual([1, 3, 7, 8, 10]);
  following.stop();
});

test("Following_NeverWaitsLongerThanHalfAMinute", async () => {
  const { world, following } = followed(["retrying"]);
  following.wake();
  await vi.advanceTimersByTimeAsync(200_000);
  expect(Math.max(...world.asked.slice(1).map((moment, index) => moment - world.asked[index]!))).toBe(30_000);
  following.stop();
});

test("Following_EndsWithTheLastOnItsWay", async () => {
  const { world, following } = followed(["accepted", "delivered"]);
  following.wake();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(world.asked.length).toBe(1);
});

test("Following_StopsWhileNobodyLooks_AndGoesOnAfterwards", async () => {
  const { world, following } = followed(["accepted"]);
  following.wake();
  world.hidden = true;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(world.asked).toEqual([]);
  world.hidden = false;
  following.wake();
  await vi.advanceTimersByTimeAsync(1000);
  expect(world.asked.length).toBe(1);
  following.stop();
});
