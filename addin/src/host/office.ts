import type { HostPort } from "./HostPort";

/** How long Office may take until we say that it does not come. */
const PATIENCE = 10_000;

/** office.js did not load; Office did not answer; the page stands in no Excel or Word. */
export type OfficeFault = "officeAbsent" | "officeSilent" | "officeOther";

export type OfficeStart = { readonly host: HostPort } | { readonly failed: OfficeFault };

let fault: OfficeFault | null = null;

/** Why Office did not come, for the help; null where it did, and in a browser. */
export function officeFault(): OfficeFault | null {
  return fault;
}

/**
 * Loads office.js from where the page says (`meta[name=office-js]`), from the second place when the first does not answer, and waits for Office.
 * Never both copies: office.js must be loaded once. Null on the page for browsers.
 */
export async function startOffice(patience = PATIENCE): Promise<OfficeStart | null> {
  const start = await started(patience);
  fault = start && "failed" in start ? start.failed : null;
  return start;
}

async function started(patience: number): Promise<OfficeStart | null> {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="office-js"]');
  if (!meta) return null;
  const begun = performance.now();
  const places = [meta.content, meta.dataset["fallback"] ?? ""].filter(place => place !== "");
  const loaded = await firstOf(places, patience / places.length);
  if (!loaded) return { failed: "officeAbsent" };
  const info = await Promise.race([Office.onReady(), after(patience - (performance.now() - begun)).then(() => null)]);
  if (!info) return { failed: "officeSilent" };
  if (info.host === Office.HostType.Excel) return { host: (await import("./excel")).excelHost() };
  if (info.host === Office.HostType.Word) return { host: (await import("./word")).wordHost() };
  return { failed: "officeOther" };
}

async function firstOf(places: readonly string[], patience: number): Promise<boolean> {
  for (const place of places) {
    if (await load(place, patience)) return true;
  }
  return false;
}

function load(place: string, patience: number): Promise<boolean> {
  return new Promise(resolve => {
    const script = document.createElement("script");
    const settle = (came: boolean) => {
      clearTimeout(timer);
      if (!came) script.remove();
      resolve(came);
    };
    const timer = setTimeout(() => settle(false), patience);
    script.onload = () => settle(true);
    script.onerror = () => settle(false);
    script.src = place;
    document.head.append(script);
  });
}

function after(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
