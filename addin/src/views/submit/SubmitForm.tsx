import { Button } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useLanguage } from "../../language/Language";
import { service, type CheckReport, type DocumentKind } from "../../service/client";
import { draftOf, keepDraft, rememberAgency } from "../../state/agencies";
import { attempts, printOf } from "../../state/attempt";
import { faultOf, fieldsOf, toDetails, type Typed } from "../../state/details";
import { contradictionsOf } from "../../state/findings";
import { useLoaded } from "../../state/loaded";
import { useSession } from "../../state/session";
import { Acknowledge } from "../Contradictions";
import { DetailsForm } from "../papers/DetailsForm";
import { KnownAgencies } from "../papers/KnownAgencies";
import { failureText } from "../words";
import { Confirm } from "./Confirm";
import { Result, Sending } from "./Result";
import { desk, useSubmitDesk } from "./desk";

interface Props {
  readonly report: CheckReport;
  /** The papers of the dossier, in their order. */
  readonly kinds: readonly DocumentKind[];
}

/** What will be sent, with which details, and where to. */
export function SubmitForm({ report, kinds }: Props) {
  const { text } = useLanguage();
  const { fileName, readFile } = useSession();
  const { work, outcome } = useSubmitDesk();
  const where = useLoaded(service.destination);
  const form = report.form.id;
  const fields = fieldsOf(kinds);
  const [draft, setDraft] = useState(() => draftOf(form));
  /** What stood in the fields when it was asked for last: a fault holds until its field is changed. */
  const [ran, setRan] = useState<Typed | null>(null);
  const [told, setTold] = useState(0);
  const [asking, setAsking] = useState(false);
  /** Why it is handed in over contradictions; asked anew for each file. */
  const [reason, setReason] = useState("");
  const contradictions = contradictionsOf(report);
  const [resumed] = useState(() => attempts.open() !== null);
  const result = useRef<HTMLDivElement>(null);

  const findings = outcome?.kind === "refused" ? outcome.findings : [];
  const faults = new Map<string, readonly string[]>();
  for (const field of fields) {
    if (!ran || (ran[field.name] ?? "") !== (draft.typed[field.name] ?? "")) continue;
    const own = faultOf(field, ran);
    const said = findings.filter(finding => finding.location.text === field.name).map(finding => finding.message);
    if (own) faults.set(field.name, [text.papers.fault[own]]);
    else if (said.length > 0) faults.set(field.name, [...new Set(said)]);
  }
  const ofForm = findings.filter(finding => !fields.some(field => field.name === finding.location.text));

  function change(typed: Typed) {
    const now = { ...draft, typed };
    setDraft(now);
    keepDraft(form, now);
  }

  function start() {
    setRan(draft.typed);
    if (fields.some(field => faultOf(field, draft.typed))) {
      setTold(turn => turn + 1);
      requestAnimationFrame(() => document.querySelector<HTMLElement>(".submit [aria-invalid=true]")?.focus());
    } else setAsking(true);
  }

  async function send() {
    setAsking(false);
    const details = toDetails(fields, draft.typed);
    await desk.submit(await printOf(report, details), details, readFile, reason.trim(), report.form.id);
    const { outcome: now } = desk.snapshot();
    if (now?.kind === "accepted") rememberAgency(fields, draft.typed);
    if (now?.kind === "refused") setTold(turn => turn + 1);
    result.current?.scrollIntoView({ block: "nearest" });
    result.current?.querySelector<HTMLElement>("[tabindex='-1']")?.focus();
  }

  return (
    <>
      <section className="callout" aria-labelledby="submit-what">
        <h3 id="submit-what" className="subheading">
          {text.submit.what(kinds.length)}
        </h3>
        <ul className="submit-papers">
          {kinds.map(kind => (
            <li key={kind.id}>{kind.title}</li>
          ))}
          <li>{text.submit.filled(fileName ?? "")}</li>
        </ul>
        <p className="submit-where">
          <span className="submit-term">{text.submit.where}</span> {where.failure ? failureText(text, where.failure) : where.value?.where}
        </p>
      </section>
      {resumed && outcome === null && work.state === "idle" && <p className="callout">{text.submit.resumed}</p>}
      <KnownAgencies agency={draft.typed["agency"] ?? ""} version={0} fill={typed => change({ ...draft.typed, ...typed })} undo={null} />
      <DetailsForm fields={fields} typed={draft.typed} faults={faults} told={told} change={(name, typed) => change({ ...draft.typed, [name]: typed })} />
      <p className="note">{text.submit.details}</p>
      {contradictions.length > 0 && <Acknowledge findings={contradictions} reason={reason} change={setReason} />}
      <div className="actions">
        <Button appearance="primary" disabledFocusable={work.state !== "idle" || !where.value} onClick={start}>
          {text.submit.start}
        </Button>
      </div>
      {asking && <Confirm question={text.submit.confirm(kinds.length, (draft.typed["agency"] ?? "").trim(), where.value?.where ?? "")} yes={() => void send()} no={() => setAsking(false)} />}
      <Sending work={work} />
      <div ref={result} className="outcome">
        <Result outcome={outcome} details={fields.filter(field => faults.has(field.name)).map(field => ({ field, faults: faults.get(field.name)! }))} form={ofForm} retry={() => void send()} />
      </div>
    </>
  );
}
