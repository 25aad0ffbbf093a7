import { Button, Spinner } from "@fluentui/react-components";
import { useId, useMemo, useState } from "react";
import { HostTrouble, type HostFile, type HostPort } from "../host/HostPort";
import { useLanguage } from "../language/Language";
import { ServiceProblem, service, type FormDescription, type FormSummary } from "../service/client";
import { useLoaded } from "../state/loaded";
import { useSession } from "../state/session";
import { Icon } from "./Icons";
import { saved } from "./saved";
import { dateOf, dayOf, failureText, troubleOf } from "./words";
import "./parts.css";
import "./insert.css";

/** What can be done with a blank form in a host; the first is the one most wanted. */
type Deed = "sheet" | "workbook" | "end" | "document" | "excel" | "word";

/** Chèn mẫu. */
export default function InsertView() {
  const { text } = useLanguage();
  const { host } = useSession();
  const { value: forms, failure, retry } = useLoaded(service.forms);
  return (
    <div className="insert">
      <h2 className="heading">{text.insert.heading}</h2>
      <p className="note">{text.insert.intro}</p>
      {failure && (
        <div className="callout" role="alert">
          <p>{failureText(text, failure)}</p>
          <Button onClick={retry}>{text.insert.retry}</Button>
        </div>
      )}
      {!forms && !failure && <Spinner size="small" label={text.insert.loading} labelPosition="after" />}
      {forms && <Group heading={text.insert.inForce} forms={forms.filter(form => form.inForce)} host={host} />}
      {forms && <Group heading={text.insert.endedForms} forms={forms.filter(form => !form.inForce)} host={host} />}
    </div>
  );
}

/** What is in force stands first, what ended below: a new dossier wants the former, an old year the latter. */
function Group({ heading, forms, host }: { heading: string; forms: readonly FormSummary[]; host: HostPort }) {
  if (forms.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h3 className="heading">{heading}</h3>
      {forms.map(form => (
        <BlankForm key={form.id} form={form} host={host} />
      ))}
    </section>
  );
}

function BlankForm({ form, host }: { form: FormSummary; host: HostPort }) {
  const { text } = useLanguage();
  const id = useId();
  const description = useLoaded(useMemo(() => () => service.form(form.id), [form.id])).value;
  const [unit, setUnit] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const { name } = form;

  async function run(deed: Deed) {
    if (busy) return;
    setBusy(true);
    setSaid(text.insert.working);
    try {
      const file = await service.blank(form.id, deed === "sheet" || deed === "workbook" || deed === "excel" ? "xlsx" : "docx", unit || undefined);
      await done(host, deed, file);
      setSaid(deed === "excel" || deed === "word" ? text.insert.saved(file.name) : deed === "sheet" || deed === "end" ? text.insert.inserted(name) : text.insert.opened(name));
    } catch (error) {
      if (error instanceof HostTrouble) setSaid(troubleOf(text, error.trouble, error.detail));
      else if (error instanceof ServiceProblem) setSaid(failureText(text, { by: "service", code: error.code, detail: error.detail, status: error.status }));
      else throw error;
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className="blank" aria-labelledby={`${id}-title`}>
      <h4 id={`${id}-title`} className="blank-title">
        {name !== form.title && <span className="blank-annex">{name}</span>}
        <span className="blank-name">{form.title}</span>
      </h4>
      <p className="note">
        {text.insert.attachedTo(form.attachedTo)}.
      </p>
      {form.layoutNote !== null && <p className="note">{form.layoutNote}</p>}
      <Validity form={form} />
      {description && description.parts.length > 0 && <Extent id={id} description={description} unit={unit} change={setUnit} />}
      <div className="actions">
        {deedsOf(host).map((deed, place) => (
          <Button key={deed} appearance={place === 0 ? "primary" : "secondary"} disabledFocusable={busy} aria-describedby={`${id}-title`} onClick={() => void run(deed)}>
            {text.insert[deed]}
          </Button>
        ))}
      </div>
      <p className="insert-said" role="status">
        {said}
      </p>
    </section>
  );
}

function Validity({ form }: { form: FormSummary }) {
  const { text } = useLanguage();
  const ended = form.validTo !== null && form.validTo < dayOf(Date.now());
  return (
    <div className={`validity${ended ? " validity-ended" : ""}`}>
      <p>
        {ended && (
          <strong className="validity-word">
            <Icon name="warning" />
            {text.insert.ended}
          </strong>
        )}
        {text.insert.valid(dateOf(form.validFrom), form.validTo && dateOf(form.validTo))}
      </p>
      {form.validToNote !== null && <p>{form.validToNote}</p>}
    </div>
  );
}

/** The whole form, or what one office is in charge of. */
function Extent({ id, description, unit, change }: { id: string; description: FormDescription; unit: string; change: (unit: string) => void }) {
  const { text } = useLanguage();
  return (
    <div className="extent">
      <label className="extent-label" htmlFor={`${id}-unit`}>
        {text.insert.unit}
      </label>
      <select id={`${id}-unit`} className="select" value={unit} onChange={event => change(event.target.value)}>
        <option value="">{text.insert.whole}</option>
        {description.parts.map(part => (
          <option key={part.key} value={part.key}>
            {text.insert.onlyUnit(part.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

function deedsOf({ kind, can }: HostPort): readonly Deed[] {
  const deeds: Deed[] = [];
  if (can.insert) deeds.push(kind === "excel" ? "sheet" : "end");
  if (can.open.includes("xlsx")) deeds.push("workbook");
  if (can.open.includes("docx")) deeds.push("document");
  if (can.save) deeds.push(...(kind === "word" ? (["word", "excel"] as const) : (["excel", "word"] as const)));
  return deeds;
}

async function done(host: HostPort, deed: Deed, file: HostFile): Promise<void> {
  switch (deed) {
    case "sheet":
    case "end":
      return host.insert(file);
    case "workbook":
    case "document":
      return host.open(file);
    case "excel":
    case "word":
      saved(file);
  }
}
