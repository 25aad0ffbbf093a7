import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { HostTrouble, type HostFile, type HostPort } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import type { Paper } from "../../state/paperDesk";
import { Icon } from "../Icons";
import { saved } from "../saved";
import { timeOf, troubleOf } from "../words";

/** Papers that were made, each with what this host can do with it. */
export function PaperList({ papers, host }: { papers: readonly Paper[]; host: HostPort }) {
  return (
    <ul className="paper-list">
      {papers.map(paper => (
        <PaperRow key={paper.id} paper={paper} host={host} />
      ))}
    </ul>
  );
}

function PaperRow({ paper, host }: { paper: Paper; host: HostPort }) {
  const { text, code } = useLanguage();
  const [said, setSaid] = useState("");
  const { file } = paper;
  const opens = /\.docx$/i.test(file.name) && host.can.open.includes("docx");
  async function open() {
    try {
      await host.open(file);
      setSaid(text.papers.opened(file.name));
    } catch (error) {
      if (!(error instanceof HostTrouble)) throw error;
      setSaid(troubleOf(text, error.trouble, error.detail));
    }
  }
  return (
    <li className="paper">
      <p className="paper-title">
        <Icon name="papers" />
        <span>{paper.title}</span>
      </p>
      <p className="note">
        {text.papers.madeFrom(paper.from, timeOf(paper.when, code))}
        {paper.asDraft && `, ${text.papers.draftMark.toLowerCase()}`}
      </p>
      <div className="actions">
        {opens && (
          <Button appearance="primary" aria-label={`${text.papers.open}: ${paper.title}`} onClick={() => void open()}>
            {text.papers.open}
          </Button>
        )}
        {host.can.save && (
          <Button
            {...(opens ? {} : { appearance: "primary" })}
            aria-label={`${text.papers.save}: ${paper.title}`}
            onClick={() => {
              saved(file);
              setSaid(text.papers.saved(file.name));
            }}
          >
            {text.papers.save}
          </Button>
        )}
      </div>
      {!host.can.save && <PaperLink file={file} />}
      <p className="note" role="status">
        {said}
      </p>
    </li>
  );
}

/** Where the program around the pane saves nothing by itself: an address that the user can open or save. */
function PaperLink({ file }: { file: HostFile }) {
  const { text } = useLanguage();
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.bytes], { type: "application/octet-stream" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <>
      <a className="paper-link" href={address} download={file.name} target="_blank" rel="noreferrer">
        {text.papers.link(file.name)}
      </a>
      <p className="note">{text.papers.linkNote}</p>
    </>
  );
}
