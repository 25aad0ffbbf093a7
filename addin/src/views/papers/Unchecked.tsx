import { Button, Spinner } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useLanguage } from "../../language/Language";
import { useSession } from "../../state/session";
import { FileButton } from "../check/ChooseFile";
import { failureText } from "../words";

/** Which papers there are depends on the form: the file is checked first, by itself the first time. */
export function Unchecked() {
  const { text } = useLanguage();
  const { hasFile, busy, state, check } = useSession();
  const begun = useRef(false);
  useEffect(() => {
    if (!hasFile || state.state !== "idle" || begun.current) return;
    begun.current = true;
    void check();
  }, [hasFile, state.state, check]);
  if (!hasFile) {
    return (
      <div className="callout">
        <p>{text.papers.noFile}</p>
        <FileButton />
      </div>
    );
  }
  if (busy) return <Spinner size="small" label={text.papers.checking} labelPosition="after" />;
  return (
    <div className="callout" {...(state.state === "failed" ? { role: "alert" } : {})}>
      <p>{state.state === "failed" ? failureText(text, state.failure) : text.papers.unchecked}</p>
      <Button appearance="primary" onClick={() => void check()}>
        {text.papers.check}
      </Button>
    </div>
  );
}
