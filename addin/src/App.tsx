import { FluentProvider, RendererProvider, createDOMRenderer, teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { StrictMode, Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { browserHost } from "./host/browser";
import type { OfficeStart } from "./host/office";
import { officeLook } from "./host/officeLook";
import { Language, useLanguage, type LanguageCode } from "./language/Language";
import { vi, type Sentences } from "./language/vi";
import { calls } from "./service/client";
import { startSignIn } from "./signin/person";
import { recall, remember } from "./state/memory";
import { SessionProvider, useSession } from "./state/session";
import { Frame, addresses, type View } from "./views/Frame";

const views: Record<View, ReturnType<typeof lazy>> = {
  check: lazy(() => import("./views/CheckView")),
  evaluation: lazy(() => import("./views/EvaluationView")),
  papers: lazy(() => import("./views/PapersView")),
  submit: lazy(() => import("./views/SubmitView")),
  insert: lazy(() => import("./views/InsertView")),
  layout: lazy(() => import("./views/LayoutView")),
  files: lazy(() => import("./views/FilesView")),
  help: lazy(() => import("./views/HelpView")),
};

/** @param office Null on the page for browsers. */
export function show(root: HTMLElement, office: OfficeStart | null): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  const host = office && "host" in office ? office.host : browserHost();
  // Office did not come: what can be done about it stands in the help, and the page works as in a browser.
  if (office && "failed" in office) location.hash = `#/${addresses.help}`;
  startSignIn();
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <SessionProvider host={host}>
          <App />
        </SessionProvider>
      </RendererProvider>
    </StrictMode>,
  );
}

function App() {
  const [code, change] = useState<LanguageCode>(() => recall<LanguageCode>("language") ?? "vi");
  const text = useSentences(code);
  const view = useView();
  const Shown = views[view];
  const { host, report, check } = useSession();
  useEffect(() => {
    document.documentElement.lang = code;
    remember("language", code);
  }, [code]);
  // What the service has said already, it says again in the other language.
  const said = useRef(code);
  calls.language = code;
  useEffect(() => {
    if (said.current === code) return;
    said.current = code;
    if (report) void check();
  }, [code, report, check]);
  // The ribbon's Kiểm tra opens the pane and checks: one click.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || host.kind === "browser" || ribbonView() !== "check") return;
    begun.current = true;
    void check();
  }, [host, check]);
  return (
    <FluentProvider theme={useTheme()} className="ground">
      <Language value={{ code, text, change }}>
        <Frame view={view}>
          <Suspense fallback={<Waiting />}>
            <Shown />
          </Suspense>
        </Frame>
      </Language>
    </FluentProvider>
  );
}

function Waiting() {
  const { text } = useLanguage();
  return <p className="waiting">{text.waiting}</p>;
}

function useView(): View {
  const hash = useSyncExternalStore(changed => (addEventListener("hashchange", changed), () => removeEventListener("hashchange", changed)), () => location.hash);
  return named(hash.replace("#/", "")) ?? ribbonView() ?? "check";
}

/** A button of the ribbon says what it opens in the address: `taskpane.html?view=kiem-tra`. */
function ribbonView(): View | undefined {
  return named(new URLSearchParams(location.search).get("view"));
}

function named(address: string | null): View | undefined {
  return (Object.keys(addresses) as View[]).find(name => addresses[name] === address);
}

function useSentences(code: LanguageCode): Sentences {
  const [text, setText] = useState(vi);
  useEffect(() => {
    if (code === "vi") setText(vi);
    else void import("./language/en").then(module => setText(module.en));
  }, [code]);
  return text;
}

/** Windows' contrast themes first, then dark or light as Office is, then as the computer is. */
function useTheme(): Theme {
  const contrast = useMedia("(forced-colors: active)");
  const computer = useMedia("(prefers-color-scheme: dark)") ? "dark" : "light";
  const [office] = useState(officeLook);
  const dark = (office ?? computer) === "dark";
  useEffect(() => {
    // For what the browser draws itself: lists, scroll bars.
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark]);
  return contrast ? teamsHighContrastTheme : dark ? webDarkTheme : webLightTheme;
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const list = matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => matchMedia(query).matches,
  );
}
