import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useLanguage } from "../../language/Language";
import type { Work } from "../../state/paperDesk";

/** How the making goes, and the way to stop it. */
export function Running({ work, cancel }: { work: Work; cancel: () => void }) {
  const { text } = useLanguage();
  return (
    <div className="running">
      <div role="status">{work.state !== "idle" && <Said work={work} />}</div>
      {work.state !== "idle" && (
        <>
          <progress className="running-bar" aria-label={text.papers.making(work.title, work.done + 1, work.total)} max={work.total} {...(work.total > 1 ? { value: work.done } : {})} />
          <Button onClick={cancel}>{text.papers.cancel}</Button>
        </>
      )}
    </div>
  );
}

function Said({ work }: { work: Exclude<Work, { state: "idle" }> }) {
  const { text } = useLanguage();
  return (
    <>
      <p>{text.papers.making(work.title, work.done + 1, work.total)}</p>
      {work.state === "waiting" && <Countdown key={work.done} seconds={work.seconds} />}
    </>
  );
}

/** Counts down for eyes; ears hear it once. */
function Countdown({ seconds }: { seconds: number }) {
  const { text } = useLanguage();
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(before => Math.max(1, before - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <p className="unseen">{text.papers.waiting(seconds)}</p>
      <p className="note" aria-hidden="true">
        {text.papers.waiting(left)}
      </p>
    </>
  );
}
