import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { QUIET, Recheck } from "../../addin/src/state/recheck";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A check that ends when it is told to. */
function slowCheck() {
  const ends: ((ready: boolean) => void)[] = [];
  const check = vi.fn(() => new Promise<boolean>(resolve => ends.push(resolve)));
  return { check, end: async (ready = true) => (ends.shift()!(ready), vi.advanceTimersByTimeAsync(0)) };
}

test("Edits_AreCheckedOnce_WhenTheyHaveEnded", async () => {
  const { check } = slowCheck();
  const recheck = new Recheck(check);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(QUIET - 1);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(QUIET - 1);
  expect(check).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(check).toHaveBeenCalledOnce();
});

test("EditDuringACheck_IsCheckedAfterIt_NeverTwoAtOnce", async () => {
  const { check, end } = slowCheck();
  const recheck = new Recheck(check);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(QUIET);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(10 * QUIET);
  expect(check).toHaveBeenCalledOnce();
  await end();
  await vi.advanceTimersByTimeAsync(QUIET);
  expect(check).toHaveBeenCalledTimes(2);
});

test("CheckWithoutEditsMeanwhile_IsNotRepeated", async () => {
  const { check, end } = slowCheck();
  const recheck = new Recheck(check);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(QUIET);
  await end();
  await vi.advanceTimersByTimeAsync(10 * QUIET);
  expect(check).toHaveBeenCalledOnce();
});

test("HostNotReady_IsAskedAgain", async () => {
  const { check, end } = slowCheck();
  const recheck = new Recheck(check);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(QUIET);
  await end(false);
  await vi.advanceTimersByTimeAsync(QUIET);
  expect(check).toHaveBeenCalledTimes(2);
});

test("TypingInThePane_PutsTheCheckOff", async () => {
  const { check } = slowCheck();
  const recheck = new Recheck(check);
  recheck.edited();
  await vi.advanceTimersByTimeAsync(QUIET - 100);
  recheck.typedInPane();
  await vi.advanceTimersByTimeAsync(QUIET - 100);
  expect(check).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2 * QUIET);
  expect(check).toHaveBeenCalledOnce();
});

test("WhileAWordIsComposed_NothingIsChecked_HoweverLong", async () => {
  const { check } = slowCheck();
  const recheck = new Recheck(check);
  recheck.compositionStarted();
  recheck.edited();
  await vi.advanceTimersByTimeAsync(20 * QUIET);
  expect(check).not.toHaveBeenCalled();
  recheck.compositionEnded();
  await vi.advanceTimersByTimeAsync(3 * QUIET);
  expect(check).toHaveBeenCalledOnce();
});

test("Stopped_ChecksNothingMore", async () => {
  const { check } = slowCheck();
  const recheck = new Recheck(check);
  recheck.edited();
  recheck.stop();
  recheck.edited();
  await vi.advanceTimersByTimeAsync(10 * QUIET);
  expect(check).not.toHaveBeenCalled();
});
