import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, watchedPage } from "./browser";
import { shouldBeAccessible } from "./files";
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

test("OfficeDoesNotLoad_HelpSaysWhatToTry_AndThePaneWorksWithAFile", async () => {
  const { page, faults } = await watchedPage(browser, service.address, { viewport: { width: 320, height: 600 } }, [/net::ERR_FAILED/]);
  await page.route("**/officejs/**", route => route.abort());
  await page.goto(`${service.address}/taskpane.html?view=kiem-tra`);
  await page.getByRole("heading", { name: "Chưa kết nối được với Office" }).waitFor();
  await page.getByText("Dành cho bộ phận công nghệ thông tin").click();
  await page.getByText("officeAbsent").waitFor();
  await shouldBeAccessible(page);
  await page.getByRole("button", { name: "Dùng ngay trong ngăn này" }).click();
  await page.getByText("Chọn tệp", { exact: true }).waitFor();
  expect(faults()).toEqual([]);
});

test("OfficeDoesNotAnswer_HelpComesWithinTenSeconds", async () => {
  const { page } = await watchedPage(browser, service.address);
  await page.route("**/officejs/office.js", route => route.fulfill({ contentType: "text/javascript", body: "window.Office = { onReady: () => (document.title = 'asked', new Promise(() => undefined)), HostType: {} };" }));
  await page.clock.install();
  await page.goto(`${service.address}/taskpane.html`);
  await expect.poll(() => page.title(), { timeout: 50_000 }).toBe("asked");
  await page.clock.runFor(10_000);
  await page.getByRole("heading", { name: "Chưa kết nối được với Office" }).waitFor();
  await page.getByText("Office chưa trả lời sau 10 giây").waitFor();
});

test("RetryAfterOfficeFailed_LoadsThePaneAnew", async () => {
  const { page } = await watchedPage(browser, service.address);
  let asked = 0;
  await page.route("**/officejs/**", route => (asked++, route.abort()));
  await page.goto(`${service.address}/taskpane.html`);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await expect.poll(() => asked).toBeGreaterThan(1);
});

test("HelpInABrowser_SpeaksOfNoOffice", async () => {
  const { page, faults } = await watchedPage(browser, service.address);
  await page.goto(`${service.address}/#/tro-giup`);
  await page.getByRole("heading", { name: "Các bước làm việc" }).waitFor();
  expect(await page.getByText("Chưa kết nối được với Office").count()).toBe(0);
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});
