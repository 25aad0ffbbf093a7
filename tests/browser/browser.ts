import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** Debian's Chromium, without the connections that it would make on its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Until the page stands still: a new look is drawn a frame after it is asked for, and its colours come by transitions. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await Promise.allSettled(document.getAnimations().filter(a => a.effect?.getComputedTiming().iterations !== Infinity).map(a => a.finished));
    await frame();
  });
}

/** A page that remembers what it must not do: break the content policy, fail in script, ask another origin. */
export interface WatchedPage {
  readonly page: Page;
  /** What went wrong so far, a line each; a test ends with `expect(faults()).toEqual([])`. */
  readonly faults: () => readonly string[];
}

/** @param allowed Console errors that the test provokes on purpose, such as a refused request. */
export async function watchedPage(browser: Browser, origin: string, options: BrowserContextOptions = {}, allowed: readonly RegExp[] = []): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: "vi-VN", viewport: { width: 350, height: 600 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", error => faults.push(`script: ${error.message}`));
  page.on("console", message => {
    if (message.type() === "error" && !allowed.some(pattern => pattern.test(message.text()))) faults.push(`console: ${message.text()}`);
  });
  page.on("request", request => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) faults.push(`foreign request: ${url}`);
  });
  return { page, faults: () => faults };
}
