import { useState } from "react";
import { useLanguage } from "../../language/Language";
import type { Submission } from "../../service/client";
import { signIn } from "../../signin/person";
import { goTo } from "../Frame";
import { Icon, type IconName } from "../Icons";
import { dateOf, dayOf, timeOf } from "../words";
import { desk } from "./desk";

const icons: Record<Submission["state"], IconName> = { accepted: "recorded", delivering: "recorded", delivered: "met", retrying: "warning", needsConsent: "warning", returned: "error" };

/** One submitted dossier: where it is, or why it is not there and what to do. */
export function SubmissionCard({ submission }: { submission: Submission }) {
  const { text, code } = useLanguage();
  const { state, name, unit, year, acceptedAt, papers, link, reason, nextAttemptAt } = submission;
  const when = Date.parse(acceptedAt);
  return (
    <div className="paper submission">
      <p className={`submission-state submission-${state}`}>
        <Icon name={icons[state]} />
        {text.submit.state[state]}
      </p>
      <p className="paper-title">{unit}</p>
      <p className="note">
        {text.submit.about(year, dateOf(dayOf(when)), timeOf(when, code))} · {text.submit.papers(papers.length)}
      </p>
      {state === "delivered" && <Place link={link} name={name} />}
      {reason !== null && state !== "delivered" && (
        <p>
          <span className="submit-term">{text.submit.reason}</span> {reason}
        </p>
      )}
      {state === "retrying" && nextAttemptAt !== null && <p className="note">{text.submit.next(timeOf(Date.parse(nextAttemptAt), code))}</p>}
      {state === "returned" && <p>{text.submit.returned}</p>}
      <Deed submission={submission} />
    </div>
  );
}

function Place({ link, name }: { link: string | null; name: string }) {
  const { text } = useLanguage();
  if (link !== null && /^https:\/\//.test(link)) {
    return (
      <a className="paper-link" href={link} target="_blank" rel="noopener noreferrer">
        {text.submit.open}
      </a>
    );
  }
  return (
    <p className="submission-place">
      <span className="submit-term">{text.submit.place}</span> {link ?? name}
    </p>
  );
}

function Deed({ submission: { id, state, claims } }: { submission: Submission }) {
  const { text } = useLanguage();
  const [busy, setBusy] = useState(false);
  async function deliver(first: () => Promise<boolean>) {
    if (busy) return;
    setBusy(true);
    try {
      if (await first()) await desk.resend(id);
    } finally {
      setBusy(false);
    }
  }
  if (state === "returned") {
    return (
      <button type="button" className="small-button" onClick={() => goTo("check")}>
        {text.submit.toCheck}
      </button>
    );
  }
  if (state === "retrying") {
    return (
      <button type="button" className="small-button" aria-disabled={busy} onClick={() => void deliver(() => Promise.resolve(true))}>
        {text.submit.resend}
      </button>
    );
  }
  if (state === "needsConsent") {
    return (
      <button type="button" className="small-button small-button-primary" aria-disabled={busy} onClick={() => void deliver(() => signIn.challenged(claims === "" ? null : claims))}>
        {text.submit.consent}
      </button>
    );
  }
  return null;
}
