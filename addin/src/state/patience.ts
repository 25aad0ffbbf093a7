import { ServiceProblem } from "../service/client";

/** So often a busy service is asked again before its refusal is believed. */
const TURNS = 24;

/** Asks again when the service says that it is busy and how long to wait. @param waits Hears how many seconds it will be. */
export async function patiently<T>(work: () => Promise<T>, cancelled: AbortSignal, waits: (seconds: number) => void): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ServiceProblem) || error.retryAfter === null || turn === TURNS) throw error;
      waits(error.retryAfter);
      await pause(error.retryAfter * 1000, cancelled);
    }
  }
}

function pause(milliseconds: number, cancelled: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    cancelled.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    cancelled.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(cancelled.reason as Error);
    }, { once: true });
  });
}
