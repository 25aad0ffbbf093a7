import { Button } from "@fluentui/react-components";
import { Suspense, lazy, useCallback, useRef, useState, useSyncExternalStore } from "react";
import { useLanguage } from "../language/Language";
import { service, type CheckReport, type DocumentKind } from "../service/client";
import { draftOf, keepDraft, rememberAgency, type Draft } from "../state/agencies";
import { faultOf, fieldsOf, toDetails, type Field, type Typed } from "../state/details";
import { useLoaded } from "../state/loaded";
import { contradictionsOf } from "../state/findings";
import { CONTRADICTED, DOSSIER, PaperDesk, type Order, type Paper, type PaperState, type Refusal } from "../state/paperDesk";
import { useSession } from "../state/session";
import { Acknowledge } from "./Contradictions";
import { DetailsForm } from "./papers/DetailsForm";
import { KindChoice } from "./papers/KindChoice";
import { KnownAgencies } from "./papers/KnownAgencies";
import { PaperList } from "./papers/PaperList";
import { Refused } from "./papers/Refused";
import { Running } from "./papers/Running";
import { Unchecked } from "./papers/Unchecked";
import { failureText } from "./words";
import "./check/check.css";
import "./parts.css";
import "./papers.css";

const Preview = lazy(() => import("./papers/Preview"));

/** One desk as long as the pane is open. */
const desk = new PaperDesk(service);

/** Tạo văn bản. */
export default function PapersView() {
  const { text } = useLanguage();
  const { report } = useSession();
  const { value: kinds, failure, retry } = useLoaded(service.kinds);
  return (
    <div className="papers">
      <h2 className="heading">{text.papers.heading}</h2>
      {!report ? (
        <Unchecked />
      ) : report.form.part !== null ? (
        <p className="callout">{text.papers.part(report.form.part)}</p>
      ) : failure ? (
        <div className="callout" role="alert">
          <p>{failureText(text, failure)}</p>
          <Button onClick={retry}>{text.papers.retry}</Button>
        </div>
      ) : (
        kinds && <PaperForm key={report.form.id} report={report} kinds={kinds.filter(kind => kind.forms.includes(report.form.id))} />
      )}
      {(!report || report.form.part !== null) && <Made except={[]} />}
    </div>
  );
}

function PaperForm({ report, kinds }: { report: CheckReport; kinds: readonly DocumentKind[] }) {
  const { text } = useLanguage();
  const { host, reports, choose, readFile } = useSession();
  const { work, ended, purpose, latest, refusals, failure } = useDesk();
  const form = report.form.id;
  const [draft, setDraft] = useState<Draft>(() => draftOf(form));
  const [before, setBefore] = useState<Typed | null>(null);
  const [asked, setAsked] = useState<"nothing" | "noKind" | "run">(() => (isOf(kinds, desk.snapshot()) ? "run" : "nothing"));
  const [told, setTold] = useState(0);
  /** What stood in the fields at the last run: a fault holds until its field is changed. */
  const [ran, setRan] = useState<Typed>(draft.typed);
  /** Why a final paper is made over contradictions; asked anew for each file. */
  const [reason, setReason] = useState("");
  const outcome = useRef<HTMLDivElement>(null);
  const contradictions = contradictionsOf(report);

  const known = draft.chosen.filter(id => id === DOSSIER || kinds.some(kind => kind.id === id));
  const wanted = known.includes(DOSSIER) ? kinds.filter(kind => kind.inDossier) : kinds.filter(kind => known.includes(kind.id));
  const wantedKey = wanted.map(kind => kind.id).join(" ");
  const fields = fieldsOf(wanted);
  const faults = asked === "run" ? faultsOf(fields.filter(field => (ran[field.name] ?? "") === (draft.typed[field.name] ?? "")), ran, refusals, text.papers.fault) : new Map<string, readonly string[]>();
  const ofForm = refusals.flatMap(refusal => refusal.findings).filter(finding => !fields.some(field => field.name === finding.location.text));
  const errors = report.findings.filter(finding => finding.severity === "error").length;

  function change(part: Partial<Draft>) {
    const now = { ...draft, ...part };
    setDraft(now);
    keepDraft(form, now);
  }

  async function run(why: "get" | "look", withPdf = draft.withPdf) {
    if (wanted.length === 0) {
      setAsked("noKind");
      document.querySelector<HTMLElement>(".kinds input")?.focus();
      return;
    }
    setAsked("run");
    setRan(draft.typed);
    await desk.run(why, ordersOf(form, known, wanted, why, draft.typed, text.papers.dossierTitle, withPdf), readFile, draft.asDraft, reason.trim());
    const { latest: made, refusals: refused } = desk.snapshot();
    if (made.length > 0) rememberAgency(fields, draft.typed);
    if (refused.length > 0) setTold(turn => turn + 1);
    // A preview comes later and takes the focus itself.
    outcome.current?.querySelector<HTMLElement>("h3[tabindex='-1']")?.focus();
  }

  function closePreview() {
    setAsked("nothing");
    document.getElementById("papers-look")?.focus();
  }

  const shown = work.state === "idle" && asked === "run";
  return (
    <>
      {reports.length > 1 && (
        <label className="papers-form-choice">
          <span className="detail-label">{text.papers.form}</span>
          <select className="select" value={reports.indexOf(report)} onChange={event => choose(reports[Number(event.target.value)]!)}>
            {reports.map((other, index) => (
              <option key={other.form.id} value={index}>
                {other.form.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {(errors > 0 || report.evaluation.verdict === "incomplete") && !draft.asDraft && (
        <p className="callout">{errors > 0 ? text.papers.hasErrors(errors) : text.papers.incomplete}</p>
      )}
      <Procedure form={form} />
      <KindChoice kinds={kinds} chosen={known} fault={asked === "noKind" && wanted.length === 0 ? text.papers.noKind : null} change={chosen => change({ chosen })} />
      {wanted.length > 0 && (
        <>
          <KnownAgencies
            agency={draft.typed["agency"] ?? ""}
            version={ended}
            fill={typed => {
              setBefore(draft.typed);
              change({ typed: { ...draft.typed, ...typed } });
            }}
            undo={before && (() => (change({ typed: before }), setBefore(null)))}
          />
          <DetailsForm key={wantedKey} fields={fields} typed={draft.typed} faults={faults} told={told} change={(name, typed) => change({ typed: { ...draft.typed, [name]: typed } })} />
          <p className="note">{text.papers.onlyHere}</p>
        </>
      )}
      {contradictions.length > 0 && !draft.asDraft && <Acknowledge findings={contradictions} reason={reason} change={setReason} />}
      <div className="papers-deeds">
        {known.includes(DOSSIER) && (
          <label className="option">
            <input type="checkbox" checked={draft.withPdf} onChange={event => change({ withPdf: event.target.checked })} />
            <span>{text.papers.withPdf}</span>
          </label>
        )}
        <label className="option">
          <input type="checkbox" checked={draft.asDraft} onChange={event => change({ asDraft: event.target.checked })} />
          <span>
            {text.papers.asDraft}
            <span className="note option-note">{text.papers.asDraftNote}</span>
          </span>
        </label>
        <div className="actions">
          <Button appearance="primary" disabledFocusable={work.state !== "idle"} onClick={() => void run("get")}>
            {text.papers.make}
          </Button>
          <Button id="papers-look" disabledFocusable={work.state !== "idle"} onClick={() => void run("look")}>
            {text.papers.look}
          </Button>
        </div>
      </div>
      <Running work={work} cancel={() => desk.cancel()} />
      <div ref={outcome} className="papers-outcome">
        {shown && (
          <>
            {refusals.length > 0 && <Refused details={fields.filter(field => faults.has(field.name)).map(field => ({ field, faults: faults.get(field.name)! }))} form={unlike(ofForm)} contradicted={refusals.some(refusal => refusal.code === CONTRADICTED)} />}
            {failure && (
              <div className="callout callout-trouble" role="alert">
                <p className="subheading">{text.papers.failed}</p>
                <p>{failureText(text, failure)}</p>
                <div className="actions">
                  {"code" in failure && failure.code.startsWith("service.pdf") && <Button onClick={() => void run("get", false)}>{text.papers.wordInstead}</Button>}
                  <Button onClick={() => void run(purpose)}>{text.papers.retry}</Button>
                </div>
              </div>
            )}
            {latest.length > 0 && purpose === "get" && (
              <section className="results" aria-labelledby="results-title">
                <h3 id="results-title" className="subheading" tabIndex={-1}>
                  {text.papers.done(latest.length)}
                </h3>
                <PaperList papers={latest} host={host} />
              </section>
            )}
            {latest.length > 0 && purpose === "look" && (
              <Suspense fallback={<p>{text.papers.drawing}</p>}>
                <Preview key={ended} papers={latest} canSave={host.can.save} close={closePreview} />
              </Suspense>
            )}
          </>
        )}
      </div>
      <Made except={shown && purpose === "get" ? latest : []} />
    </>
  );
}

/** Quy trình: who does what and by when, as the circular orders. */
function Procedure({ form }: { form: string }) {
  const { text } = useLanguage();
  const load = useCallback(() => service.form(form), [form]);
  const procedure = useLoaded(load).value?.procedure;
  if (!procedure) return null;
  return (
    <details className="made">
      <summary className="detail-group-head">
        <h3 className="detail-group-title">{text.papers.procedure}</h3>
      </summary>
      <ul className="note procedure">
        {procedure.steps.map(step => (
          <li key={step.step}>
            {[
              `${text.papers.steps[step.step]}: ${step.who}`,
              ...(step.before === null ? [] : [text.papers.before(step.before)]),
              ...(step.workingDays === null ? [] : [text.papers.workingDays(Number(step.workingDays))]),
            ].join(", ")}{" "}
            ({step.clause} {procedure.circular})
          </li>
        ))}
      </ul>
      {procedure.note !== null && <p className="note">{procedure.note}</p>}
    </details>
  );
}

/** Papers made before. @param except Those that stand above it. */
function Made({ except }: { except: readonly Paper[] }) {
  const { text } = useLanguage();
  const { host } = useSession();
  const { made } = useDesk();
  const earlier = made.filter(paper => !except.includes(paper));
  if (earlier.length === 0) return null;
  return (
    <details className="made">
      <summary className="detail-group-head">
        <h3 className="detail-group-title">{text.papers.made}</h3>
        <span className="detail-group-count">{earlier.length}</span>
      </summary>
      <p className="note">{text.papers.madeNote}</p>
      <PaperList papers={earlier} host={host} />
    </details>
  );
}

/** The last run, or the one that goes on, was about these kinds: who comes back to this view finds its outcome. */
function isOf(kinds: readonly DocumentKind[], { work, latest, refusals }: PaperState): boolean {
  const ran = [...latest.map(paper => paper.kind), ...refusals.map(refusal => refusal.order.kind)];
  return work.state !== "idle" || ran.some(id => id === DOSSIER || kinds.some(kind => kind.id === id));
}

function useDesk() {
  return useSyncExternalStore(desk.subscribe, desk.snapshot);
}

/** Each paper gets what it needs and nothing that belongs to another. A dossier is looked at paper by paper. */
function ordersOf(form: string, chosen: readonly string[], wanted: readonly DocumentKind[], why: "get" | "look", typed: Typed, dossier: string, withPdf: boolean): readonly Order[] {
  if (chosen.includes(DOSSIER) && why === "get") return [{ kind: DOSSIER, title: dossier, details: toDetails(fieldsOf(wanted), typed), format: withPdf ? "pdf" : "docx", form }];
  const alone = wanted.length === 1;
  const format = why === "look" ? "pdf" : "docx";
  return wanted.map(kind => ({ kind: kind.id, title: kind.title, details: toDetails(fieldsOf([kind]).filter(field => alone || field.name !== "subject"), typed), format, form }));
}

/** What the pane sees by itself says it in the terms of the fields; where it sees nothing, the service's sentences. */
function faultsOf(fields: readonly Field[], typed: Typed, refusals: readonly Refusal[], words: Readonly<Record<"missing" | "date" | "year" | "number", string>>): Map<string, readonly string[]> {
  const faults = new Map<string, readonly string[]>();
  for (const field of fields) {
    const own = faultOf(field, typed);
    const told = refusals.flatMap(refusal => refusal.findings).filter(finding => finding.location.text === field.name);
    if (told.length > 0) faults.set(field.name, own ? [words[own]] : [...new Set(told.map(finding => finding.message))]);
  }
  return faults;
}

/** Several papers are refused for the same reason: it is said once. */
function unlike<T extends { readonly code: string; readonly message: string; readonly location: { readonly text: string } }>(findings: readonly T[]): readonly T[] {
  return [...new Map(findings.map(finding => [`${finding.code} ${finding.location.text} ${finding.message}`, finding])).values()];
}
