import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch, type WatchedPage } from "./browser";
import { lacks, officePage, unzip, type PaneOptions } from "./officehost/officeHost";
import { startService, type Service } from "./service";

let service: Service;
let browser: Browser;
const opened: WatchedPage[] = [];

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launch()]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
});

afterEach(async () => {
  for (const watched of opened.splice(0)) {
    expect(await lacks(watched)).toEqual([]);
    await watched.page.context().close();
  }
});

async function pane(view: string, options: PaneOptions): Promise<Page> {
  const watched = await officePage(browser, service.address, options);
  opened.push(watched);
  await watched.page.goto(`${service.address}/taskpane.html#/${view}`);
  await watched.page.getByRole("heading", { level: 2 }).first().waitFor();
  return watched.page;
}

/** Ticks the kind, takes the example for each thing that must be told, and asks for a draft. */
async function make(page: Page, kind: string): Promise<void> {
  await page.getByRole("checkbox", { name: kind }).check();
  await page.getByRole("checkbox", { name: "Lập bản dự thảo" }).check();
  await page.evaluate(() => document.querySelectorAll("details").forEach(group => (group.open = true)));
  for (const field of await page.locator(".detail:has([aria-required=true])").all()) {
    const example = /Ví dụ: (.*)$/.exec((await field.locator(".detail-hint").textContent()) ?? "")?.[1] ?? "x";
    await field.locator("[aria-required=true]").fill(example.split(" · ").join("\n"));
  }
  await page.getByRole("button", { name: "Lập văn bản" }).click();
  await page.getByText("Đã lập xong văn bản.").waitFor();
}

const words = (bytes: Uint8Array) => new TextDecoder().decode(unzip(bytes).get("word/document.xml")).replace(/<[^>]+>/g, "");

test("PaperMadeInWord_OpensAsWhatWasAskedFor", async () => {
  const page = await pane("tao-van-ban", { host: "Word", file: "phu-luc-iiib.mistakes.docx" });
  await make(page, "Tờ trình đề nghị đánh giá");
  await page.getByRole("button", { name: /^Mở trong Word/ }).first().click();
  await page.getByText(/^Đã mở .* thành văn bản mới/).first().waitFor();
  const [paper] = await page.evaluate(() => window.officeHost.document.log.opened);
  expect(words(Buffer.from(paper!, "base64"))).toContain("TỜ TRÌNH");
});

const blank = async (form: string, query: string) => Buffer.from(await (await fetch(`${service.address}/api/forms/${form}/blank?${query}`)).arrayBuffer()).toString("base64");

test("PartOfAnOfficeInExcel_IsTheServicesPart", async () => {
  const page = await pane("chen-mau", { host: "Excel", file: "unesco-ba-dinh.mistakes.xlsx" });
  const form = page.locator("section.blank").filter({ has: page.getByLabel("Phạm vi") });
  await form.getByLabel("Phạm vi").selectOption({ index: 1 });
  const unit = await form.getByLabel("Phạm vi").inputValue();
  await form.getByRole("button", { name: "Chèn thành trang tính mới" }).click();
  await form.getByText(/^Đã chèn/).waitFor();
  const log = await page.evaluate(() => window.officeHost.workbook.log);
  expect(log.inserted).toEqual([await blank("unesco-ba-dinh", `format=xlsx&unit=${encodeURIComponent(unit)}`)]);
});

test("LayoutFindingInWord_SelectsItsParagraph", async () => {
  const page = await pane("the-thuc", { host: "Word", file: await readFile(new URL("../fixtures/foreign/iiib-in-report-libreoffice.docx", import.meta.url)) });
  await page.getByRole("button", { name: "Kiểm tra thể thức" }).click();
  await page.getByRole("button", { name: "Nội dung, bảng 1, hàng 1, cột 2, đoạn 1" }).first().click();
  await expect.poll(() => page.evaluate(() => window.officeHost.document.log.selected)).toBe("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
});
