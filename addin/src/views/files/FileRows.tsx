import { useState } from "react";
import { useLanguage } from "../../language/Language";
import { ServiceProblem, service } from "../../service/client";
import type { FileRow, FileTable } from "../../state/fileTable";
import { counted, safeCorrections } from "../../state/findings";
import { useSession } from "../../state/session";
import { verdictWord } from "../../state/summary";
import { goTo } from "../Frame";
import { Icon, severityIcons, type IconName } from "../Icons";
import { saved } from "../saved";
import { failureText } from "../words";

type Verdict = "met" | "notMet" | "incomplete" | "none";

const verdictIcons: Record<Verdict, IconName> = { met: "met", notMet: "error", incomplete: "missing", none: "recorded" };

/** The file is no form of ours; it may be a paper. */
const NOT_A_FORM = "LC1101";

/** The files with their verdicts: a table where there is room, cards in a narrow window. */
export function FileRows({ rows, table }: { rows: readonly FileRow[]; table: FileTable }) {
  const { text } = useLanguage();
  return (
    <table className="file-table">
      <thead>
        <tr>
          <th scope="col">{text.files.name}</th>
          <th scope="col">{text.files.verdict}</th>
          <th scope="col">{text.files.counts}</th>
          <th scope="col" className="file-deeds-head">
            {text.files.deeds}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <Row key={row.id} row={row} table={table} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, table }: { row: FileRow; table: FileTable }) {
  const { text } = useLanguage();
  const [said, setSaid] = useState("");
  const { file, report } = row;
  const notForm = row.failure?.by === "service" && row.failure.code === NOT_A_FORM;
  return (
    <tr className={`file-row file-${row.state}`}>
      <th scope="row" className="file-name">
        <Icon name="file" />
        <span>
          {file.name}
          {report && <span className="file-form">{[report, ...(report.others ?? [])].map(each => each.form.name).join("; ")}</span>}
        </span>
      </th>
      {report ? (
        <>
          <td className="file-verdict">
            <span className={`file-word file-word-${report.evaluation.verdict}`}>
              <Icon name={report.evaluation.contradictions.length > 0 ? "warning" : verdictIcons[report.evaluation.verdict as Verdict]} />
              {report.evaluation.contradictions.length > 0 ? verdictWord(text, report) || text.contradictions.heading(report.evaluation.contradictions.length) : text.files.verdicts[report.evaluation.verdict as Verdict]}
            </span>
          </td>
          <td className="file-counts">
            <Counts report={report} />
          </td>
        </>
      ) : (
        <td colSpan={2} className="file-state">
          {row.state === "waiting" && text.files.waiting}
          {row.state === "checking" && text.files.checking}
          {row.failure && (
            <span className="file-failure">
              <Icon name={notForm ? "info" : "error"} />
              <span>
                {failureText(text, row.failure)}
                {notForm && /\.docx$/i.test(file.name) && ` ${text.files.layoutNote}`}
              </span>
            </span>
          )}
        </td>
      )}
      <td className="file-deeds">
        <Deeds row={row} table={table} say={setSaid} />
        <p className="file-said" role="status">
          {said}
        </p>
      </td>
    </tr>
  );
}

function Counts({ report }: { report: NonNullable<FileRow["report"]> }) {
  const { text } = useLanguage();
  const { error, warning } = counted([report, ...(report.others ?? [])].flatMap(each => each.findings));
  if (error === 0 && warning === 0) return text.files.noFindings;
  return (
    <>
      {error > 0 && (
        <span className="severity severity-error">
          <Icon name={severityIcons.error} />
          {text.files.errors(error)}
        </span>
      )}
      {warning > 0 && (
        <span className="severity severity-warning">
          <Icon name={severityIcons.warning} />
          {text.files.warnings(warning)}
        </span>
      )}
    </>
  );
}

function Deeds({ row, table, say }: { row: FileRow; table: FileTable; say: (said: string) => void }) {
  const { text } = useLanguage();
  const { open } = useSession();
  const { id, file, report, failure } = row;
  const safe = report ? safeCorrections(report).length : 0;
  const notForm = failure?.by === "service" && failure.code === NOT_A_FORM && /\.docx$/i.test(file.name);

  function view(to: "check" | "papers" | "layout") {
    void open(file);
    goTo(to);
  }

  async function fixed() {
    try {
      const corrected = await service.fix({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      saved(corrected);
      say(text.files.fixed(corrected.name));
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      say(failureText(text, { by: "service", code: error.code, detail: error.detail, status: error.status }));
    }
  }

  return (
    <div className="file-buttons">
      {report && <Deed primary name={text.files.open} file={file.name} run={() => view("check")} />}
      {report && <Deed name={text.files.papers} file={file.name} run={() => view("papers")} />}
      {safe > 0 && <Deed name={text.files.fix} file={file.name} run={() => void fixed()} />}
      {notForm && <Deed primary name={text.files.layout} file={file.name} run={() => view("layout")} />}
      {failure && !notForm && <Deed name={text.files.retry} file={file.name} run={() => table.retry(id)} />}
      <Deed name={text.files.remove} file={file.name} run={() => table.remove(id)} />
    </div>
  );
}

function Deed({ name, file, run, primary = false }: { name: string; file: string; run: () => void; primary?: boolean }) {
  return (
    <button type="button" className={`small-button${primary ? " small-button-primary" : ""}`} aria-label={`${name}: ${file}`} onClick={run}>
      {name}
    </button>
  );
}
