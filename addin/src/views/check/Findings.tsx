import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef, useState, type FocusEvent } from "react";
import { useLanguage } from "../../language/Language";
import type { CheckReport, FormDescription } from "../../service/client";
import { counted, everything, filtered, grouped, keysOf, severities, unitsByCode, type Filter, type Group } from "../../state/findings";
import { Icon, severityIcons } from "../Icons";
import { FindingRow, type Deeds } from "./FindingRow";

interface Props {
  readonly report: CheckReport;
  readonly form: FormDescription | null;
  readonly deeds: Deeds;
}

/** The findings by criterion, errors first, with filters by severity and by office in charge. */
export const Findings = memo(function Findings({ report, form, deeds }: Props) {
  const { text } = useLanguage();
  const [wanted, setFilter] = useState<Filter>(everything);
  const units = useMemo(() => unitsByCode(form), [form]);
  // An office that this form does not know, from the file before, filters nothing.
  const filter = wanted.unit === null || form?.units.includes(wanted.unit) ? wanted : { ...wanted, unit: null };
  const deferred = useDeferredValue(filter);
  const shown = useMemo(() => filtered(report.findings, deferred, units), [report, deferred, units]);
  const groups = useMemo(() => grouped(shown, report.evaluation.nodes), [shown, report]);
  const keys = useMemo(() => keysOf(report.findings), [report]);
  const list = useFocusKept(report);

  if (report.findings.length === 0) return <p className="clean">{text.check.clean}</p>;
  return (
    <div ref={list.region} onFocus={list.focused}>
      <Filters report={report} form={form} filter={filter} change={setFilter} />
      {shown.length < report.findings.length && (
        <p className="shown">
          {shown.length > 0 ? text.check.shown(shown.length, report.findings.length) : text.check.nothingShown}{" "}
          <button type="button" className="link" onClick={() => setFilter(everything)}>
            {text.check.showAll}
          </button>
        </p>
      )}
      {groups.map(group => (
        <details key={group.code} className="group" open>
          <summary className="group-head">
            <Icon name="chevron" />
            <h3 className="group-title">{titleOf(group)}</h3>
            <span className="group-count">{text.check.groupCount(group.findings.length)}</span>
          </summary>
          <ul className="findings">
            {group.findings.map(finding => (
              <FindingRow key={keys.get(finding)} finding={finding} report={report} deeds={deeds} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );

  function titleOf({ code, node }: Group): string {
    if (node) return `${text.check.kinds[node.kind] ?? ""} ${node.code}. ${node.title}`;
    return code === "" ? text.check.wholeFile : text.check.total;
  }
});

function Filters({ report, form, filter, change }: { report: CheckReport; form: FormDescription | null; filter: Filter; change: (filter: Filter) => void }) {
  const { text } = useLanguage();
  const counts = counted(report.findings);
  return (
    <div className="filters">
      <div className="chips" role="group" aria-label={text.check.show}>
        {severities.map(severity => (
          <button
            key={severity}
            type="button"
            className={`chip severity-${severity}`}
            aria-pressed={filter.severities.has(severity)}
            onClick={() => {
              const others = new Set(filter.severities);
              if (!others.delete(severity)) others.add(severity);
              change({ ...filter, severities: others });
            }}
          >
            <Icon name={severityIcons[severity]} />
            {text.check.severities[severity]} <b>{counts[severity]}</b>
          </button>
        ))}
      </div>
      {form && form.units.length > 0 && (
        <label className="unit">
          <span>{text.check.unit}</span>
          <select className="select" value={filter.unit ?? ""} onChange={event => change({ ...filter, unit: event.target.value || null })}>
            <option value="">{text.check.allUnits}</option>
            {form.units.map(unit => (
              <option key={unit}>{unit}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** When the row in which the focus stood is gone with the next check, the row now at its place has it, and the first filter when there is none. */
function useFocusKept(report: CheckReport) {
  const region = useRef<HTMLDivElement>(null);
  const last = useRef(-1);
  useLayoutEffect(() => {
    const within = region.current;
    if (!within || last.current < 0 || document.activeElement !== document.body) return;
    const rows = [...within.querySelectorAll(".finding")];
    const row = rows[Math.min(last.current, rows.length - 1)];
    (row?.querySelector<HTMLElement>("button") ?? within.querySelector<HTMLElement>("button"))?.focus();
  }, [report]);
  return {
    region,
    focused: ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
      const row = target.closest(".finding");
      last.current = row ? [...currentTarget.querySelectorAll(".finding")].indexOf(row) : -1;
    },
  };
}
