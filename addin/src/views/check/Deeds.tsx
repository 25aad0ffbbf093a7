import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { HostTrouble, type Corrected, type Correction } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import type { Sentences } from "../../language/vi";
import { ServiceProblem, service, type CheckReport } from "../../service/client";
import { marksOf, safeCorrections } from "../../state/findings";
import { useSession } from "../../state/session";
import { saved } from "../saved";
import { failureText, troubleOf } from "../words";

/** What can be done with all findings at once: the safe corrections, the marks; in a browser the corrected file. */
export function AllDeeds({ report, correct }: { report: CheckReport; correct: (corrections: readonly Correction[]) => Promise<Corrected | HostTrouble> }) {
  const { text } = useLanguage();
  const { host, marked, mark, clear, readFile } = useSession();
  const [notice, setNotice] = useState<ReactNode>(null);
  const [busy, setBusy] = useState(false);
  const safe = safeCorrections(report);
  const marks = marksOf(report.findings);

  /** One deed at a time; what refuses it is told in its place. */
  async function doing(deed: () => Promise<ReactNode>) {
    if (busy) return;
    setBusy(true);
    try {
      setNotice(await deed());
    } catch (error) {
      if (error instanceof HostTrouble) setNotice(troubleOf(text, error.trouble, error.detail));
      else if (error instanceof ServiceProblem) setNotice(failureText(text, { by: "service", code: error.code, detail: error.detail, status: error.status }));
      else throw error;
    } finally {
      setBusy(false);
    }
  }

  const fixAll = async () => {
    const answer = await correct(safe);
    if (answer instanceof HostTrouble) throw answer;
    return <CorrectedNotice corrected={answer} text={text} />;
  };
  const markAll = async () => {
    const set = await mark(marks);
    return set > 0 ? text.check.marked(set) : text.check.notMarked;
  };
  const unmark = async () => {
    await clear();
    return text.check.unmarked;
  };
  const download = async () => {
    const file = await service.fix(await readFile());
    saved(file);
    return text.check.downloaded(file.name);
  };

  return (
    <div className="deeds">
      <div className="actions">
        {host.can.correct && safe.length > 0 && (
          <Button title={text.check.fixAllNote} disabledFocusable={busy} onClick={() => void doing(fixAll)}>
            {text.check.fixAll(safe.length)}
          </Button>
        )}
        {!host.can.correct && host.can.save && safe.length > 0 && (
          <Button title={text.check.fixAllNote} disabledFocusable={busy} onClick={() => void doing(download)}>
            {text.check.download(safe.length)}
          </Button>
        )}
        {host.can.mark && marks.length > 0 && (
          <Button disabledFocusable={busy} onClick={() => void doing(markAll)}>
            {marked ? text.check.markAgain : text.check.mark}
          </Button>
        )}
        {host.can.mark && marked && (
          <Button disabledFocusable={busy} onClick={() => void doing(unmark)}>
            {text.check.unmark}
          </Button>
        )}
      </div>
      <div className="notice" role="status">
        {notice}
      </div>
    </div>
  );
}

function CorrectedNotice({ corrected: { done, left }, text }: { corrected: Corrected; text: Sentences }) {
  return (
    <>
      <p>{text.check.fixed(done.length)}</p>
      {left.length > 0 && (
        <>
          <p>{text.check.notFixed(left.length)}</p>
          <ul>
            {left.map(({ correction, trouble }) => (
              <li key={correction.location.text}>
                {correction.location.text}: {text.trouble[trouble]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
