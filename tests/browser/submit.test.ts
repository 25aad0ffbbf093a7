import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toTyped } from "../../addin/src/state/details";
import type { Submission } from "../../addin/src/service/client";
import { launch, watchedPage } from "./browser";
import { detailsOf, iiib, iiibMistakes, shouldBeAccessible } from "./files";
import { startService, type Service } from "./service";

const data = mkdtempSync(join(tmpdir(), "learningcity-submit-"));
let service: Service;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ Data__Folder: data }), launch()]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
  rmSync(data, { recursive: true });
});

/** Refusals that a test provokes are told by the browser as well. */
const refused = [/status of 409/, /status of 422/, /status of 503/, /net::ERR_FAILED/];

const filled = async () => toTyped(await detailsOf("phu-luc-iiib-2277"));

/** The view with a checked form. @param typed What was typed before, as the pane keeps it. */
async function opened(typed: Readonly<Record<string, string>>, form = iiib, options: BrowserContextOptions = { viewport: { width: 320, height: 700 } }) {
  const { page, faults } = await watchedPage(browser, service.address, options, refused);
  await page.goto(service.address);
  await page.evaluate(kept => localStorage.setItem("papers.draft.phu-luc-iiib", kept), JSON.stringify({ chosen: [], typed }));
  await page.reload();
  await filledForm(page, form);
  return { page, faults };
}

async function filledForm(page: Page, form: string) {
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.locator(".check input[type=file]").first().setInputFiles(form);
  await page.getByText("Đã kiểm tra lúc").waitFor();
  await page.getByRole("tab", { name: "Nộp hồ sơ" }).click();
}

const start = (page: Page) => page.getByRole("button", { name: "Nộp hồ sơ", exact: true }).click();
const confirm = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Nộp", exact: true }).click();
const submissions = async () => (await (await fetch(`${service.address}/api/submissions`)).json()) as Submission[];

/** Answers of the service that do not come back; what was asked arrives. Tells the keys that were sent. */
async function loseAnswers(page: Page, count: number) {
  const keys: string[] = [];
  await page.route("**/api/submissions", async route => {
    if (route.request().method() !== "POST") return route.continue();
    keys.push((await route.request().headerValue("Idempotency-Key"))!);
    if (keys.length > count) return route.continue();
    await route.fetch();
    return route.abort();
  });
  return keys;
}

/** The list as the service would tell it in another state. */
const listed = (page: Page, change: () => Partial<Submission>, of: Submission) => page.route(/\/api\/submissions$/, route => (route.request().method() === "GET" ? route.fulfill({ json: [{ ...of, ...change() }] }) : route.continue()));

test("RightForm_IsSubmittedAndComesToItsPlace", async () => {
  const { page, faults } = await opened(await filled());
  await page.getByText(/^Hồ sơ gồm \d văn bản và biểu đã điền$/).waitFor();
  expect(await page.locator(".submit-papers li").last().textContent()).toBe("Biểu đã điền: phu-luc-iiib.right.xlsx");
  await page.getByText(/Thư mục tiếp nhận hồ sơ/).waitFor();
  await shouldBeAccessible(page);
  await start(page);
  await page.getByRole("dialog", { name: "Nộp hồ sơ này?" }).waitFor();
  await shouldBeAccessible(page);
  await page.getByRole("button", { name: "Chưa nộp" }).click();
  expect(await submissions()).toEqual([]);
  await start(page);
  await confirm(page);
  await page.getByRole("heading", { name: "Hồ sơ đã được tiếp nhận." }).waitFor();
  expect(await page.getByRole("heading", { name: "Hồ sơ đã được tiếp nhận." }).evaluate(heading => heading === document.activeElement)).toBe(true);
  await page.getByText("Đã chuyển", { exact: true }).waitFor();
  const [submission] = await submissions();
  expect(existsSync(join(data, "submissions", submission!.link!))).toBe(true);
  await page.getByText(submission!.link!).waitFor();
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});

test("LostAnswer_TriedAgain_IsOneSubmission", async () => {
  const before = (await submissions()).length;
  const { page, faults } = await opened(await filled());
  const keys = await loseAnswers(page, 1);
  await start(page);
  await confirm(page);
  await page.getByText("Dịch vụ chưa trả lời").waitFor();
  await shouldBeAccessible(page);
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.getByRole("heading", { name: "Hồ sơ đã được tiếp nhận." }).waitFor();
  expect(keys[1]).toBe(keys[0]);
  expect((await submissions()).length).toBe(before + 1);
  expect(faults()).toEqual([]);
});

test("LostAnswer_PaneReloaded_IsStillOneSubmission", async () => {
  const before = (await submissions()).length;
  const { page, faults } = await opened(await filled());
  const keys = await loseAnswers(page, 1);
  await start(page);
  await confirm(page);
  await page.getByText("Dịch vụ chưa trả lời").waitFor();
  await page.reload();
  await filledForm(page, iiib);
  await page.getByText("Lần nộp trước chưa có trả lời.").waitFor();
  await start(page);
  await confirm(page);
  await page.getByRole("heading", { name: "Hồ sơ đã được tiếp nhận." }).waitFor();
  expect(keys[1]).toBe(keys[0]);
  expect((await submissions()).length).toBe(before + 1);
  expect(faults()).toEqual([]);
});

test("MissingDetails_AreAskedFor_AndNothingIsSent", async () => {
  const before = (await submissions()).length;
  const { page, faults } = await opened({});
  await start(page);
  await page.locator("[aria-invalid=true]").first().waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-invalid") === "true");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await shouldBeAccessible(page);
  expect((await submissions()).length).toBe(before);
  expect(faults()).toEqual([]);
});

test("DetailThatTheServiceRefuses_IsToldAtItsField", async () => {
  const { page, faults } = await opened({ ...(await filled()), year: "1024" });
  await start(page);
  await confirm(page);
  await page.getByRole("heading", { name: "Chưa nộp được hồ sơ" }).waitFor();
  expect(await page.locator("#detail-year").getAttribute("aria-invalid")).toBe("true");
  expect(faults()).toEqual([]);
});

test("FormWithErrors_IsNotOffered", async () => {
  const { page, faults } = await opened({}, iiibMistakes);
  await page.getByText(/Biểu còn \d+ lỗi nên chưa nộp được/).waitFor();
  expect(await page.getByRole("button", { name: "Nộp hồ sơ", exact: true }).count()).toBe(0);
  expect(faults()).toEqual([]);
});

test("Returned_SaysWhyAndWhatToDo", async () => {
  const [submission] = await submissions();
  const answer = await fetch(`${service.address}/api/submissions/${submission!.id}/return`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ reason: "Thiếu minh chứng chỉ tiêu 4.1" }) });
  expect(answer.status).toBe(200);
  const { page, faults } = await opened({});
  await page.getByText("Thiếu minh chứng chỉ tiêu 4.1").waitFor();
  await page.getByText("Hãy sửa theo lý do trên").waitFor();
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});

test("Retrying_IsFollowedUntilItIsDelivered", async () => {
  const [submission] = await submissions();
  const { page, faults } = await watchedPage(browser, service.address);
  let asked = 0;
  await listed(page, () => (++asked < 3 ? { state: "retrying", reason: "Thư mục không ghi được.", nextAttemptAt: "2030-01-01T01:00:00Z" } : { state: "delivered", reason: null, link: "https://thanhpho.sharepoint.com/ho-so.zip" }), submission!);
  await page.goto(`${service.address}/#/nop-ho-so`);
  await page.getByText("Thư mục không ghi được.").waitFor();
  await page.getByRole("button", { name: "Chuyển lại ngay" }).waitFor();
  const link = page.getByRole("link", { name: "Mở hồ sơ ở nơi nhận" });
  await link.waitFor();
  expect(await link.getAttribute("href")).toBe("https://thanhpho.sharepoint.com/ho-so.zip");
  expect(asked).toBe(3);
  await page.waitForFunction(() => [...document.querySelectorAll("[role=status]")].some(region => region.textContent?.includes("Đã chuyển")));
  expect(faults()).toEqual([]);
});

test("Keyboard_SubmitsWithoutAMouse", async () => {
  const { page, faults } = await opened(await filled());
  const button = page.getByRole("button", { name: "Nộp hồ sơ", exact: true });
  await button.waitFor();
  await page.waitForFunction(() => document.querySelector(".submit-where")?.textContent?.includes("Thư mục"));
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await button.evaluate(it => it === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Hồ sơ đã được tiếp nhận." }).waitFor();
  expect(faults()).toEqual([]);
});

test("English_SaysTheSame", async () => {
  const { page, faults } = await opened(await filled());
  await page.evaluate(() => localStorage.setItem("language", '"en"'));
  await page.reload();
  await page.getByRole("heading", { name: "Submitted dossiers" }).waitFor();
  expect(faults()).toEqual([]);
});
