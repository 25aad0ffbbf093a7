import { useState } from "react";
import { useLanguage } from "../../language/Language";
import { groupOf, groups, type Field, type Group, type Typed } from "../../state/details";
import { Icon } from "../Icons";
import { DetailField } from "./DetailField";

interface Props {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly faults: ReadonlyMap<string, readonly string[]>;
  /** Changes when the last run has told new faults: their groups open then. */
  readonly told: number;
  readonly change: (name: string, typed: string) => void;
}

/** Thông tin văn bản, in groups. A group that has all it needs is closed at first, so that a remembered agency leaves a short form. */
export function DetailsForm({ fields, typed, faults, told, change }: Props) {
  const { text } = useLanguage();
  const shown = groups.map(group => ({ group, fields: fields.filter(field => groupOf(field.name) === group) })).filter(({ fields: own }) => own.length > 0);
  return (
    <div className="details">
      <h3 className="subheading">{text.papers.details}</h3>
      <p className="note">{text.papers.required}</p>
      {shown.map(({ group, fields: own }) => (
        <DetailGroup key={group} group={group} fields={own} typed={typed} faults={faults} told={told} change={change} />
      ))}
    </div>
  );
}

function DetailGroup({ group, fields, typed, faults, told, change }: Props & { group: Group }) {
  const { text } = useLanguage();
  const needed = fields.filter(field => field.required);
  const filled = needed.filter(field => (typed[field.name] ?? "").trim() !== "");
  const wrong = fields.some(field => faults.has(field.name));
  const [open, setOpen] = useState(filled.length < needed.length);
  const [seen, setSeen] = useState(told);
  if (seen !== told) {
    setSeen(told);
    if (wrong) setOpen(true);
  }
  const complete = filled.length === needed.length;
  return (
    <details className="detail-group" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className="detail-group-head">
        <Icon name="chevron" />
        <h4 className="detail-group-title">{text.papers.groups[group]}</h4>
        {needed.length > 0 && (
          <span className={`detail-group-count${wrong ? " detail-group-wrong" : complete ? " detail-group-complete" : ""}`}>
            {wrong ? <Icon name="error" /> : complete && <Icon name="met" />}
            {text.papers.filled(filled.length, needed.length)}
          </span>
        )}
      </summary>
      <div className="detail-group-fields">
        {fields.map(field => (
          <DetailField key={field.name} field={field} typed={typed[field.name] ?? ""} faults={faults.get(field.name) ?? []} change={value => change(field.name, value)} />
        ))}
      </div>
    </details>
  );
}
