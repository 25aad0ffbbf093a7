import { useLanguage } from "../../language/Language";
import type { Field } from "../../state/details";
import type { Finding } from "../../service/client";
import { goTo } from "../Frame";
import { Icon, severityIcons } from "../Icons";
import { fieldId } from "./DetailField";

interface Props {
  /** Fields with what is wrong with each. */
  readonly details: readonly { readonly field: Field; readonly faults: readonly string[] }[];
  /** What the form, or the file, forbids. */
  readonly form: readonly Finding[];
  /** What came to nothing. */
  readonly title?: string;
  /** A reason is wanted: the findings are contradictions. */
  readonly contradicted?: boolean;
}

const MOST_SHOWN = 5;

/** What forbids the papers, and the way to each place. */
export function Refused({ details, form, title, contradicted = false }: Props) {
  const { text } = useLanguage();
  return (
    <section className="refused" aria-labelledby="refused-title">
      <h3 id="refused-title" className="refused-title" tabIndex={-1}>
        <Icon name="error" />
        {title ?? text.papers.refused}
      </h3>
      {details.length > 0 && (
        <>
          <p>{text.papers.refusedDetails(details.length)}</p>
          <ul className="refused-list">
            {details.map(({ field }) => (
              <li key={field.name}>
                <button type="button" className="link" onClick={() => focusField(field.name)}>
                  {field.label}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {form.length > 0 && (
        <>
          <p>{contradicted ? text.contradictions.needsReason : text.papers.refusedForm}</p>
          <ul className="refused-findings">
            {form.slice(0, MOST_SHOWN).map(finding => (
              <li key={`${finding.code} ${finding.location.text} ${finding.message}`}>
                <span className={`severity severity-${finding.severity}`}>
                  <Icon name={severityIcons[finding.severity]} />
                  {"cell" in finding.location ? text.check.cell(finding.location.cell) : "table" in finding.location ? finding.location.text : text.check.severity[finding.severity]}
                </span>{" "}
                {finding.message}
              </li>
            ))}
          </ul>
          {form.length > MOST_SHOWN && <p>{text.papers.more(form.length - MOST_SHOWN)}</p>}
          <button type="button" className="small-button" onClick={() => goTo("check")}>
            {text.papers.toFinding}
          </button>
        </>
      )}
    </section>
  );
}

/** To the field, whose group is open by now. */
function focusField(name: string): void {
  const field = document.getElementById(fieldId(name));
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}
