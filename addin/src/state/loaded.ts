import { useCallback, useEffect, useState } from "react";
import type { Failure } from "./check";
import { failureOf } from "./session";

export interface Loaded<T> {
  /** Null until it has come. */
  readonly value: T | null;
  readonly failure: Failure | null;
  retry(): void;
}

/** What the service tells once, such as its kinds of papers. @param load The same function as long as the same is asked for; null asks nothing. */
export function useLoaded<T>(load: (() => Promise<T>) | null): Loaded<T> {
  const [answer, setAnswer] = useState<{ readonly of: typeof load; readonly value: T | null; readonly failure: Failure | null } | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!load) return;
    let gone = false;
    load().then(
      value => gone || setAnswer({ of: load, value, failure: null }),
      (error: unknown) => {
        const failure = failureOf(error);
        if (!failure) reportError(error);
        else if (!gone) setAnswer({ of: load, value: null, failure });
      },
    );
    return () => void (gone = true);
  }, [load, turn]);
  const retry = useCallback(() => {
    setAnswer(null);
    setTurn(before => before + 1);
  }, []);
  return { value: answer?.of === load ? answer.value : null, failure: answer?.of === load ? answer.failure : null, retry };
}
