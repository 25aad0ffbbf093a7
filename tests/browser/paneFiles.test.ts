import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { toTyped } from "../../addin/src/state/details";
import { launch, type WatchedPage } from "./browser";
import { detailsOf, isZip } from "./files";
import { lacks, officePage, type PaneOptions } from "./officehost/officeHost";
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

/** The pane at one of its views, with the details of an earlier paper. */
async function pane(view: string, options: PaneOptions): Promise<Page> {
  const watched = await officePage(browser, service.address, options);
  opened.push(watched);
  const draft = JSON.stringify({ chosen: ["phu-luc-iiib"], typed: toTyped(await detailsOf("phu-luc-iiib-2277")) });
  await watched.page.addInitScript(kept => localStorage.setItem("papers.draft.phu-luc-iiib", kept), draft);
  await watched.page.goto(`${service.address}/taskpane.html#/${view}`);
  return watched.page;
}

const excel: PaneOptions = { host: "Excel", file: "phu-luc-iiib.right.xlsx" };
const word: PaneOptions = { host: "Word", file: "phu-luc-iiib.mistakes.docx", allowed: [/status of 422/] };
const isPackage = (base64: string | undefined) => Buffer.from(base64 ?? "", "base64").subarray(0, 2).toString() === "PK";

test("PapersInWord_TheFileIsCheckedByItself_AndThePaperOpensAsANewDocument", async () => {
  const page = await pane("tao-van-ban", word);
  await page.getByText("Biểu còn 3 lỗi").waitFor();
  await page.getByRole("checkbox", { name: /^Lập bản dự thảo/ }).check();
  await page.getByRole("button", { name: "Lập văn bản" }).click();
  await page.getByRole("button", { name: /^Mở trong Word: Phụ lục IIIb/ }).click();
  await page.getByText(/^Đã mở .*thành văn bản mới\.$/).waitFor();
  const log = await page.evaluate(() => window.officeHost.document.log.opened);
  expect(log.length).toBe(1);
  expect(isPackage(log[0])).toBe(true);
});

test("PapersInExcel_AreSaved", async () => {
  const page = await pane("tao-van-ban", excel);
  await page.getByRole("button", { name: "Lập văn bản" }).click();
  await page.getByText("Đã lập xong văn bản.").waitFor();
  expect(await page.getByRole("button", { name: /^Mở trong Word/ }).count()).toBe(0);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Lưu về máy/ }).click();
  expect(await isZip(await (await download).path())).toBe(true);
});

/** The blank of Phụ lục IIIb, below those in force. */
const iiib = (page: Page) => page.locator("section.blank").filter({ has: page.getByRole("heading", { name: /^Phụ lục IIIb/ }) });

test("BlankFormInExcel_BecomesASheetOrAWorkbook", async () => {
  const page = await pane("chen-mau", excel);
  await iiib(page).getByRole("button", { name: "Chèn thành trang tính mới" }).click();
  await page.getByText("Đã chèn Phụ lục IIIb.").waitFor();
  await iiib(page).getByRole("button", { name: "Mở thành sổ tính mới" }).click();
  await page.getByText("Đã mở Phụ lục IIIb.").waitFor();
  const log = await page.evaluate(() => window.officeHost.workbook.log);
  expect(isPackage(log.inserted[0])).toBe(true);
  expect(log.opened).toEqual(log.inserted);
});

test("BlankFormInWord_GoesToTheEndOrIntoANewDocument", async () => {
  const page = await pane("chen-mau", word);
  await iiib(page).getByRole("button", { name: "Chèn vào cuối văn bản" }).click();
  await page.getByText("Đã chèn Phụ lục IIIb.").waitFor();
  await iiib(page).getByRole("button", { name: "Mở thành văn bản mới" }).click();
  await page.getByText("Đã mở Phụ lục IIIb.").waitFor();
  const log = await page.evaluate(() => window.officeHost.document.log);
  expect(isPackage(log.opened[0])).toBe(true);
  expect(log.inserted).toEqual([`End ${log.opened[0]}`]);
});

test("LayoutInWord_IsThatOfTheOpenDocument", async () => {
  const page = await pane("tao-van-ban", word);
  await page.getByRole("tab", { name: "Thể thức" }).click();
  await page.getByRole("button", { name: "Kiểm tra thể thức" }).click();
  await page.locator("#layout-result").waitFor();
  expect(await page.locator("input[type=file]").count()).toBe(0);
});
