import { Button } from "@fluentui/react-components";
import { useEffect } from "react";
import { useLanguage } from "../language/Language";
import type { CheckReport } from "../service/client";
import { contradictionsOf } from "../state/findings";
import { useSession } from "../state/session";
import { summaryOf, verdictWord } from "../state/summary";
import { ContradictionList } from "./Contradictions";
import { goTo } from "./Frame";
import { Icon, type IconName } from "./Icons";
import { useShowPlace } from "./check/Place";
import { CopySummary } from "./evaluation/CopySummary";
import { OutcomeChart } from "./evaluation/OutcomeChart";
import { OutcomeTree } from "./evaluation/OutcomeTree";
import { dateOf, dayOf, timeOf } from "./words";
import "./evaluation/evaluation.css";

type Verdict = CheckReport["evaluation"]["verdict"];

const verdictIcons: Record<Verdict, IconName> = { met: "met", notMet: "error", incomplete: "missing", none: "info" };

/** Đánh giá: the verdict where the form has a rule for one, and how each row came out, with reason, clause and distance. */
export default function EvaluationView() {
  const { text, code } = useLanguage();
  const { host, report, file, when } = useSession();
  const [show, dialog] = useShowPlace(host);
  useOpenWhenPrinted();
  if (!report || !file || when === null) {
    return (
      <div className="evaluation">
        <h2 className="heading">{text.evaluation.heading}</h2>
        <p>{text.evaluation.unchecked}</p>
        <div className="actions">
          <Button appearance="primary" onClick={() => goTo("check")}>
            {text.check.start}
          </Button>
        </div>
      </div>
    );
  }
  const { verdict, summary, nodes, units } = report.evaluation;
  const open = contradictionsOf(report);
  const checkedAt = `${timeOf(when, code)}, ${dateOf(dayOf(when))}`;
  return (
    <div className="evaluation">
      <h2 className="heading">{report.form.name}</h2>
      <section className={`verdict verdict-${verdict}`} aria-label={text.evaluation.heading}>
        {verdict !== "none" && (
          <p className="verdict-word">
            <Icon name={open.length > 0 ? "warning" : verdictIcons[verdict]} />
            {verdictWord(text, report)}
          </p>
        )}
        <p>{summary}</p>
        {open.length > 0 && <ContradictionList findings={open} />}
        <p className="verdict-file">
          {file.name}. {text.evaluation.checkedAt(checkedAt)}.
        </p>
      </section>
      <div className="actions">
        <CopySummary summary={summaryOf(report, text, file.name, checkedAt)} />
        <Button onClick={() => print()}>{text.evaluation.print}</Button>
      </div>
      <OutcomeChart nodes={nodes} />
      <OutcomeTree key={report.form.id} report={report} show={host.can.show ? show : null} />
      {units.length > 0 && <Units units={units} />}
      {dialog}
    </div>
  );
}

/** What each office in charge still has to fill. */
function Units({ units }: { units: CheckReport["evaluation"]["units"] }) {
  const { text } = useLanguage();
  return (
    <section aria-labelledby="units">
      <h3 id="units" className="heading">
        {text.evaluation.units}
      </h3>
      <ul className="units">
        {units.map(({ name, counts, left }) => (
          <li key={name}>
            <b>{name}</b>
            <span>
              {(Object.keys(text.evaluation.outcome) as (keyof typeof counts)[])
                .filter(outcome => counts[outcome] > 0)
                .map(outcome => `${text.evaluation.outcome[outcome]} ${counts[outcome]}`)
                .join(" · ")}
            </span>
            {left.length > 0 && (
              <span>
                {text.evaluation.left}: {[...new Set(left.map(entry => entry.slice(0, entry.lastIndexOf("."))))].join(", ")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Paper has no triangles to open: all levels are printed, and closed again afterwards. */
function useOpenWhenPrinted(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
      for (const details of opened) details.open = true;
    };
    const close = () => {
      for (const details of opened) details.open = false;
    };
    addEventListener("beforeprint", open);
    addEventListener("afterprint", close);
    return () => {
      removeEventListener("beforeprint", open);
      removeEventListener("afterprint", close);
    };
  }, []);
}
