import { describe, expect, test } from "vitest";
import { isRunning, next, unchecked, type Checks, type Event } from "../../addin/src/state/check";
import { reportOf } from "./reports";

const file = { name: "bieu.xlsx", bytes: new Uint8Array() };
const answer = (run: number, when = 1) => ({ type: "answered", run, report: reportOf(), file, when }) as const;
const after = (...events: Event[]): Checks => events.reduce(next, unchecked);
const failure = { by: "host", trouble: "editingCell", detail: "" } as const;

describe("Check", () => {
  test("Started_IsReadingFromNothing", () => {
    expect(after({ type: "started", run: 1 })).toEqual({ run: 1, check: { state: "reading", part: 0 }, last: null });
  });

  test("WhileReading_ProgressIsKept", () => {
    expect(after({ type: "started", run: 1 }, { type: "progressed", run: 1, part: 0.4 }).check).toEqual({ state: "reading", part: 0.4 });
  });

  test("WhenTheServiceIsAsked_ProgressOfReadingNoLongerCounts", () => {
    expect(after({ type: "started", run: 1 }, { type: "read", run: 1 }, { type: "progressed", run: 1, part: 0.4 }).check).toEqual({ state: "checking" });
  });

  test("Answered_IsTheLastAnswerToo", () => {
    const checks = after({ type: "started", run: 1 }, { type: "read", run: 1 }, answer(1, 77));
    expect(checks.check).toMatchObject({ state: "checked", when: 77 });
    expect(checks.last).toMatchObject({ file, when: 77 });
  });

  test("CheckedAgain_TheFormerAnswerStaysUntilTheNewOne", () => {
    const again = after({ type: "started", run: 1 }, answer(1, 1), { type: "started", run: 2 });
    expect(again.check.state).toBe("reading");
    expect(again.last?.when).toBe(1);
    expect(next(again, answer(2, 2)).last?.when).toBe(2);
  });

  test("FailedAfterAnAnswer_KeepsTheAnswer", () => {
    const failed = after({ type: "started", run: 1 }, answer(1), { type: "started", run: 2 }, { type: "failed", run: 2, failure });
    expect(failed.check).toEqual({ state: "failed", failure });
    expect(failed.last).not.toBeNull();
  });

  test("CancelledAfterAnAnswer_IsCheckedAsBefore", () => {
    expect(after({ type: "started", run: 1 }, answer(1, 5), { type: "started", run: 2 }, { type: "cancelled", run: 2 }).check).toMatchObject({ state: "checked", when: 5 });
  });

  test("FirstCheckCancelled_IsIdle", () => {
    expect(after({ type: "started", run: 1 }, { type: "cancelled", run: 1 })).toEqual({ ...unchecked, run: 1 });
  });

  test.each<Event>([answer(1), { type: "failed", run: 1, failure }, { type: "cancelled", run: 1 }, { type: "progressed", run: 1, part: 1 }, { type: "read", run: 1 }])("OlderCheckSays $type_IsNotHeard", late => {
    const newer = after({ type: "started", run: 1 }, { type: "started", run: 2 });
    expect(next(newer, late)).toBe(newer);
  });

  test.each<Event>([answer(1), { type: "failed", run: 1, failure }, { type: "cancelled", run: 1 }, { type: "read", run: 1 }])("EndedCheckSays $type_IsNotHeard", late => {
    const ended = after({ type: "started", run: 1 }, { type: "failed", run: 1, failure });
    expect(next(ended, late)).toBe(ended);
  });

  test("AnotherFile_NothingOfTheFormerHolds", () => {
    const forgotten = after({ type: "started", run: 1 }, answer(1), { type: "forgotten", run: 2 });
    expect(forgotten).toEqual({ ...unchecked, run: 2 });
    expect(next(forgotten, answer(1))).toBe(forgotten);
  });

  test("Running_IsReadingOrChecking", () => {
    expect(isRunning({ state: "reading", part: 0 })).toBe(true);
    expect(isRunning({ state: "checking" })).toBe(true);
    expect(isRunning({ state: "idle" })).toBe(false);
    expect(isRunning({ state: "failed", failure })).toBe(false);
  });
});
