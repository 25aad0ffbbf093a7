import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { HostFile } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import { service, type FormDescription } from "../../service/client";
import { failureOf } from "../../state/session";
import { Icon } from "../Icons";
import { saved } from "../saved";
import { failureText } from "../words";

/** Nâng mức độ: the form as checked, taken over into the form of the next level, with what that asks for. */
export function Raise({ form, next, file }: { form: FormDescription; next: NonNullable<FormDescription["next"]>; file: HostFile }) {
  const { text } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");

  async function take() {
    setBusy(true);
    try {
      const raised = await service.raise(file);
      saved(raised);
      setSaid(text.check.raised(raised.name));
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      setSaid(failureText(text, failure));
    } finally {
      setBusy(false);
    }
  }

  return (
    <details className="card-more raise">
      <summary>
        <Icon name="chevron" />
        {text.check.raise(next.name)}
      </summary>
      <p className="card-fact">{text.check.raiseAbout}</p>
      <ul>
        {next.changes.map(change => (
          <li key={change.code}>
            <strong>{change.code}</strong> {change.after}
          </li>
        ))}
      </ul>
      {form.recognition && <p className="card-fact">{text.check.raiseTerm(form.recognition.upgradeAfterMonths, form.recognition.upgradeBasis)}</p>}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void take()}>
        {text.check.raise(next.name)}
      </Button>
      <p role="status">{said}</p>
    </details>
  );
}
