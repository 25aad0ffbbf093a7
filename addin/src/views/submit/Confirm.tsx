import { Button } from "@fluentui/react-components";
import { useLayoutEffect, useRef } from "react";
import { useLanguage } from "../../language/Language";

/** The last word before a dossier leaves the house. */
export function Confirm({ question, yes, no }: { question: string; yes: () => void; no: () => void }) {
  const { text } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="submit-confirm"
      onCancel={event => {
        event.preventDefault();
        no();
      }}
    >
      <h2 id="submit-confirm" className="dialog-title">
        {text.submit.confirmTitle}
      </h2>
      <p>{question}</p>
      <div className="actions">
        <Button appearance="primary" onClick={yes}>
          {text.submit.yes}
        </Button>
        <Button onClick={no}>{text.submit.no}</Button>
      </div>
    </dialog>
  );
}
