import { Button } from "@fluentui/react-components";
import { useLanguage } from "../language/Language";
import { service } from "../service/client";
import { may, signIn, useSignIn } from "../signin/person";
import { useLoaded } from "../state/loaded";
import { useSession } from "../state/session";
import { Unchecked } from "./papers/Unchecked";
import { SubmitForm } from "./submit/SubmitForm";
import { Submitted } from "./submit/Submitted";
import { goTo } from "./Frame";
import { failureText } from "./words";
import "./check/check.css";
import "./parts.css";
import "./papers.css";
import "./submit.css";

/** Nộp hồ sơ. */
export default function SubmitView() {
  const { text } = useLanguage();
  const { mode, person } = useSignIn();
  return (
    <div className="papers submit">
      <h2 className="heading">{text.submit.heading}</h2>
      {mode === null ? (
        <p className="waiting">{text.waiting}</p>
      ) : mode !== "local" && !person ? (
        <div className="callout">
          <p>{text.signIn.why}</p>
          <Button appearance="primary" onClick={() => void signIn.open()}>
            {text.signIn.heading}
          </Button>
        </div>
      ) : !may(person, "submitter") ? (
        <p className="callout">{text.submit.role(text.signIn.roles[person?.role ?? "viewer"])}</p>
      ) : (
        <>
          <Dossier />
          <Submitted />
        </>
      )}
    </div>
  );
}

/** What can be submitted from the file at hand, or why nothing can. */
function Dossier() {
  const { text } = useLanguage();
  const { report } = useSession();
  const { value: kinds, failure, retry } = useLoaded(service.kinds);
  if (!report) return <Unchecked />;
  if (report.form.part !== null) return <p className="callout">{text.submit.part(report.form.part)}</p>;
  const errors = report.findings.filter(finding => finding.severity === "error").length;
  if (errors > 0 || report.evaluation.verdict === "incomplete") {
    return (
      <div className="callout">
        <p>{errors > 0 ? text.submit.hasErrors(errors) : text.submit.incomplete}</p>
        <Button appearance="primary" onClick={() => goTo("check")}>
          {text.submit.toCheck}
        </Button>
      </div>
    );
  }
  if (failure) {
    return (
      <div className="callout" role="alert">
        <p>{failureText(text, failure)}</p>
        <Button onClick={retry}>{text.submit.retry}</Button>
      </div>
    );
  }
  const own = kinds?.filter(kind => kind.forms.includes(report.form.id) && kind.inDossier) ?? [];
  return own.length > 0 && <SubmitForm key={report.form.id} report={report} kinds={own} />;
}
