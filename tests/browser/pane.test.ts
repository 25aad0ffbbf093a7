import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launch, type WatchedPage } from "./browser";
import { lacks, officePage, type PaneOptions } from "./officehost/officeHost";
import { startService, type Service } from "./service";

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

/** The pane as Office opens it. */
async function pane(options: PaneOptions): Promise<Page> {
  const watched = await officePage(browser, service.address, options);
  opened.push(watched);
  await watched.page.goto(`${service.address}/taskpane.html`);
  await watched.page.getByRole("button", { name: "Kiểm tra", exact: true }).waitFor();
  return watched.page;
}

const excel = (options: Partial<PaneOptions> = {}) => pane({ host: "Excel", file: "phu-luc-iiib.mistakes.xlsx", ...options });

const word = (options: Partial<PaneOptions> = {}) => pane({ host: "Word", file: "phu-luc-iiib.mistakes.docx", ...options });

async function check(page: Page): Promise<Page> {
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("Đã kiểm tra lúc").waitFor();
  return page;
}

const place = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first();

const gone = (page: Page, name: string) => place(page, name).waitFor({ state: "detached" });

describe("Excel", () => {
  const selected = (page: Page) => page.evaluate(() => window.officeHost.workbook.log.selected);
  const type = (page: Page, cell: string, text: string) => page.evaluate(([sheet, at, typed]) => window.officeHost.workbook.sheet(sheet!).type(at!, typed!, "user"), [SHEET, cell, text]);

  test("ClickOnAFinding_SelectsItsCell", async () => {
    const page = await check(await excel());
    await place(page, "Ô D17").click();
    await expect.poll(() => selected(page)).toBe("Phụ lục IIIb!D17");
  });

  test("AllSafeCorrections_AreMadeInTheSheet_AndTheNextCheckFollowsByItself", async () => {
    const page = await check(await excel());
    await page.getByRole("button", { name: "Sửa tất cả an toàn (2)" }).click();
    await page.getByText("Đã sửa 2 chỗ.").waitFor();
    await page.getByRole("button", { name: /^Sửa/ }).first().waitFor({ state: "detached" });
    const held = await page.evaluate(sheet => ["D7", "D13"].map(cell => window.officeHost.workbook.sheet(sheet).GetRange(cell).Values[0]![0]), SHEET);
    expect(held).toEqual(["Đạt", "Không đạt"]);
  });

  test("OneCorrection_IsMadeWhereItStands", async () => {
    const page = await check(await excel());
    const [one, other] = [page.getByRole("button", { name: "Sửa: Ghi “Không đạt”" }), page.getByRole("button", { name: "Sửa: Ghi “Đạt”" })];
    await one.click();
    await one.waitFor({ state: "detached" });
    await other.waitFor();
  });

  test("EditInTheSheet_IsCheckedByItself", async () => {
    const page = await check(await excel());
    await place(page, "Ô D9").waitFor();
    await type(page, "D9", "Đạt");
    await gone(page, "Ô D9");
  });

  test("EditWhileTheNextCellIsTypedIn_WaitsWithoutAWord", async () => {
    const page = await check(await excel());
    await type(page, "D9", "Đạt");
    await page.evaluate(() => (window.officeHost.native.behaviour.editing = true));
    const asked = await page.evaluate(() => window.officeHost.native.refused);
    await expect.poll(() => page.evaluate(() => window.officeHost.native.refused)).toBeGreaterThan(asked);
    expect(await page.getByText("Đang gõ dở trong một ô").count()).toBe(0);
    await page.evaluate(() => (window.officeHost.native.behaviour.editing = false));
    await gone(page, "Ô D9");
  });

  test("Marks_ComeAndGoWithoutTrace", async () => {
    const page = await check(await excel());
    const sheet = () => page.evaluate(() => window.officeHost.file.text("xl/worksheets/sheet1.xml"));
    const before = await sheet();
    await page.getByRole("button", { name: "Đánh dấu trong tệp" }).click();
    await page.getByText("Đã đánh dấu 10 chỗ trong tệp.").waitFor();
    expect(await sheet()).toContain("LearningCity.Docs error");
    await page.getByRole("button", { name: "Xóa dấu" }).click();
    await page.getByText("Đã xóa dấu").waitFor();
    expect(await sheet()).toBe(before);
  });

  test("HiddenSheet_IsShownWhenTheUserSaysSo", async () => {
    const page = await check(await excel());
    const visibility = () => page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).Visibility, SHEET);
    await page.evaluate(sheet => (window.officeHost.workbook.sheet(sheet).Visibility = "Hidden"), SHEET);
    await place(page, "Ô D17").click();
    await page.getByRole("button", { name: "Để ẩn" }).click();
    expect(await visibility()).toBe("Hidden");
    await place(page, "Ô D17").click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("button", { name: "Bỏ ẩn và xem" }).click();
    await expect.poll(() => selected(page)).toBe("Phụ lục IIIb!D17");
    expect(await visibility()).toBe("Visible");
  });

  test("LockedCells_StayAndTheReasonIsGiven", async () => {
    const page = await check(await excel());
    await page.evaluate(() => window.officeHost.file.xml("xl/styles.xml").querySelectorAll("protection").forEach(protection => protection.setAttribute("locked", "1")));
    await page.getByRole("button", { name: "Sửa tất cả an toàn (2)" }).click();
    await page.getByText("2 chỗ được để nguyên:").waitFor();
    expect(await page.getByText("Trang tính đang được bảo vệ").count()).toBe(2);
    await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).protection!.setAttribute("password", "CC1A"), SHEET);
    await page.getByRole("button", { name: "Đánh dấu trong tệp" }).click();
    await page.getByText("Không đánh dấu được chỗ nào.").waitFor();
  });

  test("CheckWhileACellIsTypedIn_SaysWhatToDo_AndGoesOnAfterwards", async () => {
    const page = await excel();
    await page.evaluate(() => (window.officeHost.native.behaviour.editing = true));
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await page.getByText("Đang gõ dở trong một ô. Hãy nhấn Enter").waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.evaluate(() => (window.officeHost.native.behaviour.editing = false));
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.getByText("Đã kiểm tra lúc").waitFor();
  });

  test("EncryptedFile_IsExplained", async () => {
    const bytes = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(504), Buffer.from("EncryptedPackage", "utf16le")]);
    const page = await excel({ bytes });
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await page.getByText("Tệp được đặt mật khẩu hoặc bảo vệ quyền (IRM)").waitFor();
  });

  test("FileOfFiveMegabytes_ShowsItsProgressAndCanBeCancelled", async () => {
    const page = await excel({ ballast: 5_000_000, behaviour: { slowness: 60 } });
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await page.getByText(/Đang đọc tệp … [1-9]\d%/).waitFor();
    await page.getByRole("button", { name: "Hủy" }).click();
    await page.getByRole("button", { name: "Hủy" }).waitFor({ state: "detached" });
    await expect.poll(() => page.evaluate(() => window.officeHost.native.copies.size)).toBe(0);
    await check(page);
  });
});

describe("Word", () => {
  const selected = (page: Page) => page.evaluate(() => window.officeHost.document.log.selected);

  test("ClickOnAFinding_SelectsItsControl", async () => {
    const page = await check(await word());
    await place(page, "Bảng 1, hàng 16, cột 3").click();
    await expect.poll(() => selected(page)).toBe("control 4.1.summary");
  });

  test("EditInTheText_IsCheckedByItself", async () => {
    const page = await check(await word());
    await place(page, "Bảng 1, hàng 5, cột 4").waitFor();
    await page.evaluate(() => {
      window.officeHost.document.type("1.3.result", "Đạt");
      window.officeHost.native.selectionMoved();
    });
    await gone(page, "Bảng 1, hàng 5, cột 4");
  });

  test("AllSafeCorrectionsOfAForeignForm_AreMade", async () => {
    const page = await check(await word({ file: await readFile(new URL("../fixtures/foreign/iiib-spelling-docxjs.docx", import.meta.url)) }));
    const button = page.getByRole("button", { name: /^Sửa tất cả an toàn/ });
    await button.click();
    await page.getByText(/^Đã sửa \d+ chỗ\.$/).waitFor();
    await button.waitFor({ state: "detached" });
    expect(await page.getByText("được để nguyên").count()).toBe(0);
  });

  test("Marks_ComeAndGoWithoutTrace", async () => {
    const page = await check(await word());
    const text = () => page.evaluate(() => window.officeHost.file.text("word/document.xml"));
    const before = await text();
    await page.getByRole("button", { name: "Đánh dấu trong tệp" }).click();
    await page.getByText(/^Đã đánh dấu \d+ chỗ/).waitFor();
    expect(await text()).toContain("w:highlight");
    await page.getByRole("button", { name: "Xóa dấu" }).click();
    await page.getByText("Đã xóa dấu").waitFor();
    expect(await text()).toBe(before);
  });
});

/** Milliseconds from the press of the button in a pane that is ready until the findings are painted. */
const BUDGET = 500;

test("FindingsOfTheUnescoForm_AreShownWithinTheBudget", async () => {
  const page = await excel({ file: "unesco-ba-dinh.mistakes.xlsx" });
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.reload();
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).waitFor();
    times.push(
      await page.evaluate(async () => {
        const shown = new Promise<void>(resolve => {
          new MutationObserver((_, observer) => {
            if (document.querySelectorAll(".finding").length < 10) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(resolve, 0));
          }).observe(document.body, { childList: true, subtree: true });
        });
        const begun = performance.now();
        [...document.querySelectorAll("button")].find(button => button.textContent === "Kiểm tra" && button.role !== "tab")!.click();
        await shown;
        return performance.now() - begun;
      }),
    );
  }
  console.log(`ready to findings: ${times.map(time => time.toFixed(0)).join(", ")} ms of ${BUDGET} ms`);
  // The quickest: the machine may be busy with other things meanwhile.
  expect(Math.min(...times)).toBeLessThanOrEqual(BUDGET);
});

test.each(["Excel", "Word"] as const)("DroppedConnection_In%s_IsSaidAndTheNextTrySucceeds", async host => {
  const page = await pane({ host, file: `phu-luc-iiib.mistakes.${host === "Excel" ? "xlsx" : "docx"}`, allowed: [/net::ERR_FAILED/] });
  await page.route("**/api/check", route => route.abort());
  await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
  await page.getByText("Không kết nối được với dịch vụ.").waitFor();
  await page.unroute("**/api/check");
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.getByText("Đã kiểm tra lúc").waitFor();
});
