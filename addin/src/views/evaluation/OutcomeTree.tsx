import { useState, type ReactNode } from "react";
import type { HostTrouble } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import type { CheckReport, Node } from "../../service/client";
import { hasPlace } from "../../state/findings";
import { concludes } from "../../state/outcomes";
import { Icon, outcomeIcons } from "../Icons";
import type { ShowPlace } from "../check/Place";
import { placeOf, troubleOf } from "../words";

interface Props {
  readonly report: CheckReport;
  /** Null where the host cannot go to a place. */
  readonly show: ShowPlace | null;
}

/** Parts, standards, criteria, indicators as nested lists, each level to be opened. */
export function OutcomeTree({ report, show }: Props) {
  const { text } = useLanguage();
  const nodes = report.evaluation.nodes;
  // A short form stands open; of a long one its standards, each with what it counts.
  const [open, setOpen] = useState({ levels: nodes.some(node => node.kind === "part") ? 1 : 9, turn: 0 });
  const set = (levels: number) => setOpen({ levels, turn: open.turn + 1 });
  return (
    <section aria-labelledby="tree">
      <div className="tree-head">
        <h3 id="tree" className="heading">
          {text.evaluation.tree}
        </h3>
        <span className="tree-switch">
          <button type="button" className="link" onClick={() => set(9)}>
            {text.evaluation.openAll}
          </button>
          <button type="button" className="link" onClick={() => set(0)}>
            {text.evaluation.closeAll}
          </button>
        </span>
      </div>
      <ul className="tree" key={open.turn}>
        {nodes.map(node => (
          <Row key={node.code} node={node} depth={0} open={open.levels} report={report} show={show} />
        ))}
      </ul>
    </section>
  );
}

function Row({ node, depth, open, report, show }: Props & { node: Node; depth: number; open: number }) {
  if (node.children.length === 0) {
    return (
      <li className="tree-leaf">
        <Line node={node} report={report} />
        <Facts node={node} report={report} show={show} />
      </li>
    );
  }
  return (
    <li>
      <details open={depth < open}>
        <summary className="tree-line">
          <Icon name="chevron" />
          <Line node={node} report={report} />
        </summary>
        {report.evaluation.verdict !== "none" && <Facts node={node} report={report} show={null} />}
        <ul className="tree-branch">
          {node.children.map(child => (
            <Row key={child.code} node={child} depth={depth + 1} open={open} report={report} show={show} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Line({ node, report }: { node: Node; report: CheckReport }) {
  const { text } = useLanguage();
  return (
    <span className="tree-words">
      <span className={node.children.length > 0 ? "tree-title tree-title-above" : "tree-title"}>
        {node.code}. {node.title}
      </span>
      {concludes(report, node) ? (
        <span className={`outcome outcome-${node.outcome}`}>
          <Icon name={outcomeIcons[node.outcome]} />
          {text.evaluation.outcome[node.outcome]}
        </span>
      ) : (
        <span className="tree-count">{node.because}</span>
      )}
    </span>
  );
}

/** Why, by which clause, how far from met, and where the figures stand. */
function Facts({ node, report, show }: Props & { node: Node }) {
  const { text } = useLanguage();
  const places = show ? node.entries.flatMap(entry => report.entries[entry]?.location ?? []).filter(hasPlace) : [];
  const readings = report.form.settings.filter(setting => node.settings.includes(setting.id));
  const [trouble, setTrouble] = useState<HostTrouble | null>(null);
  return (
    <div className="tree-facts">
      <Fact name={text.evaluation.because}>{node.because}</Fact>
      <Fact name={text.evaluation.distance}>{node.distance}</Fact>
      <Fact name={text.evaluation.basis}>{node.basis}</Fact>
      {places.length > 0 && (
        <p>
          {places.map(place => (
            <button key={place.text} type="button" className="link" title={place.text} onClick={() => void show?.(place).then(setTrouble)}>
              {placeOf(text, place)}
            </button>
          ))}
        </p>
      )}
      {trouble && <p role="alert">{troubleOf(text, trouble.trouble, trouble.detail)}</p>}
      {readings.length > 0 && (
        <details className="readings">
          <summary>{text.evaluation.readings}</summary>
          {readings.map(reading => (
            <p key={reading.id}>
              {reading.title}. {reading.reason}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <p>
      {name}: {children}
    </p>
  );
}
