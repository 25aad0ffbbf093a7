import { useLanguage } from "../../language/Language";
import type { CheckReport, FormDescription, Node } from "../../service/client";
import { chapters, filling, hasEnded, percent } from "../../state/outcomes";
import { Icon } from "../Icons";
import { dateOf, dayOf } from "../words";

interface Props {
  readonly report: CheckReport;
  readonly form: FormDescription | null;
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** What the form is, whose paper it comes with, whether it still holds, and how far it is filled. */
export function FormCard({ report, form, file, when }: Props) {
  const { text } = useLanguage();
  const { title, name, version, validFrom, validTo, part } = report.form;
  const nodes = report.evaluation.nodes;
  const whole = filling(nodes);
  const rows = chapters(nodes);
  return (
    <section className="card" aria-label={name}>
      <div className="card-top">
        <Ring part={percent(whole)} />
        <div className="card-words">
          <h2 className={name === title ? "card-title" : "card-annex"}>{name}</h2>
          {name !== title && <p className="card-title">{title}</p>}
          <p className="card-fact">
            {text.check.version(dateOf(version))} · <span className="card-file">{file}</span>
          </p>
          {part !== null && <p className="card-fact">{text.check.part(part)}</p>}
          <p className="card-filled">{text.check.filled(whole.filled, whole.total, indicatorWord(form) ?? text.check.indicators)}</p>
        </div>
      </div>
      {hasEnded(report.form, dayOf(when)) && (
        <p className="card-ended">
          <Icon name="warning" />
          <span>{text.check.ended(dateOf(validTo!))}</span>
        </p>
      )}
      <details className="card-more">
        <summary>
          <Icon name="chevron" />
          {text.check.about}
        </summary>
        <p className="card-fact">
          {validTo !== null && `${text.check.validity(dateOf(validFrom), dateOf(validTo))} `}
          {form && text.check.attachedTo(form.form.attachedTo)}
        </p>
        <h3 className="card-heading">{rows[0]?.kind === "standard" ? text.check.byStandard : text.check.byCriterion}</h3>
        <ul className="bars">
          {rows.map(row => (
            <Bar key={row.code} row={row} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function Bar({ row }: { row: Node }) {
  const { filled, total } = filling([row]);
  return (
    <li className="bar">
      <span className="bar-title">
        {row.code}. {row.title}
      </span>
      <svg className="bar-drawing" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="track" width="100" height="6" />
        <rect className="progress" width={total === 0 ? 0 : (100 * filled) / total} height="6" />
      </svg>
      <span className="bar-figure">
        {filled}/{total}
      </span>
    </li>
  );
}

/** @param part Whole percent. */
function Ring({ part }: { part: number }) {
  const { text } = useLanguage();
  const around = 2 * Math.PI * 24;
  return (
    <svg className="ring" viewBox="0 0 56 56" aria-hidden="true">
      <circle className="ring-track" cx="28" cy="28" r="24" />
      <circle className="ring-part" cx="28" cy="28" r="24" strokeDasharray={`${(around * part) / 100} ${around}`} transform="rotate(-90 28 28)" />
      <text x="28" y="33" textAnchor="middle">
        {text.check.filledPercent(part)}
      </text>
    </svg>
  );
}

/** “chỉ tiêu” or “chỉ số”, as the form itself labels its rows. */
function indicatorWord(form: FormDescription | null): string | null {
  const visit = (nodes: FormDescription["nodes"]): string | null => {
    for (const node of nodes) {
      const found = node.kind === "indicator" ? node.label : visit(node.children);
      if (found !== null) return found;
    }
    return null;
  };
  const label = visit(form?.nodes ?? []);
  return label === null ? null : label.replace(/[\s\d.–-]+$/, "").toLowerCase();
}
