import { useRef } from "react";
import { useLanguage } from "../../language/Language";
import { isoDate, typedDate, type Field } from "../../state/details";
import { Icon } from "../Icons";

interface Props {
  readonly field: Field;
  readonly typed: string;
  /** What is wrong with it, as sentences. */
  readonly faults: readonly string[];
  readonly change: (typed: string) => void;
}

/** The longest list that is shown without a scroll bar of its own, in lines. */
const MOST_LINES = 8;

export function fieldId(name: string): string {
  return `detail-${name.replace(".", "-")}`;
}

export function DetailField({ field, typed, faults, change }: Props) {
  const { text } = useLanguage();
  const id = fieldId(field.name);
  const invalid = faults.length > 0;
  const described = [`${id}-hint`, ...(invalid ? [`${id}-fault`] : [])].join(" ");
  const common = { id, "aria-describedby": described, "aria-invalid": invalid, "aria-required": field.required };
  if (field.type === "flag") {
    return (
      <div className="detail">
        <label className="option">
          <input type="checkbox" id={id} checked={typed === "true"} onChange={event => change(event.target.checked ? "true" : "")} />
          <span>{field.label}</span>
        </label>
      </div>
    );
  }
  return (
    <div className={`detail${invalid ? " detail-wrong" : ""}`}>
      <label className="detail-label" htmlFor={id}>
        {field.label}
        {field.required && (
          <span className="detail-star" aria-hidden="true">
            {" *"}
          </span>
        )}
      </label>
      {field.type === "list" ? (
        <textarea {...common} className="input" rows={Math.min(MOST_LINES, Math.max(2, typed.split("\n").length))} value={typed} onChange={event => change(event.target.value)} />
      ) : field.type === "date" ? (
        <DateInput common={common} label={field.label} typed={typed} change={change} />
      ) : (
        <input {...common} className="input" type="text" autoComplete="off" inputMode={field.type === "number" || field.type === "year" ? "numeric" : "text"} value={typed} onChange={event => change(event.target.value)} />
      )}
      <p id={`${id}-hint`} className="detail-hint">
        {field.type === "list" && `${text.papers.eachLine} `}
        {/* The symbol of one kind would be wrong on another. */}
        {field.type !== "symbol" && text.papers.example(field.example.split("\n").join(" · "))}
      </p>
      {invalid && (
        <div id={`${id}-fault`} className="detail-fault">
          {faults.map(fault => (
            <p key={fault}>
              <Icon name="error" /> {fault}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Typed as on paper; the calendar is the browser's own, whose field would show the day in the order of the computer's language. */
function DateInput({ common, label, typed, change }: { common: { readonly id: string }; label: string; typed: string; change: (typed: string) => void }) {
  const { text } = useLanguage();
  const typing = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  function pick() {
    try {
      calendar.current?.showPicker();
    } catch {
      // Inside a frame of another site, as Office on the web is, the browser opens no calendar: the day is typed.
      typing.current?.focus();
    }
  }
  return (
    <div className="date">
      <input {...common} ref={typing} className="input" type="text" inputMode="numeric" autoComplete="off" placeholder="dd/mm/yyyy" value={typed} onChange={event => change(event.target.value)} />
      <input ref={calendar} className="date-calendar" type="date" tabIndex={-1} aria-hidden="true" value={isoDate(typed) ?? ""} onChange={event => change(typedDate(event.target.value))} />
      <button type="button" className="date-button" aria-label={text.papers.pickDate(label)} title={text.papers.pickDate(label)} onClick={pick}>
        <Icon name="calendar" />
      </button>
    </div>
  );
}
