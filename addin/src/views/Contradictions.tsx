import { useId } from "react";
import { useLanguage } from "../language/Language";
import type { Finding } from "../service/client";
import { placeOf } from "./words";
import "./parts.css";

interface Props {
  readonly findings: readonly Finding[];
  readonly reason: string;
  readonly change: (reason: string) => void;
}

/** Characters that the service takes. */
const LONGEST_REASON = 1000;

/** What the figures say against the results, and the reason without which no final paper is made over it. */
export function Acknowledge({ findings, reason, change }: Props) {
  const { text } = useLanguage();
  const id = useId();
  return (
    <section className="callout acknowledge" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="subheading">
        {text.contradictions.heading(findings.length)}
      </h3>
      <ContradictionList findings={findings} />
      <label className="detail-label" htmlFor={id}>
        {text.contradictions.reason}
      </label>
      <textarea id={id} className="input" rows={2} maxLength={LONGEST_REASON} value={reason} aria-describedby={`${id}-note`} onChange={event => change(event.target.value)} />
      <p id={`${id}-note`} className="note">
        {text.contradictions.note}
      </p>
    </section>
  );
}

export function ContradictionList({ findings }: { findings: readonly Finding[] }) {
  const { text } = useLanguage();
  return (
    <ul className="contradictions">
      {findings.map(finding => (
        <li key={`${finding.code} ${finding.location.text} ${finding.message}`}>
          <b>{placeOf(text, finding.location)}</b> {finding.message}
        </li>
      ))}
    </ul>
  );
}
