import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch, type WatchedPage } from "./browser";
import { lacks, officePage, type PaneOptions } from "./officehost/officeHost";
import { startService, type Service } from "./service";

const IIIB = "phu-luc-iiib.mistakes.xlsx";
const UNESCO = "unesco-ba-dinh.mistakes.xlsx";
const SHEET = "Phụ lục IIIb";

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

async function pane(options: Partial<PaneOptions> = {}): Promise<Page> {
  const watched = await officePage(browser, service.address, { host: "Excel", file: IIIB, ...options });
  opened.push(watched);
  await watched.page.goto(`${service.address}/taskpane.html`);
  await watched.page.getByRole("button", { name: "Kiểm tra", exact: true }).waitFor();
  return watched.page;
}

async function checked(options: Partial<PaneOptions> = {}): Promise<Page> {
  const page = await pane(options);
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("Đã kiểm tra lúc").waitFor();
  return page;
}

const selected = (page: Page) => page.evaluate(() => window.officeHost.workbook.log.selected);
const row = (page: Page, place: string) => page.locator(".finding").filter({ has: page.locator(".finding-head").getByRole("button", { name: place, exact: true }) });

test("Finding_SelectsItsCell_AndItsRelatedOnes", async () => {
  const page = await checked();
  await row(page, "Ô D10").locator(".finding-message").click();
  await expect.poll(() => selected(page)).toBe(`${SHEET}!D10`);
  await row(page, "Ô D10").getByRole("button", { name: "Ô D13" }).click();
  await expect.poll(() => selected(page)).toBe(`${SHEET}!D13`);
});

test("HiddenSheet_IsAskedFor_AndTheFocusComesBackToTheRow", async () => {
  const page = await checked();
  const visibility = () => page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).Visibility, SHEET);
  await page.evaluate(sheet => (window.officeHost.workbook.sheet(sheet).Visibility = "Hidden"), SHEET);
  const place = row(page, "Ô D10").locator(".finding-head").getByRole("button");
  await place.click();
  await page.getByRole("dialog", { name: "Trang tính đang ẩn" }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await visibility()).toBe("Hidden");
  expect(await place.evaluate(button => document.activeElement === button)).toBe(true);
  await place.click();
  await page.getByRole("button", { name: "Bỏ ẩn và xem" }).click();
  await expect.poll(visibility).toBe("Visible");
  await expect.poll(() => selected(page)).toBe(`${SHEET}!D10`);
});

test("Fix_IsWrittenInPlace_TheRowGoes_AndTheFocusStaysInTheList", async () => {
  const page = await checked();
  const before = await page.locator(".finding").count();
  await row(page, "Ô D7").getByRole("button", { name: "Sửa: Ghi “Đạt”" }).press("Enter");
  await expect.poll(() => page.locator(".finding").count()).toBe(before - 1);
  expect(await row(page, "Ô D7").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.closest(".finding") !== null)).toBe(true);
});

test("OneCauseInManyPlaces_IsSteppedThrough_AndCorrectedAtOnce", async () => {
  const page = await checked({ file: "../../tests/fixtures/cases/19-encodings.xlsx" });
  const one = page.locator(".finding", { hasText: "Có 4 ô dùng Unicode tổ hợp" });
  await one.getByText("Chỗ 1/4").waitFor();
  await one.getByRole("button", { name: "Chỗ sau" }).click();
  await one.getByText("Chỗ 2/4").waitFor();
  await expect.poll(() => selected(page)).toBe(`${SHEET}!C8`);
  await one.getByRole("button", { name: "Chỗ trước" }).click();
  await one.getByRole("button", { name: "Chỗ trước" }).click();
  await one.getByText("Chỗ 4/4").waitFor();
  await expect.poll(() => selected(page)).toBe(`${SHEET}!C20`);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await one.getByRole("button", { name: "Sửa cả 4 chỗ" }).click();
  await expect.poll(() => one.count()).toBe(0);
});

test("Suggestion_ChangesNothingUntilItIsAgreedTo", async () => {
  const page = await checked({ file: UNESCO });
  const suggested = row(page, "Ô E56");
  await suggested.getByRole("button", { name: "Sửa theo gợi ý …" }).click();
  await page.getByText("Thay “khoảng 93” bằng “93”?").waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await suggested.getByRole("button", { name: "Không sửa" }).click();
  expect(await suggested.count()).toBe(1);
  await suggested.getByRole("button", { name: "Sửa theo gợi ý …" }).click();
  await suggested.getByRole("button", { name: "Đồng ý sửa" }).click();
  await expect.poll(() => page.getByText("“khoảng 93” chưa phải số liệu chính xác").count()).toBe(0);
});

test("CellBeingTypedIn_IsExplained_WhereItWasAsked", async () => {
  const page = await checked();
  await page.evaluate(() => void (window.officeHost.native.behaviour.editing = true));
  await row(page, "Ô D10").locator(".finding-head").getByRole("button").click();
  await row(page, "Ô D10").getByText("Đang gõ dở trong một ô.").waitFor();
  await page.getByRole("button", { name: "Kiểm tra lại" }).click();
  await page.locator(".failure").getByText("Đang gõ dở trong một ô.").waitFor();
  await page.evaluate(() => void (window.officeHost.native.behaviour.editing = false));
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.getByText("Đã kiểm tra lúc").waitFor();
});

test("CheckAfterAnEdit_LeavesTheFocusWhereItIs", async () => {
  const page = await checked();
  const place = row(page, "Ô C20").locator(".finding-head").getByRole("button");
  await place.focus();
  await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).type("D9", "Đạt", "user"), SHEET);
  await expect.poll(() => row(page, "Ô D9").count(), { timeout: 50_000 }).toBe(0);
  expect(await place.evaluate(button => document.activeElement === button)).toBe(true);
});

test("RibbonsCheck_OpensThePaneAndChecksAtOnce", async () => {
  const watched = await officePage(browser, service.address, { host: "Excel", file: IIIB });
  opened.push(watched);
  await watched.page.goto(`${service.address}/taskpane.html?view=kiem-tra`);
  await watched.page.getByText("Đã kiểm tra lúc").waitFor();
  expect(await watched.page.locator(".finding").count()).toBeGreaterThan(0);
});

test("RibbonsPapers_OpensThem_AndTheTabsGoOnFromThere", async () => {
  const watched = await officePage(browser, service.address, { host: "Excel", file: IIIB });
  opened.push(watched);
  await watched.page.goto(`${service.address}/taskpane.html?view=tao-van-ban`);
  const tab = (name: string) => watched.page.getByRole("tab", { name });
  await expect.poll(() => tab("Tạo văn bản").getAttribute("aria-selected")).toBe("true");
  await tab("Kiểm tra").click();
  // Papers need a checked file: the view checks it by itself, and the other tab shows what was found.
  await watched.page.getByText("Đã kiểm tra lúc").waitFor();
  expect(await watched.page.locator(".finding").count()).toBeGreaterThan(0);
});
