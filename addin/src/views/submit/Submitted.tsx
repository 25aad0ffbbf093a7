import { Button } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useLanguage } from "../../language/Language";
import { signIn } from "../../signin/person";
import { Following } from "../../state/following";
import { failureText } from "../words";
import { SubmissionCard } from "./SubmissionCard";
import { desk, useSubmitDesk } from "./desk";

/** One's submissions, followed while one of them is under way. */
export function Submitted() {
  const { text } = useLanguage();
  const { list, listFailure, outcome } = useSubmitDesk();
  useFollowing();
  // The one just accepted stands above.
  const others = outcome?.kind === "accepted" ? list?.filter(one => one.id !== outcome.submission.id) : list;
  return (
    <section className="results" aria-labelledby="submitted">
      <div className="submitted-head">
        <h3 id="submitted" className="subheading">
          {text.submit.list}
        </h3>
        <Button size="small" onClick={() => void desk.refresh()}>
          {text.submit.refresh}
        </Button>
      </div>
      {listFailure && <p role="alert">{failureText(text, listFailure)}</p>}
      {list?.length === 0 && <p className="note">{text.submit.none}</p>}
      <ul className="paper-list">
        {others?.map(submission => (
          <li key={submission.id}>
            <SubmissionCard submission={submission} />
          </li>
        ))}
      </ul>
      <Told />
    </section>
  );
}

/** What changed, for ears. */
function Told() {
  const { text } = useLanguage();
  const { list } = useSubmitDesk();
  const region = useRef<HTMLDivElement>(null);
  const known = useRef<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    if (!list) return;
    const changed = list.filter(({ id, state }) => known.current?.has(id) && known.current.get(id) !== state);
    known.current = new Map(list.map(({ id, state }) => [id, state]));
    if (changed.length > 0 && region.current) region.current.textContent = changed.map(({ unit, state }) => text.submit.told(unit, text.submit.state[state])).join(" ");
  }, [list, text]);
  return <div ref={region} className="unseen" role="status" />;
}

function useFollowing(): void {
  useEffect(() => {
    const following = new Following({
      list: () => desk.snapshot().list ?? [],
      refresh: () => desk.refresh(),
      quiet: () => document.hidden || signIn.snapshot().person === null,
    });
    const wake = () => following.wake();
    // A new submission changes the list: it is asked about soon.
    let known = desk.snapshot().list?.length;
    const stop = desk.subscribe(() => {
      const now = desk.snapshot().list?.length;
      if (now !== known) wake();
      known = now;
    });
    document.addEventListener("visibilitychange", wake);
    const stopPerson = signIn.subscribe(wake);
    void desk.refresh().then(wake);
    return () => {
      following.stop();
      stop();
      stopPerson();
      document.removeEventListener("visibilitychange", wake);
    };
  }, []);
}
