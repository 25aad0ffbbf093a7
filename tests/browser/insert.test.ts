import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, watchedPage } from "./browser";
import { isZip, shouldBeAccessible } from "./files";
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

async function insert() {
  const watched = await watchedPage(browser, service.address, { viewport: { width: 320, height: 600 } }, [/net::ERR_FAILED/]);
  await watched.page.goto(`${service.address}/#/chen-mau`);
  await watched.page.getByRole("heading", { name: /^Phụ lục IIIb/ }).waitFor();
  return watched;
}

test("BlankForm_IsSavedForExcelAndForWord", async () => {
  const { page, faults } = await insert();
  for (const [button, ending] of [["Lưu tệp Excel", ".xlsx"], ["Lưu tệp Word", ".docx"]] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: button }).first().click();
    const file = await download;
    expect(file.suggestedFilename().endsWith(ending)).toBe(true);
    expect(await isZip(await file.path())).toBe(true);
  }
  expect(faults()).toEqual([]);
});

test("OwnPart_IsReadBackAsThatOfficesPart_AndMakesNoPaper", async () => {
  const { page, faults } = await insert();
  await page.getByLabel("Phạm vi").selectOption({ label: "Phần của Phòng Y tế" });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Lưu tệp Excel" }).last().click();
  const file = await download;
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.locator("input[type=file]").first().setInputFiles(await file.path());
  await page.getByText("Đã kiểm tra lúc").waitFor();
  await page.getByRole("tab", { name: "Tạo văn bản" }).click();
  await page.getByText("Tệp này là phần biểu của Phòng Y tế.").waitFor();
  expect(await page.getByRole("button", { name: "Lập văn bản" }).count()).toBe(0);
  expect(faults()).toEqual([]);
});

test("Validity_ThatHasEnded_IsSaidInWords", async () => {
  const { page, faults } = await insert();
  await page.getByText("Hết hiệu lực").first().waitFor();
  await page.getByText("Áp dụng từ ngày 25/04/2024 đến hết ngày 30/06/2025").waitFor();
  expect(faults()).toEqual([]);
});

test("ServiceGone_SaysSo_AndTriesAgain", async () => {
  const { page, faults } = await watchedPage(browser, service.address, {}, [/net::ERR_FAILED/]);
  await page.route("**/api/forms", route => route.abort());
  await page.goto(`${service.address}/#/chen-mau`);
  await page.getByText("Không kết nối được với dịch vụ.").waitFor();
  await page.unroute("**/api/forms");
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.getByRole("heading", { name: /^Phụ lục IIIb/ }).waitFor();
  expect(faults()).toEqual([]);
});

test("State_BreaksNoRuleInAnyLook", async () => {
  const { page, faults } = await insert();
  await page.getByLabel("Phạm vi").waitFor();
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});
