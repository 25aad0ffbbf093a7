import { Button } from "@fluentui/react-components";
import { useLanguage } from "../../language/Language";
import type { Finding } from "../../service/client";
import type { Field } from "../../state/details";
import { CONTRADICTED } from "../../state/paperDesk";
import type { SubmitOutcome, SubmitWork } from "../../state/submitDesk";
import { Refused } from "../papers/Refused";
import { failureText } from "../words";
import { desk, useSubmitDesk } from "./desk";
import { SubmissionCard } from "./SubmissionCard";

/** How the sending goes, and the way to stop it. */
export function Sending({ work }: { work: SubmitWork }) {
  const { text } = useLanguage();
  const said = work.state === "waiting" ? text.submit.waiting(work.seconds) : work.state === "reading" ? text.submit.reading : text.submit.sending;
  return (
    <div className="running">
      <div role="status">{work.state !== "idle" && <p>{said}</p>}</div>
      {work.state !== "idle" && (
        <>
          <progress className="running-bar" aria-label={said} />
          <Button onClick={() => desk.cancel()}>{text.submit.cancel}</Button>
        </>
      )}
    </div>
  );
}

interface Props {
  readonly outcome: SubmitOutcome | null;
  readonly details: readonly { readonly field: Field; readonly faults: readonly string[] }[];
  readonly form: readonly Finding[];
  readonly retry: () => void;
}

/** What the attempt came to. */
export function Result({ outcome, details, form, retry }: Props) {
  const { text } = useLanguage();
  const { list } = useSubmitDesk();
  if (!outcome) return null;
  switch (outcome.kind) {
    case "refused":
      return <Refused details={details} form={form} title={text.submit.failed} contradicted={outcome.code === CONTRADICTED} />;
    case "arrived":
      return (
        <p className="callout" role="alert">
          {text.submit.arrived}
        </p>
      );
    case "failed":
      return (
        <div className="callout callout-trouble" role="alert">
          <p className="subheading">{text.submit.failed}</p>
          <p>{failureText(text, outcome.failure)}</p>
          {outcome.unanswered && <p>{text.submit.unanswered}</p>}
          <div className="actions">
            <Button onClick={retry}>{text.submit.retry}</Button>
          </div>
        </div>
      );
    case "accepted":
      return (
        <section className="results" aria-labelledby="submit-accepted">
          <h3 id="submit-accepted" className="subheading" tabIndex={-1}>
            {text.submit.accepted}
          </h3>
          <SubmissionCard submission={list?.find(one => one.id === outcome.submission.id) ?? outcome.submission} />
        </section>
      );
  }
}
