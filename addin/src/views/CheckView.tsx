import { useCallback, useMemo } from "react";
import { HostTrouble, type Correction } from "../host/HostPort";
import { useLanguage } from "../language/Language";
import { toDo } from "../state/findings";
import { useSession } from "../state/session";
import { ChooseFile } from "./check/ChooseFile";
import { AllDeeds } from "./check/Deeds";
import { FailureCard } from "./check/FailureCard";
import type { Deeds } from "./check/FindingRow";
import { Findings } from "./check/Findings";
import { FormCard } from "./check/FormCard";
import { useShowPlace } from "./check/Place";
import { Raise } from "./check/Raise";
import { Toolbar } from "./check/Toolbar";
import { UnitQuestions } from "./check/UnitQuestions";
import "./check/check.css";
import "./parts.css";

/** Kiểm tra: what the form is, what was found in it, and what to do about it. */
export default function CheckView() {
  const { text } = useLanguage();
  const session = useSession();
  const { host, hasFile, state, report, reports, file, when, form, fileName, check, answer, choose, correct } = session;
  const [show, dialog] = useShowPlace(host);
  const left = toDo(report?.findings ?? []);

  const correctOrRefuse = useCallback(
    async (corrections: readonly Correction[]) => {
      try {
        return await correct(corrections);
      } catch (error) {
        if (error instanceof HostTrouble) return error;
        throw error;
      }
    },
    [correct],
  );
  const deeds = useMemo<Deeds>(() => ({ show: host.can.show ? show : null, correct: host.can.correct ? correctOrRefuse : null }), [host, show, correctOrRefuse]);

  return (
    <div className="check">
      {!hasFile && <ChooseFile />}
      {host.kind !== "browser" && !report && (
        <>
          <h2 className="heading">{text.check.heading}</h2>
          <p className="intro">{text.check.intro}</p>
        </>
      )}
      {hasFile && <Toolbar />}
      {state.state === "failed" && <FailureCard failure={state.failure} host={host} fileName={fileName ?? ""} stale={report !== null} retry={() => void check()} />}
      {reports.length > 1 && report && (
        <label className="unit">
          <span>{text.check.forms}</span>
          <select className="select" value={reports.indexOf(report)} onChange={event => choose(reports[Number(event.target.value)]!)}>
            {reports.map((other, index) => (
              <option key={other.form.id} value={index}>
                {other.form.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {report && file && when !== null && (
        <>
          <FormCard report={report} form={form} file={file.name} when={when} />
          <UnitQuestions report={report} answer={answer} />
          {form?.next && <Raise form={form} next={form.next} file={file} />}
          <section aria-labelledby="findings">
            <h2 id="findings" className="heading">
              {text.check.results}
            </h2>
            {report.evaluation.contradictions.length > 0 && <p className="callout">{report.evaluation.summary}</p>}
            {report.findings.length > 0 && <p className="clean">{left > 0 ? text.check.toDo(left) : text.check.onlyNotes(report.findings.length)}</p>}
            <AllDeeds report={report} correct={correctOrRefuse} />
            <Findings report={report} form={form} deeds={deeds} />
          </section>
        </>
      )}
      {dialog}
    </div>
  );
}
