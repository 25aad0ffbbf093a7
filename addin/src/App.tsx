import { FluentProvider, RendererProvider, Spinner, Tab, TabList, createDOMRenderer, teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { StrictMode, Suspense, lazy, useEffect, useState, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import { browserHost } from "./host/browser";
import type { OfficeStart } from "./host/office";
import { Language, type LanguageCode } from "./language/Language";
import { vi, type Sentences } from "./language/vi";
import { calls } from "./service/client";
import { recall, remember } from "./state/memory";
import { SessionProvider } from "./state/session";

const views = {
  check: lazy(() => import("./views/CheckView")),
  evaluation: lazy(() => import("./views/EvaluationView")),
  papers: lazy(() => import("./views/PapersView")),
  insert: lazy(() => import("./views/InsertView")),
  layout: lazy(() => import("./views/LayoutView")),
};

type View = keyof typeof views;

/** The addresses behind `#/`, which the ribbon's buttons open. office.js takes the browser's history away, so there is no other router. */
const addresses: Record<View, string> = { check: "kiem-tra", evaluation: "danh-gia", papers: "tao-van-ban", insert: "chen-mau", layout: "the-thuc" };

/** @param office Null on the page for browsers. */
export function show(root: HTMLElement, office: OfficeStart | null): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
  const host = office && "host" in office ? office.host : browserHost();
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
  calls.language = code;
  useEffect(() => {
    document.documentElement.lang = code;
    remember("language", code);
  }, [code]);
  return (
    <FluentProvider theme={useTheme()}>
      <Language value={{ code, text, change }}>
        <TabList selectedValue={view} onTabSelect={(_, { value }) => (location.hash = `#/${addresses[value as View]}`)}>
          {(Object.keys(views) as View[]).map(name => (
            <Tab key={name} value={name}>
              {text.tabs[name]}
            </Tab>
          ))}
        </TabList>
        <Suspense fallback={<Spinner label={text.waiting} />}>
          <Shown />
        </Suspense>
      </Language>
    </FluentProvider>
  );
}

function useView(): View {
  const hash = useSyncExternalStore(changed => (addEventListener("hashchange", changed), () => removeEventListener("hashchange", changed)), () => location.hash);
  return (Object.keys(addresses) as View[]).find(name => hash === `#/${addresses[name]}`) ?? "check";
}

function useSentences(code: LanguageCode): Sentences {
  const [text, setText] = useState(vi);
  useEffect(() => {
    if (code === "vi") setText(vi);
    else void import("./language/en").then(module => setText(module.en));
  }, [code]);
  return text;
}

/** Windows' contrast themes first, then dark or light as the computer is set. */
function useTheme(): Theme {
  const contrast = useMedia("(forced-colors: active)");
  const dark = useMedia("(prefers-color-scheme: dark)");
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
