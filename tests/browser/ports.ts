import type { Browser, Page } from "playwright-core";
import type { HostPort, Location } from "../../addin/src/host/HostPort";
import type { components } from "../../addin/src/service/api";
import type { WatchedPage } from "./browser";
import { bundle, officePage, type PaneOptions } from "./officehost/officeHost";

declare global {
  interface Window {
    port: HostPort;
  }
}

let scripts: ReturnType<typeof bundle> | null = null;

/** A page of the service's origin, under its content policy, with nothing on it but the adapter at `window.port`. */
export async function portPage(browser: Browser, origin: string, options: PaneOptions): Promise<WatchedPage> {
  const watched = await officePage(browser, origin, options);
  const files = await (scripts ??= bundle(new URL("officehost/ports.ts", import.meta.url), "es"));
  const policy = (await fetch(`${origin}/taskpane.html`)).headers.get("Content-Security-Policy")!;
  const entry = files[0]!.name;
  await watched.page.route(`${origin}/ports/**`, route => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice("/ports/".length));
    const file = files.find(({ name: own }) => own === name);
    return file
      ? route.fulfill({ contentType: "text/javascript", body: file.code })
      : route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: { "Content-Security-Policy": policy },
          body: `<!doctype html><link rel="icon" href="/icon.svg"><meta name="office-js" content="/officejs/office.js"><script type="module" src="/ports/${entry}"></script>`,
        });
  });
  await watched.page.goto(`${origin}/ports/page.html`);
  await watched.page.evaluate(async () => {
    const started = await window.started;
    if (!started || !("host" in started)) throw new Error(JSON.stringify(started));
    window.port = started.host;
  });
  return watched;
}

/** The service's report on the file as the port hands it out. */
export function check(page: Page): Promise<components["schemas"]["CheckReport"]> {
  return page.evaluate(async () => {
    const file = await window.port.readFile(() => undefined, new AbortController().signal);
    return (await fetch("/api/check", { method: "POST", body: file.bytes })).json() as Promise<components["schemas"]["CheckReport"]>;
  });
}

export function read(page: Page): Promise<{ name: string; size: number; parts: number[]; copies: number }> {
  return page.evaluate(async () => {
    const parts: number[] = [];
    const file = await window.port.readFile(part => parts.push(part), new AbortController().signal);
    return { name: file.name, size: file.bytes.length, parts, copies: window.officeHost.native.copies.size };
  });
}

/** The trouble that the port answers with; null when it did what it was asked. `ask` runs in the page and sees nothing of the test. */
export function troubleOf(page: Page, ask: (port: HostPort, location: Location) => Promise<unknown>, location: Location = { text: "" }): Promise<string | null> {
  return page.evaluate(`(${String(ask)})(window.port, ${JSON.stringify(location)}).then(() => null, error => error.trouble ?? String(error))`);
}
