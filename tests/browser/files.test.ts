import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, watchedPage } from "./browser";
import { iiib, iiibMistakes, paper, shouldBeAccessible, unescoMistakes } from "./files";
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

const refused = [/status of 4\d\d/, /net::ERR_FAILED/];

async function files(width = 1280) {
  const watched = await watchedPage(browser, service.address, { viewport: { width, height: 700 } }, refused);
  await watched.page.goto(`${service.address}/#/nhieu-tep`);
  await watched.page.getByRole("heading", { name: "Kiểm tra nhiều tệp" }).waitFor();
  return watched;
}

const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name.replace(".", "\\.")) });

test("SeveralFiles_HaveTheirVerdicts", async () => {
  const { page, faults } = await files();
  await page.locator("input[type=file]").setInputFiles([iiib, iiibMistakes, unescoMistakes]);
  await page.getByText("Đã kiểm tra 3 tệp.").waitFor();
  expect(await row(page, "phu-luc-iiib.right.xlsx").textContent()).toMatch(/Phụ lục IIIb.*Đạt.*Không có lỗi/);
  expect(await row(page, "phu-luc-iiib.mistakes.xlsx").textContent()).toMatch(/Không đạt.*3 lỗi/);
  expect(await row(page, "unesco-ba-dinh.mistakes.xlsx").textContent()).toContain("Không có kết luận chung");
  expect(faults()).toEqual([]);
});

test("SeveralFiles_ChosenUnderCheck_BecomeTheTable", async () => {
  const { page, faults } = await files();
  await page.getByRole("tab", { name: "Kiểm tra", exact: true }).click();
  await page.locator(".check input[type=file]").first().setInputFiles([iiib, iiibMistakes]);
  await page.getByText("Đã kiểm tra 2 tệp.").waitFor();
  expect(faults()).toEqual([]);
});

test("FilesDropped_AreChecked", async () => {
  const { page, faults } = await files();
  const bytes = [...(await readFile(iiib))];
  const data = await page.evaluateHandle(content => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], "keo-tha.xlsx"));
    return transfer;
  }, bytes);
  await page.dispatchEvent(".choose", "drop", { dataTransfer: data });
  await page.getByText("Đã kiểm tra 1 tệp.").waitFor();
  expect(await row(page, "keo-tha.xlsx").textContent()).toContain("Đạt");
  expect(faults()).toEqual([]);
});

test("FilesThatAreNoForm_SayWhy_AndAPaperIsOfferedItsLayout", async () => {
  const { page, faults } = await files();
  await page.locator("input[type=file]").setInputFiles([{ name: "ghi-chu.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("abc") }, { name: "bao-cao.docx", mimeType: "application/octet-stream", buffer: await readFile(paper) }]);
  await page.getByText("Đã kiểm tra 2 tệp.").waitFor();
  expect(await row(page, "ghi-chu.xlsx").getByRole("button", { name: /^Thử lại/ }).count()).toBe(1);
  await row(page, "bao-cao.docx").getByRole("button", { name: /^Kiểm tra thể thức/ }).click();
  await page.getByText("Tệp: bao-cao.docx").waitFor();
  expect(await page.getByRole("tab", { name: "Thể thức" }).getAttribute("aria-selected")).toBe("true");
  expect(faults()).toEqual([]);
});

test("OneOfThem_IsSeenInTheOtherViews_AndTheTableStays", async () => {
  const { page, faults } = await files();
  await page.locator("input[type=file]").setInputFiles([iiib, iiibMistakes]);
  await page.getByText("Đã kiểm tra 2 tệp.").waitFor();
  await row(page, "phu-luc-iiib.mistakes.xlsx").getByRole("button", { name: /^Xem/ }).click();
  await page.getByText("Đã kiểm tra lúc").waitFor();
  expect(await page.locator(".finding").count()).toBeGreaterThan(0);
  await page.getByRole("tab", { name: "Nhiều tệp" }).click();
  await row(page, "phu-luc-iiib.right.xlsx").getByRole("button", { name: /^Lập văn bản/ }).click();
  await page.getByText("Văn bản cần lập").waitFor();
  expect(faults()).toEqual([]);
});

test("FixedFile_IsSaved", async () => {
  const { page, faults } = await files();
  await page.locator("input[type=file]").setInputFiles([iiib, iiibMistakes]);
  await page.getByText("Đã kiểm tra 2 tệp.").waitFor();
  expect(await row(page, "phu-luc-iiib.right.xlsx").getByRole("button", { name: /^Tải tệp đã sửa/ }).count()).toBe(0);
  const download = page.waitForEvent("download");
  await row(page, "phu-luc-iiib.mistakes.xlsx").getByRole("button", { name: /^Tải tệp đã sửa/ }).click();
  expect((await readFile(await (await download).path())).equals(await readFile(iiibMistakes))).toBe(false);
  expect(faults()).toEqual([]);
});

test("ServiceGone_EachFileSaysSo_AndIsTriedAgain", async () => {
  const { page, faults } = await files();
  await page.route("**/api/check", route => route.abort());
  await page.locator("input[type=file]").setInputFiles([iiib]);
  await page.getByText("Không kết nối được với dịch vụ.").waitFor();
  await page.unroute("**/api/check");
  await page.getByRole("button", { name: /^Thử lại/ }).click();
  await page.locator(".file-word", { hasText: "Đạt" }).waitFor();
  expect(faults()).toEqual([]);
});

test("Sample_IsChecked", async () => {
  const { page, faults } = await files();
  await page.getByRole("button", { name: /^Phụ lục IIIb, có lỗi để thử \(\.docx\)/ }).click();
  await page.getByText("Đã kiểm tra 1 tệp.").waitFor();
  expect(await row(page, "phu-luc-iiib.mistakes.docx").textContent()).toContain("Không đạt");
  expect(faults()).toEqual([]);
});

test("Print_IsTheTableAlone", async () => {
  const { page, faults } = await files();
  await page.locator("input[type=file]").setInputFiles([iiib]);
  await page.getByText("Đã kiểm tra 1 tệp.").waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.getByText("phu-luc-iiib.right.xlsx").isVisible()).toBe(true);
  for (const gone of [".choose", ".samples", ".file-buttons", "[role=tablist]"]) expect(await page.locator(gone).isVisible(), gone).toBe(false);
  expect(faults()).toEqual([]);
});

test.each([320, 1280])("States_At%iPixels_BreakNoRuleInAnyLook", async width => {
  const { page, faults } = await files(width);
  await page.getByText("Thử với tệp mẫu").waitFor();
  await shouldBeAccessible(page);
  await page.locator("input[type=file]").setInputFiles([iiib, iiibMistakes, unescoMistakes, paper]);
  await page.getByText("Đã kiểm tra 4 tệp.").waitFor();
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});
