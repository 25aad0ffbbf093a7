import { readFile } from "node:fs/promises";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toTyped } from "../../addin/src/state/details";
import { launch, watchedPage } from "./browser";
import { alldat, detailsOf, iiib, iiibMistakes, isZip, shouldBeAccessible } from "./files";
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

/** Refusals that a test provokes are told by the browser as well. */
const refused = [/status of 422/, /status of 503/, /net::ERR_FAILED/];

/** The papers of a checked form. @param typed What was typed before, as the pane keeps it. */
async function papers(form: string, typed: Readonly<Record<string, string>> = {}, options: BrowserContextOptions = {}) {
  const { page, faults } = await watchedPage(browser, service.address, options, refused);
  await page.goto(service.address);
  await page.evaluate(kept => localStorage.setItem("papers.draft.phu-luc-iiib", kept), JSON.stringify({ chosen: [], typed }));
  await page.reload();
  await opened(page, form);
  return { page, faults };
}

async function opened(page: Page, form: string) {
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.locator(".check input[type=file]").first().setInputFiles(form);
  await page.getByText("Đã kiểm tra lúc").waitFor();
  await page.getByRole("tab", { name: "Tạo văn bản" }).click();
  await page.getByText("Văn bản cần lập").waitFor();
}

const filled = async () => toTyped(await detailsOf("phu-luc-iiib-2277"));
const choose = (page: Page, kind: RegExp) => page.getByRole("checkbox", { name: kind }).check();
const make = (page: Page) => page.getByRole("button", { name: "Lập văn bản" }).click();
const look = (page: Page) => page.getByRole("button", { name: "Xem trước" }).click();
const field = (page: Page, name: string) => page.locator(`#detail-${name.replace(".", "-")}`);

test("OnePaper_FromARightForm_IsMadeAndSaved", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  await make(page);
  await page.getByRole("heading", { name: "Đã lập xong văn bản." }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Lưu về máy: Tờ trình/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Tờ trình.*\.docx$/);
  expect(await isZip(await file.path())).toBe(true);
  expect(faults()).toEqual([]);
});

test("Dossier_IsOneZip", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Cả hồ sơ: 4 văn bản/);
  expect(await page.getByRole("checkbox", { name: /^Quyết định/ }).isChecked()).toBe(false);
  expect(await page.getByRole("checkbox", { name: /^Biên bản/ }).isChecked()).toBe(true);
  await make(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Lưu về máy: Hồ sơ/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.zip$/);
  expect((await readFile(await file.path())).includes("SHA256SUMS.txt")).toBe(true);
  expect(faults()).toEqual([]);
});

test("FileChosenHere_IsCheckedAndItsPapersOffered", async () => {
  const { page, faults } = await watchedPage(browser, service.address);
  await page.goto(`${service.address}/#/tao-van-ban`);
  await page.locator("input[type=file]").setInputFiles(iiib);
  await page.getByRole("checkbox", { name: /^Biên bản/ }).waitFor();
  expect(faults()).toEqual([]);
});

test("Fields_AreThoseOfTheKindsChosen", async () => {
  const { page, faults } = await papers(iiib);
  await choose(page, /^Báo cáo tự/);
  // Its number is that of the report; the general one is another paper's.
  expect(await field(page, "report.number").count()).toBe(1);
  expect(await field(page, "number").count()).toBe(0);
  expect(await field(page, "bases").count()).toBe(0);
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  expect(await field(page, "number").count()).toBe(1);
  expect(await field(page, "bases").getAttribute("aria-required")).toBe("true");
  expect(faults()).toEqual([]);
});

test("NoKindChosen_IsSaidWhereTheyAreChosen", async () => {
  const { page, faults } = await papers(iiib);
  await make(page);
  await page.getByText("Hãy chọn ít nhất một văn bản.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest("fieldset")?.className)).toBe("kinds");
  expect(faults()).toEqual([]);
});

test("MissingAndMistypedDetails_AreSaidByTheirFields_UntilTheyAreChanged", async () => {
  const { page, faults } = await papers(iiib, { ...(await filled()), "signer.name": "", date: "8/4/25", symbol: "BC-UBND" });
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  await make(page);
  await page.getByRole("heading", { name: "Chưa lập được văn bản" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("refused-title");
  await page.getByRole("button", { name: "Họ và tên người ký" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("detail-signer-name");
  const fault = async (name: string) => {
    const ids = (await field(page, name).getAttribute("aria-describedby"))!.split(" ");
    expect(await field(page, name).getAttribute("aria-invalid")).toBe("true");
    return (await page.locator(`#${ids.at(-1)}`).textContent())!.trim();
  };
  expect(await fault("signer.name")).toBe("Chưa ghi mục này.");
  expect(await fault("date")).toContain("ngày/tháng/năm");
  expect(await fault("symbol")).toContain("TTr-UBND");
  await field(page, "date").fill("8/4/2025");
  expect(await field(page, "date").getAttribute("aria-invalid")).toBe("false");
  await field(page, "signer.name").fill("Nguyễn Văn An");
  await field(page, "symbol").fill("");
  await make(page);
  await page.getByText("Đã lập xong văn bản.").waitFor();
  expect(faults()).toEqual([]);
});

test("FormWithErrors_MakesNoPaper_AndLeadsToTheCheck_UnlessDraft", async () => {
  const { page, faults } = await papers(iiibMistakes, await filled());
  await page.getByText("Biểu còn 3 lỗi").waitFor();
  await choose(page, /^Phụ lục IIIb kèm/);
  await make(page);
  await page.getByText("Biểu mẫu chưa cho phép lập văn bản này:").waitFor();
  await page.locator(".refused-findings", { hasText: "Ô D10" }).waitFor();
  await page.getByRole("checkbox", { name: /^Lập bản dự thảo/ }).check();
  await make(page);
  await page.getByText("Đã lập xong văn bản.").waitFor();
  await page.getByText(/^Từ phu-luc-iiib\.mistakes\.xlsx.*dự thảo$/).waitFor();
  await page.getByRole("checkbox", { name: /^Lập bản dự thảo/ }).uncheck();
  await make(page);
  await page.getByRole("button", { name: "Xem và sửa ở mục Kiểm tra" }).click();
  expect(await page.getByRole("tab", { name: "Kiểm tra" }).getAttribute("aria-selected")).toBe("true");
  expect(faults()).toEqual([]);
});

test("Contradictions_StandBesideTheVerdict_AndAFinalPaperAsksForAReason", async () => {
  const { page, faults } = await papers(alldat, await filled());
  await page.getByRole("heading", { name: "Còn 2 chỗ mâu thuẫn với số liệu" }).waitFor();
  await choose(page, /^Phụ lục IIIb kèm/);
  await make(page);
  await page.getByText("Kết quả còn mâu thuẫn với số liệu ở những chỗ dưới đây.").waitFor();
  await shouldBeAccessible(page);
  await page.getByLabel("Lý do vẫn giữ kết quả như đã ghi").fill("Số liệu đã rà soát");
  await make(page);
  await page.getByText("Đã lập xong văn bản.").waitFor();
  await page.getByRole("checkbox", { name: /^Lập bản dự thảo/ }).check();
  expect(await page.getByRole("heading", { name: "Còn 2 chỗ mâu thuẫn với số liệu" }).count()).toBe(0);
  await page.getByRole("tab", { name: "Đánh giá" }).click();
  await page.locator(".verdict-word", { hasText: "Đạt theo tự đánh giá, còn 2 chỗ mâu thuẫn với số liệu" }).waitFor();
  expect(await page.locator(".verdict .contradictions li").count()).toBe(2);
  await shouldBeAccessible(page);
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.getByText("Còn 2 chỗ phải xử lý.").waitFor();
  expect(await page.getByText("Không phát hiện lỗi nào").count()).toBe(0);
  expect(faults()).toEqual([]);
});

test("SomePapersRefused_TheOthersAreMade", async () => {
  const { page, faults } = await papers(iiib, { ...(await filled()), "decision.proposer": "" });
  await choose(page, /^Báo cáo tự/);
  await choose(page, /^Quyết định/);
  await make(page);
  await page.getByText("Đã lập xong văn bản.").waitFor();
  await page.getByRole("button", { name: "Người đề nghị ban hành quyết định" }).waitFor();
  expect(faults()).toEqual([]);
});

test("Typed_SurvivesAReload_AndAnAgencyIsRememberedAndForgotten", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  await make(page);
  await page.getByText("Đã lập xong văn bản.").waitFor();
  await page.locator("summary", { hasText: "Người ký" }).click();
  await field(page, "signer.name").fill("Trần Văn Bê");
  await page.reload();
  await opened(page, iiib);
  expect(await page.getByRole("checkbox", { name: /^Tờ trình đề nghị đánh giá/ }).isChecked()).toBe(true);
  expect(await field(page, "signer.name").inputValue()).toBe("Trần Văn Bê");
  await page.locator("summary", { hasText: "Cơ quan" }).click();
  await field(page, "agency").fill("ỦY BAN NHÂN DÂN HUYỆN KHÁC");
  await page.getByLabel("Cơ quan đã dùng trên máy này").selectOption("ỦY BAN NHÂN DÂN HUYỆN AN BÌNH");
  expect(await field(page, "signer.name").inputValue()).toBe("Nguyễn Văn An");
  await page.getByRole("button", { name: "Lấy lại như trước" }).click();
  expect(await field(page, "agency").inputValue()).toBe("ỦY BAN NHÂN DÂN HUYỆN KHÁC");
  await page.getByLabel("Cơ quan đã dùng trên máy này").selectOption("ỦY BAN NHÂN DÂN HUYỆN AN BÌNH");
  await page.getByRole("button", { name: /^Quên/ }).click();
  await page.getByText(/^Đã quên thông tin của ỦY BAN/).waitFor();
  expect(await page.evaluate(() => localStorage.getItem("papers.agencies"))).toBe("[]");
  expect(faults()).toEqual([]);
});

test("Preview_DrawsEveryPageFromOurOwnOrigin_AsWideAsThePane", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Báo cáo tự/);
  await look(page);
  const first = page.getByRole("img", { name: /^Trang 1\/\d+, Báo cáo/ });
  await first.waitFor();
  const total = await page.locator(".sheet").count();
  expect(total).toBeGreaterThan(1);
  await page.getByText(`Trang ${total}/${total}`, { exact: true }).waitFor();
  const ink = () => first.evaluate(canvas => new Set(new Uint32Array((canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, 300, 300).data.buffer)).size);
  await expect.poll(ink).toBeGreaterThan(10);
  const width = async () => (await first.boundingBox())!.width;
  const fit = await width();
  expect(fit).toBeLessThanOrEqual(350);
  await page.getByRole("button", { name: "Phóng to" }).click();
  expect(await width()).toBeGreaterThan(fit * 1.8);
  await page.getByRole("button", { name: "Đóng" }).click();
  expect(await page.locator("canvas").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Xem trước");
  expect(faults()).toEqual([]);
}, 120_000);

test("BusyService_WaitsAndGoesOn_OrIsCancelled", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  let busy = true;
  await page.route("**/api/documents/to-trinh", route => (busy ? route.fulfill({ status: 503, headers: { "Retry-After": "1" }, contentType: "application/problem+json", body: JSON.stringify({ code: "service.busy", detail: "x" }) }) : route.continue()));
  await make(page);
  await page.locator(".running .note", { hasText: "sẽ tự thử lại sau 1 giây" }).waitFor();
  await page.getByRole("button", { name: "Hủy" }).click();
  await page.getByRole("button", { name: "Hủy" }).waitFor({ state: "detached" });
  expect(await page.locator(".refused, .callout-trouble, .results").count()).toBe(0);
  await make(page);
  await page.locator(".running .note").waitFor();
  busy = false;
  await page.getByText("Đã lập xong văn bản.").waitFor();
  expect(faults()).toEqual([]);
});

test("ServiceGone_SaysSo_KeepsWhatWasTyped_AndTriesAgain", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  await page.route("**/api/documents/*", route => route.abort());
  await make(page);
  await page.getByText("Không kết nối được với dịch vụ.").waitFor();
  await page.unroute("**/api/documents/*");
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.getByText("Đã lập xong văn bản.").waitFor();
  expect(faults()).toEqual([]);
});

test("OtherTabMeanwhile_LosesNothing", async () => {
  const { page, faults } = await papers(iiib, await filled());
  await choose(page, /^Tờ trình đề nghị đánh giá/);
  await make(page);
  await page.getByRole("tab", { name: "Kiểm tra" }).click();
  await page.getByText("Đã kiểm tra lúc").waitFor();
  await page.getByRole("tab", { name: "Tạo văn bản" }).click();
  await page.getByText("Đã lập xong văn bản.").waitFor();
  await make(page);
  await page.locator("summary", { hasText: "Đã lập từ khi mở ngăn này" }).click();
  expect(await page.getByRole("button", { name: /^Lưu về máy: Tờ trình/ }).count()).toBe(2);
  expect(faults()).toEqual([]);
});

test("NoPdfOnTheServer_OffersTheWordFile", async () => {
  const without = await startService({ Pdf__LibreOffice: "/nowhere/soffice" });
  try {
    const { page, faults } = await watchedPage(browser, without.address, {}, refused);
    await page.goto(without.address);
    await page.evaluate(kept => localStorage.setItem("papers.draft.phu-luc-iiib", kept), JSON.stringify({ chosen: ["to-trinh"], typed: await filled() }));
    await page.reload();
    await opened(page, iiib);
    await look(page);
    await page.getByRole("button", { name: "Lấy tệp Word" }).click();
    await page.getByText("Đã lập xong văn bản.").waitFor();
    expect(faults()).toEqual([]);
  } finally {
    await without.stop();
  }
});

test("KeyboardAlone_ChoosesFillsMakesAndSaves", async () => {
  const { page, faults } = await papers(iiib, { ...(await filled()), "signer.name": "" });
  const focused = () => page.evaluate(() => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.closest("label")?.textContent ?? document.activeElement?.textContent ?? "").trim());
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (name.test(await focused())) return;
    }
    throw new Error(`The tab key does not come to ${name}.`);
  };
  await tabTo(/^Tờ trình đề nghị đánh giá/);
  await page.keyboard.press("Space");
  await tabTo(/^Lập văn bản$/);
  await page.keyboard.press("Enter");
  await page.getByText("Chưa lập được văn bản").waitFor();
  await tabTo(/^Họ và tên người ký$/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Nguyen Van An");
  await tabTo(/^Lập văn bản$/);
  await page.keyboard.press("Enter");
  await page.getByText("Đã lập xong văn bản.").waitFor();
  await tabTo(/^Lưu về máy/);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await download;
  expect(faults()).toEqual([]);
});

const states: Record<string, () => Promise<{ page: Page; faults: () => readonly string[] }>> = {
  noFile: async () => {
    const watched = await watchedPage(browser, service.address, { viewport: { width: 320, height: 600 } });
    await watched.page.goto(`${service.address}/#/tao-van-ban`);
    await watched.page.getByText("Hãy chọn biểu mẫu đã điền").waitFor();
    return watched;
  },
  fields: async () => {
    const shown = await narrow(iiib, {});
    await choose(shown.page, /^Cả hồ sơ/);
    return shown;
  },
  refused: async () => {
    const shown = await narrow(iiibMistakes, {});
    await choose(shown.page, /^Tờ trình đề nghị đánh giá/);
    await make(shown.page);
    await shown.page.locator(".refused-findings").waitFor();
    return shown;
  },
  made: async () => {
    const shown = await narrow(iiib, await filled());
    await choose(shown.page, /^Tờ trình đề nghị đánh giá/);
    await make(shown.page);
    await shown.page.getByText("Đã lập xong văn bản.").waitFor();
    return shown;
  },
  making: async () => {
    const shown = await narrow(iiib, await filled());
    await choose(shown.page, /^Tờ trình đề nghị đánh giá/);
    await shown.page.route("**/api/documents/*", () => undefined);
    await make(shown.page);
    await shown.page.getByRole("button", { name: "Hủy" }).waitFor();
    return shown;
  },
  preview: async () => {
    const shown = await narrow(iiib, await filled());
    await choose(shown.page, /^Tờ trình đề nghị đánh giá/);
    await choose(shown.page, /^Biên bản/);
    await look(shown.page);
    await shown.page.locator("canvas").first().waitFor();
    return shown;
  },
};

const narrow = (form: string, typed: Readonly<Record<string, string>>) => papers(form, typed, { viewport: { width: 320, height: 600 } });

test.each(Object.keys(states))("State_%s_BreaksNoRuleInAnyLook", async state => {
  const { page, faults } = await states[state]!();
  await shouldBeAccessible(page);
  expect(faults()).toEqual([]);
});
