import { Button } from "@fluentui/react-components";
import { useLanguage } from "../../language/Language";
import { useSession } from "../../state/session";
import { timeOf } from "../words";
import { FileButton } from "./ChooseFile";

/** Kiểm tra, how it goes, and the way to stop it. Its height is the same before, during and after, so that a check after every edit moves nothing. */
export function Toolbar() {
  const { text, code } = useLanguage();
  const { host, state, busy, report, when, check, cancel } = useSession();
  const part = state.state === "reading" ? Math.round(state.part * 100) : 100;
  const said =
    state.state === "reading" ? text.check.reading(part) : state.state === "checking" ? text.check.checking : state.state === "checked" && when !== null ? text.check.checkedAt(timeOf(when, code)) : "";
  return (
    <div className="toolbar">
      <Button appearance="primary" onClick={() => void check()}>
        {report ? text.check.again : text.check.start}
      </Button>
      <span className="toolbar-state">{said}</span>
      {host.kind === "browser" && !busy && <FileButton again />}
      {busy && (
        <button type="button" className="small-button toolbar-cancel" onClick={cancel}>
          {text.check.cancel}
        </button>
      )}
      {busy && <progress className="toolbar-progress" aria-label={said} max={100} {...(state.state === "reading" && part > 0 ? { value: part } : {})} />}
    </div>
  );
}
