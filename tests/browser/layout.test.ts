import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, watchedPage } from "./browser";
import { iiib, paper, shouldBeAccessible } from "./files";
import { startService, type Service } from "./service";

let service: Service;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launch()]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
});

async function layout() {
  const watched = await watchedPage(browser, service.address, { viewport: { width: 320, height: 600 } }, [/status of 4\d\d/, /net::ERR_FAILED/]);
  await watched.page.goto(`${service.address}/#/the-thuc`);
  await watched.page.getByRole("heading", { name: "Thể thức văn bản" }).waitFor();
  return watched;
}

test("PaperThatIsNoForm_OfferedTheLayout_IsCheckedAsItIs", async () => {
  const { page, faults } = await layout();
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.locator(".check input[type=file]").first().setInputFiles(paper);
  await page.getByRole("button", { name: "Kiểm tra thể thức" }).click();
  await page.getByText("Tệp: bao-cao.docx").waitFor();
  await page.getByRole("button", { name: "Kiểm tra thể thức" }).click();
  await page.getByRole("heading", { name: /\d+ lỗi, \d+ cảnh báo/ }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("layout-result");
  expect(await page.locator(".finding").count()).toBeGreaterThan(0);
  expect(faults()).toEqual([]);
});

test("WorkbookAtHand_AWordFileIsAskedFor", async () => {
  const { page, faults } = await layout();
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.locator(".check input[type=file]").first().setInputFiles(iiib);
  await page.getByText("Đã kiểm tra lúc").waitFor();
  await page.getByRole("tab", { name: "Thể thức" }).click();
  await page.getByText("Thể thức chỉ kiểm tra được với văn bản Word").waitFor();
  expect(await page.getByRole("button", { name: "Kiểm tra thể thức" }).count()).toBe(0);
  await page.locator("input[type=file]").first().setInputFiles(paper);
  await page.locator("#layout-result").waitFor();
  expect(faults()).toEqual([]);
});

test("FileThatIsNoDocument_IsRefusedInWords", async () => {
  const { page, faults } = await layout();
  await page.locator("input[type=file]").first().setInputFiles({ name: "ghi-chu.docx", mimeType: "application/octet-stream", buffer: Buffer.from("abc") });
  await page.getByText("Chưa kiểm tra được thể thức").waitFor();
  expect(faults()).toEqual([]);
});

test("SlowCheck_CanBeCancelled", async () => {
  const { page, faults } = await layout();
  await page.route("**/api/lint", () => undefined);
  await page.locator("input[type=file]").first().setInputFiles(paper);
  await page.getByRole("button", { name: "Hủy" }).click();
  await page.getByRole("button", { name: "Hủy" }).waitFor({ state: "detached" });
  expect(await page.locator(".callout-trouble").count()).toBe(0);
  expect(faults()).toEqual([]);
});

test("States_BreakNoRuleInAnyLook", async () => {
  const { page, faults } = await layout();
  await shouldBeAccessible(page);
  await page.locator("input[type=file]").first().setInputFiles(paper);
  await page.locator("#layout-result").waitFor();
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});
