import { Button } from "@fluentui/react-components";
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { HostTrouble, type HostPort, type Location } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";

/** Selects a place in the file; null when it is shown, or when the user leaves its sheet hidden. Other faults are thrown. */
export type ShowPlace = (location: Location) => Promise<HostTrouble | null>;

/** A hidden sheet is unhidden only when the user says so, in the dialog that comes with the way to show. */
export function useShowPlace(host: HostPort): readonly [ShowPlace, ReactNode] {
  const [asked, ask] = useState<{ readonly location: Location; readonly answer: (unhide: boolean) => void } | null>(null);
  const show = useCallback<ShowPlace>(
    async location => {
      try {
        await host.show(location);
        return null;
      } catch (error) {
        if (!(error instanceof HostTrouble)) throw error;
        if (error.trouble !== "hiddenSheet") return error;
      }
      const unhide = await new Promise<boolean>(answer => ask({ location, answer }));
      ask(null);
      if (!unhide) return null;
      try {
        await host.show(location, { unhide: true });
        return null;
      } catch (error) {
        if (error instanceof HostTrouble) return error;
        throw error;
      }
    },
    [host],
  );
  const dialog = useMemo(() => asked && <HiddenSheet key={asked.location.text} place={asked.location.text} answer={asked.answer} />, [asked]);
  return [show, dialog];
}

/** The browser's own modal dialog: it keeps the focus inside, gives it back, and closes on Escape. */
function HiddenSheet({ place, answer }: { place: string; answer: (unhide: boolean) => void }) {
  const { text } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the element is taken from the page: only then does the dialog give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby="hidden-sheet"
      onCancel={event => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 id="hidden-sheet" className="dialog-title">
        {text.check.hiddenTitle}
      </h2>
      <p>{text.check.hiddenQuestion(place)}</p>
      <div className="actions">
        <Button appearance="primary" onClick={() => answer(true)}>
          {text.check.unhide}
        </Button>
        <Button onClick={() => answer(false)}>{text.check.keepHidden}</Button>
      </div>
    </dialog>
  );
}
