import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../../language/Language";

/** Copies, where the browser lets us; Office may refuse the clipboard to a pane, and then the text is shown, selected, to be copied by hand. */
export function CopySummary({ summary }: { summary: string }) {
  const { text } = useLanguage();
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (state === "refused") area.current?.select();
  }, [state]);
  function copy() {
    // Where there is no clipboard at all (a page without https) the property itself is missing.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return setState("refused");
    clipboard.writeText(summary).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  }
  return (
    <>
      <Button onClick={copy}>{text.evaluation.copy}</Button>
      {state === "copied" && (
        <p className="copy-said" role="status">
          {text.evaluation.copied}
        </p>
      )}
      {state === "refused" && (
        <div className="copy-said">
          <p id="copy-by-hand" role="alert">
            {text.evaluation.copyByHand}
          </p>
          <textarea ref={area} className="copy-text" readOnly rows={8} aria-labelledby="copy-by-hand" value={summary} />
          <button type="button" className="small-button" onClick={() => setState("idle")}>
            {text.evaluation.close}
          </button>
        </div>
      )}
    </>
  );
}
