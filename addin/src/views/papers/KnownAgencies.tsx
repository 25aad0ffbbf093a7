import { useMemo, useState } from "react";
import { useLanguage } from "../../language/Language";
import { forgetAgency, knownAgencies } from "../../state/agencies";
import type { Typed } from "../../state/details";

interface Props {
  readonly agency: string;
  /** Changes when another agency may have been remembered. */
  readonly version: number;
  readonly fill: (typed: Typed) => void;
  /** What stood in the fields before the last filling; null when there is none to go back to. */
  readonly undo: (() => void) | null;
}

/** The agencies whose details this computer remembers. */
export function KnownAgencies({ agency, version, fill, undo }: Props) {
  const { text } = useLanguage();
  const [forgotten, setForgotten] = useState(0);
  const known = useMemo(() => ({ version, forgotten, all: knownAgencies() }), [version, forgotten]).all;
  const [said, setSaid] = useState("");
  const current = known.find(other => other.name === agency.trim());
  if (known.length === 0 && said === "") return null;
  return (
    <div className="known">
      {known.length > 0 && (
        <>
          <label className="detail-label" htmlFor="known-agency">
            {text.papers.known}
          </label>
          <div className="known-choice">
            <select
              id="known-agency"
              className="select"
              value={current?.name ?? ""}
              onChange={event => {
                const chosen = known.find(other => other.name === event.target.value);
                if (!chosen) return;
                fill(chosen.typed);
                setSaid(text.papers.recalled(chosen.name));
              }}
            >
              <option value="">{text.papers.chooseKnown}</option>
              {known.map(other => (
                <option key={other.name}>{other.name}</option>
              ))}
            </select>
            {current && (
              <button
                type="button"
                className="small-button"
                aria-label={text.papers.forgetLabel(current.name)}
                onClick={() => {
                  forgetAgency(current.name);
                  setForgotten(before => before + 1);
                  setSaid(text.papers.forgotten(current.name));
                }}
              >
                {text.papers.forget}
              </button>
            )}
          </div>
        </>
      )}
      <p className="note" role="status">
        {said}
      </p>
      {undo && said !== "" && (
        <button
          type="button"
          className="link"
          onClick={() => {
            undo();
            setSaid("");
          }}
        >
          {text.papers.undo}
        </button>
      )}
    </div>
  );
}
