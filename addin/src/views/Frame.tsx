import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import type { HostPort } from "../host/HostPort";
import { useLanguage } from "../language/Language";
import type { Me } from "../service/client";
import { counted } from "../state/findings";
import { may, useSignIn } from "../signin/person";
import { useSession } from "../state/session";
import { Icon } from "./Icons";
import { Person } from "./Person";
import "./frame.css";

/** The addresses behind `#/`, which the ribbon's buttons open. office.js takes the browser's history away, so there is no other router. */
export const addresses = { check: "kiem-tra", evaluation: "danh-gia", papers: "tao-van-ban", submit: "nop-ho-so", insert: "chen-mau", layout: "the-thuc", files: "nhieu-tep", help: "tro-giup" } as const;

export type View = keyof typeof addresses;

/** What each host has a use for. Help stands apart, with the language. */
const tabs: Record<HostPort["kind"], readonly View[]> = {
  excel: ["check", "evaluation", "papers", "submit", "insert"],
  word: ["check", "evaluation", "papers", "submit", "insert", "layout"],
  browser: ["check", "evaluation", "papers", "submit", "insert", "layout", "files"],
};

/** A tab that the person may not use is not offered; its address still says which role it needs. */
const needs: Partial<Record<View, Me["role"]>> = { papers: "editor", submit: "submitter" };

export function goTo(view: View): void {
  location.hash = `#/${addresses[view]}`;
}

/** The pane around every view: its sections as tabs, the language, help, and what a screen reader hears of the check. */
export function Frame({ view, children }: { view: View; children: ReactNode }) {
  const { text } = useLanguage();
  const { host } = useSession();
  const id = useId();
  const { person } = useSignIn();
  const shown = tabs[host.kind].filter(tab => may(person, needs[tab] ?? "viewer"));
  return (
    <div className={`frame frame-${host.kind}`}>
      <header className="frame-header">
        <h1 className="frame-title">{text.title}</h1>
        <Tabs id={id} views={shown} view={view} />
        <More view={view} />
      </header>
      <Person />
      <main>
        <div id={`${id}-panel`} className="frame-panel" role={shown.includes(view) ? "tabpanel" : undefined} aria-labelledby={shown.includes(view) ? `${id}-${view}` : undefined}>
          {children}
        </div>
      </main>
      <Progress />
    </div>
  );
}

/** Arrow keys go from tab to tab and open it, Home and End to the ends; the tab key goes on to the view. */
function Tabs({ id, views, view }: { id: string; views: readonly View[]; view: View }) {
  const { text } = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const focusable = views.includes(view) ? view : views[0]!;
  function moved(event: KeyboardEvent) {
    const at = views.indexOf(focusable);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + views.length, Home: 0, End: views.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = views[to % views.length]!;
    goTo(next);
    list.current?.querySelector<HTMLElement>(`[data-view=${next}]`)?.focus();
  }
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={text.frame.tabs} onKeyDown={moved}>
      {views.map(name => (
        <button
          key={name}
          id={`${id}-${name}`}
          className="tab"
          type="button"
          role="tab"
          data-view={name}
          aria-selected={name === view}
          aria-controls={name === view ? `${id}-panel` : undefined}
          aria-label={text.tabs[name]}
          tabIndex={name === focusable ? 0 : -1}
          onClick={() => goTo(name)}
        >
          <Icon name={name} />
          <span className="tab-short">{text.frame.short[name]}</span>
          <span className="tab-full">{text.tabs[name]}</span>
        </button>
      ))}
    </div>
  );
}

/** Language and help: beside the tabs where there is room, behind a button in the pane. */
function More({ view }: { view: View }) {
  const { text, code, change } = useLanguage();
  const popup = useRef<HTMLDivElement>(null);
  const close = () => popup.current?.hidePopover();
  return (
    <div className="more">
      <button type="button" className="more-button" popoverTarget="more" aria-label={text.frame.more}>
        <Icon name="more" />
      </button>
      <div ref={popup} id="more" className="more-popup" popover="auto">
        <button
          type="button"
          className="more-item"
          lang={code === "vi" ? "en" : "vi"}
          onClick={() => {
            change(code === "vi" ? "en" : "vi");
            close();
          }}
        >
          <Icon name="language" />
          {text.otherLanguage}
        </button>
        <button
          type="button"
          className="more-item"
          aria-current={view === "help" ? "page" : undefined}
          onClick={() => {
            goTo("help");
            close();
          }}
        >
          <Icon name="help" />
          {text.tabs.help}
        </button>
      </div>
    </div>
  );
}

/** How the check goes, for ears; each step once, whichever view is open. */
function Progress() {
  const { text } = useLanguage();
  const { state } = useSession();
  const region = useRef<HTMLDivElement>(null);
  const said = state.state === "checked" ? counted(state.report.findings) : null;
  const sentence =
    state.state === "reading" ? text.frame.reading : state.state === "checking" ? text.frame.checking : state.state === "failed" ? text.frame.failed : said ? text.frame.checked(said.error, said.warning, said.info) : "";
  useEffect(() => {
    if (region.current) region.current.textContent = sentence;
  }, [sentence]);
  return <div ref={region} className="unseen" role="status" />;
}
