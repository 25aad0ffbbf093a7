import { Fragment, memo, useRef, useState, type MouseEvent } from "react";
import type { Corrected, Correction, HostTrouble, Location } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import type { CheckReport, Finding } from "../../service/client";
import { correction, hasPlace } from "../../state/findings";
import { Icon, severityIcons } from "../Icons";
import { placeOf, troubleOf } from "../words";
import type { ShowPlace } from "./Place";

/** What can be done about a finding in this host; null where it cannot. */
export interface Deeds {
  readonly show: ShowPlace | null;
  /** Throws no HostTrouble. */
  readonly correct: ((corrections: readonly Correction[]) => Promise<Corrected | HostTrouble>) | null;
}

interface Props {
  readonly finding: Finding;
  readonly report: CheckReport;
  readonly deeds: Deeds;
}

/** Where · what is wrong · the rule · what to do. */
export const FindingRow = memo(function FindingRow({ finding, report, deeds }: Props) {
  const { text } = useLanguage();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { related, severity, message, basis, suggestion, places } = finding;
  const [stepped, setStepped] = useState(0);
  // The next check may have left fewer.
  const at = places ? Math.min(stepped, places.length - 1) : 0;
  const { location, value, fix } = places?.[at] ?? finding;
  const fixes = (places ?? []).flatMap(place => (place.fix ? [correction(place, place.fix.value, report)] : []));
  const show = deeds.show && (async (to: Location) => deeds.show && say(await deeds.show(to)));
  const say = (refused: HostTrouble | null) => setTrouble(refused && troubleOf(text, refused.trouble, refused.detail));

  function clicked(event: MouseEvent) {
    // A click on the row goes to its place; not the end of a selection of text, nor a click that has its own meaning.
    if (show && hasPlace(location) && !(event.target as Element).closest("button") && getSelection()?.isCollapsed !== false) void show(location);
  }

  function step(to: number) {
    setStepped(to);
    if (show) void show(places![to]!.location);
  }

  const correct = (to: string) => correctAll([correction(finding, to, report)]);

  async function correctAll(corrections: readonly Correction[]): Promise<boolean> {
    const answer = await deeds.correct!(corrections);
    const left = "done" in answer ? answer.left[0] : answer;
    setTrouble(left ? troubleOf(text, left.trouble, "detail" in left ? left.detail : "") : null);
    return !left;
  }

  return (
    <li className={`finding finding-${severity}${finding.followsFrom ? " finding-follows" : ""}${show && hasPlace(location) ? " finding-shown" : ""}`} onClick={clicked}>
      <div className="finding-head">
        <span className={`severity severity-${severity}`}>
          <Icon name={severityIcons[severity]} />
          {text.check.severity[severity]}
        </span>
        {(places || finding.entry !== null || hasPlace(location)) && <Place location={location} show={show} />}
      </div>
      {finding.followsFrom && <p className="finding-fact">{text.check.follows}</p>}
      <p className="finding-message">{message}</p>
      {places && <Steps at={at} of={places.length} step={step} />}
      {value !== null && !message.includes(value.trim()) && (
        <p className="finding-fact finding-value">
          {text.check.value}: “{value}”
        </p>
      )}
      {basis !== null && (
        <p className="finding-fact">
          {text.check.basis}: {basis}
        </p>
      )}
      {related.length > 0 && (
        <p className="finding-fact">
          {text.check.related}:{" "}
          {related.map((other, index) => (
            <Fragment key={other.text}>
              {index > 0 && ", "}
              <Place location={other} beside={location} show={show} />
            </Fragment>
          ))}
        </p>
      )}
      {places && fixes.length > 0 && <Fix label={text.check.fixPlaces(fixes.length)} ownWords correct={deeds.correct && (() => correctAll(fixes))} report={report} />}
      {!places && fix && <Fix label={fix.label} correct={deeds.correct && (() => correct(fix.value))} report={report} />}
      {suggestion && <Suggestion label={suggestion.label} from={value ?? ""} to={suggestion.value} correct={deeds.correct && (() => correct(suggestion.value))} report={report} />}
      {trouble !== null && (
        <p className="finding-trouble" role="alert">
          {trouble}
        </p>
      )}
    </li>
  );
});

/** A button where the host can go there, a name elsewhere. */
function Place({ location, beside, show }: { location: Location; beside?: Location; show: ((to: Location) => Promise<unknown>) | null }) {
  const { text } = useLanguage();
  const name = placeOf(text, location, beside);
  if (!show || !hasPlace(location)) return <span className="place-name">{name}</span>;
  return (
    <button type="button" className="place" title={location.text} onClick={() => void show(location)}>
      {name}
    </button>
  );
}

/** One cause in many places: from one to the next, and round again. */
function Steps({ at, of, step }: { at: number; of: number; step: (to: number) => void }) {
  const { text } = useLanguage();
  return (
    <p className="finding-fact finding-steps">
      <span role="status">{text.check.placeOf(at + 1, of)}</span>{" "}
      <button type="button" className="small-button" onClick={() => step((at + of - 1) % of)}>
        {text.check.previousPlace}
      </button>{" "}
      <button type="button" className="small-button" onClick={() => step((at + 1) % of)}>
        {text.check.nextPlace}
      </button>
    </p>
  );
}

interface FixProps {
  readonly label: string;
  /** The label says already that it corrects. */
  readonly ownWords?: boolean;
  readonly correct: (() => Promise<boolean>) | null;
  readonly report: CheckReport;
}

/** The button stays, without effect, until the next check has an answer: so the keyboard does not lose its place. */
function useOnce(correct: (() => Promise<boolean>) | null, report: CheckReport): readonly [boolean, () => void] {
  const [done, setDone] = useState<CheckReport | null>(null);
  const spent = done === report;
  return [
    spent,
    () => {
      if (spent || !correct) return;
      setDone(report);
      void correct().then(
        made => made || setDone(null),
        (error: unknown) => {
          setDone(null);
          throw error;
        },
      );
    },
  ];
}

function Fix({ label, ownWords = false, correct, report }: FixProps) {
  const { text } = useLanguage();
  const [spent, run] = useOnce(correct, report);
  if (!correct) {
    return (
      <p className="finding-fact">
        {text.check.proposed}: {label}
      </p>
    );
  }
  return (
    <button type="button" className="small-button" aria-disabled={spent} onClick={run}>
      {spent ? text.check.fixing : ownWords ? label : text.check.fixTo(label)}
    </button>
  );
}

/** A correction that might change a meaning: it says first what becomes of what. */
function Suggestion({ label, from, to, correct, report }: FixProps & { from: string; to: string }) {
  const { text } = useLanguage();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    opener.current?.focus();
    setOpen(false);
  };
  const [spent, run] = useOnce(correct, report);
  if (!correct) {
    return (
      <p className="finding-fact">
        {text.check.proposed}: {label}
      </p>
    );
  }
  return (
    <div className="suggestion" onKeyDown={event => event.key === "Escape" && close()}>
      <button ref={opener} type="button" className="small-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text.check.suggest}
      </button>
      {open && (
        <div className="suggestion-question">
          <p>{text.check.suggestQuestion(from, to)}</p>
          <button type="button" className="small-button small-button-primary" aria-disabled={spent} onClick={run}>
            {spent ? text.check.fixing : text.check.confirm}
          </button>
          <button type="button" className="small-button" onClick={close}>
            {text.check.decline}
          </button>
        </div>
      )}
    </div>
  );
}
