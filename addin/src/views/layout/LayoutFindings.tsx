import { useState } from "react";
import { HostTrouble, type HostPort, type Location } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import type { Finding } from "../../service/client";
import { hasPlace, keysOf, severities } from "../../state/findings";
import { Icon, severityIcons } from "../Icons";
import { troubleOf } from "../words";

/** What is wrong with a layout, errors first, each with its clause. @param host Null where the places cannot be shown. */
export function LayoutFindings({ findings, host }: { findings: readonly Finding[]; host: HostPort | null }) {
  const keys = keysOf(findings);
  const sorted = severities.flatMap(severity => findings.filter(finding => finding.severity === severity));
  return (
    <ul className="findings">
      {sorted.map(finding => (
        <LayoutFinding key={keys.get(finding)} finding={finding} host={host} />
      ))}
    </ul>
  );
}

function LayoutFinding({ finding, host }: { finding: Finding; host: HostPort | null }) {
  const { text } = useLanguage();
  const [trouble, setTrouble] = useState<string | null>(null);
  const { severity, location, message, value, basis, fix } = finding;
  async function show(to: Location) {
    try {
      await host!.show(to);
      setTrouble(null);
    } catch (error) {
      if (!(error instanceof HostTrouble)) throw error;
      setTrouble(troubleOf(text, error.trouble, error.detail));
    }
  }
  return (
    <li className={`finding finding-${severity}`}>
      <div className="finding-head">
        <span className={`severity severity-${severity}`}>
          <Icon name={severityIcons[severity]} />
          {text.check.severity[severity]}
        </span>
        {host?.can.show && hasPlace(location) ? (
          <button type="button" className="place" onClick={() => void show(location)}>
            {location.text}
          </button>
        ) : (
          <span className="place-name">{location.text === "" ? text.check.wholeFile : location.text}</span>
        )}
      </div>
      <p className="finding-message">{message}</p>
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
      {fix && (
        <p className="finding-fact">
          {text.check.proposed}: {fix.label}
        </p>
      )}
      {trouble !== null && (
        <p className="finding-trouble" role="alert">
          {trouble}
        </p>
      )}
    </li>
  );
}
