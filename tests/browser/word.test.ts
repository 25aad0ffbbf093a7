import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Mark } from "../../addin/src/host/HostPort";
import { launch, type WatchedPage } from "./browser";
import { lacks, type PaneOptions } from "./officehost/officeHost";
import { check, portPage, read, troubleOf } from "./ports";
import { startService, type Service } from "./service";

const IIIB = "phu-luc-iiib.mistakes.docx";
const PART = "word/document.xml";

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

async function word(options: Partial<PaneOptions> = {}) {
  const watched = await portPage(browser, service.address, { host: "Word", file: IIIB, ...options });
  opened.push(watched);
  return watched.page;
}

const foreign = (name: string) => readFile(new URL(`../fixtures/foreign/${name}`, import.meta.url));

/** A place of the sample by its control. */
const at = (control: string, row: number, column: number) => ({ text: `Bảng 1, hàng ${row}, cột ${column}`, table: 1, row, column, control });

test("File_IsReadWholeWithUnsavedEdits", async () => {
  const page = await word();
  const before = await check(page);
  await page.evaluate(() => window.officeHost.document.type("1.3.result", "Đạt"));
  const after = await check(page);
  expect(before.findings.map(finding => finding.entry)).toContain("1.3.result");
  expect(after.findings.map(finding => finding.entry)).not.toContain("1.3.result");
});

test("FileOfFiveMegabytes_ComesInSlicesWithProgress", async () => {
  const page = await word({ ballast: 5_000_000 });
  const { size, parts, copies } = await read(page);
  expect(size).toBeGreaterThan(5_000_000);
  expect(parts.at(-1)).toBe(1);
  expect(parts.length).toBeGreaterThan(9);
  expect(copies).toBe(0);
});

test("FindingInAControl_IsShownThere_InADropDownInItsCell", async () => {
  const page = await word();
  const selected = () => page.evaluate(() => window.officeHost.document.log.selected);
  expect(await troubleOf(page, (port, location) => port.show(location), at("4.1.summary", 16, 3))).toBeNull();
  expect(await selected()).toBe("control 4.1.summary");
  // WordApi 1.3 tells of no drop-downs: the cell around it is as good.
  expect(await troubleOf(page, (port, location) => port.show(location), at("3.2.result", 13, 4))).toBeNull();
  expect(await selected()).toBe("Đạt/Không đạt");
});

/** Tables that are nested, split over pages, merged both ways, and changed with revisions on; with either reading of what Word lists. */
test.each([
  ["unesco-merged-docxjs.docx", false],
  ["unesco-in-report-docxjs.docx", true],
  ["unesco-pages-docxjs.docx", false],
  ["iiib-merged-docxjs.docx", true],
  ["iiib-tracked-libreoffice.docx", false],
])("EveryEntryOf_%s_IsFoundInItsCell", async (name, listsInner) => {
  const page = await word({ file: await foreign(name), listsInner });
  // What was ticked in several cells is told with boxes, and no single cell says it.
  const told = Object.values((await check(page)).entries).filter(entry => entry.raw.trim() !== "" && !/[☐☑]/.test(entry.raw));
  const entries = told.filter((_, index) => index % Math.ceil(told.length / 25) === 0);
  const differing = await page.evaluate(async all => {
    const wrong: string[] = [];
    const plain = (text: string) => text.trim().replace(/\s+/g, " ");
    for (const { location, raw } of all) {
      await window.port.show(location).catch((error: Error) => wrong.push(`${location.text}: ${error.message}`));
      const selected = window.officeHost.document.log.selected ?? "";
      if (!plain(selected).includes(plain(raw))) wrong.push(`${location.text}: “${raw}” against “${selected}”`);
    }
    return wrong;
  }, entries);
  expect(entries.length).toBeGreaterThan(5);
  expect(differing).toEqual([]);
});

test("FindingsOfALayoutCheck_AreShownInTheirParagraphs", async () => {
  const page = await word({ file: await foreign("iiib-in-report-libreoffice.docx") });
  const selected = await page.evaluate(async () => {
    const file = await window.port.readFile(() => undefined, new AbortController().signal);
    const findings = (await (await fetch("/api/lint", { method: "POST", body: file.bytes })).json()) as { location: { text: string; part?: string } }[];
    const told: [string, string | null][] = [];
    for (const { location } of findings.filter(finding => finding.location.part === "word/document.xml")) {
      await window.port.show(location);
      told.push([location.text, window.officeHost.document.log.selected]);
    }
    return told;
  });
  expect(Object.fromEntries(selected)).toMatchObject({
    "Nội dung, bảng 1, hàng 1, cột 2, đoạn 1": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Nội dung, bảng 1, hàng 1, cột 2, đoạn 2": "Độc lập - Tự do - Hạnh phúc",
    "Nội dung, đoạn 1": "BÁO CÁO",
    "Nội dung, đoạn 6": "Phụ lục IIIb",
  });
  expect(await troubleOf(page, port => port.show({ text: "Trang của phần 1" }))).toBe("noPlace");
});

test("CorrectionOfAControl_StaysInIt_AndTheNextCheckReadsIt", async () => {
  const page = await word();
  await page.evaluate(() => window.officeHost.document.type("1.1.summary", "18 / 18 xã "));
  const location = at("1.1.summary", 3, 3);
  const result = await page.evaluate(all => window.port.correct(all), [{ location, from: "18 / 18 xã ", to: "18/18 xã" }]);
  expect(result.left).toEqual([]);
  expect((await check(page)).entries["1.1.summary"]).toMatchObject({ raw: "18/18 xã", location: { control: "1.1.summary" } });
});

test("AllSafeCorrectionsOfAForeignForm_AreMade_AndTheNextCheckFindsNoneLeft", async () => {
  const page = await word({ file: await foreign("iiib-spelling-docxjs.docx") });
  const fixable = (await check(page)).findings.flatMap(finding => finding.places ?? [finding]).filter(place => place.fix);
  const corrections = fixable.map(({ location, value, fix }) => ({ location, from: value!, to: fix!.value }));
  expect(corrections.length).toBeGreaterThan(0);
  expect(await page.evaluate(all => window.port.correct(all), corrections)).toEqual({ done: corrections, left: [] });
  expect((await check(page)).findings.filter(finding => finding.fix)).toEqual([]);
});

test("ChangedMissingAndLockedPlaces_AreLeftWithTheirReasons", async () => {
  const page = await word();
  const wanted = [
    { location: at("1.summary", 2, 3), from: "không còn thế", to: "3/3" },
    { location: { ...at("khong.co", 99, 9) }, from: "x", to: "y" },
    // A drop-down, which this Word does not tell of: writing over its cell would take it away.
    { location: at("1.result", 2, 4), from: "Đạt", to: "Không đạt" },
  ];
  const result = await page.evaluate(all => window.port.correct(all), wanted);
  expect(result.done).toEqual([]);
  expect(result.left.map(({ trouble }) => trouble)).toEqual(["changed", "gone", "tooOld"]);
});

test("LockedControl_IsLeft", async () => {
  const page = await word();
  await page.evaluate(part => {
    const sdt = [...window.officeHost.file.xml(part).querySelectorAll("*")].find(element => element.localName === "tag" && element.getAttribute("w:val") === "1.summary")!.parentElement!;
    [...sdt.children].find(element => element.localName === "lock")!.setAttribute("w:val", "contentLocked");
  }, PART);
  const result = await page.evaluate(all => window.port.correct(all), [{ location: at("1.summary", 2, 3), from: "3/3 chỉ tiêu đạt.", to: "3/3" }]);
  expect(result.left.map(({ trouble }) => trouble)).toEqual(["protectedSheet"]);
});

const marks: Mark[] = [
  { location: at("4.1.summary", 16, 3), severity: "warning" },
  { location: at("3.2.result", 13, 4), severity: "error" },
  { location: at("1.2.summary", 4, 3), severity: "warning" },
];

test("Marks_GoWithoutTrace_AlsoInALaterSession", async () => {
  const page = await word();
  const text = () => page.evaluate(part => window.officeHost.file.text(part), PART);
  await page.evaluate(() => window.officeHost.document.type("1.2.summary", ""));
  const before = await text();
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(false);
  // The third is empty: there is nothing to lay a colour under.
  expect(await page.evaluate(all => window.port.mark(all), marks)).toBe(2);
  expect(await page.evaluate(all => window.port.mark(all), marks)).toBe(2);
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(true);
  expect([...(await text()).matchAll(/<w:highlight w:val="(\w+)"/g)].map(([, colour]) => colour).sort()).toEqual(["magenta", "yellow"]);
  const saved = await page.evaluate(async () => ({
    bytes: [...(await window.port.readFile(() => undefined, new AbortController().signal)).bytes],
    settings: Object.fromEntries(window.officeHost.native.settings),
  }));

  const later = await word({ file: Uint8Array.from(saved.bytes), settings: saved.settings });
  expect(await later.evaluate(() => window.port.hasMarks())).toBe(true);
  await later.evaluate(() => window.port.clearMarks());
  expect(await later.evaluate(() => window.port.hasMarks())).toBe(false);
  expect(await later.evaluate(() => window.officeHost.native.settings.size)).toBe(0);
  expect(await later.evaluate(part => window.officeHost.file.text(part), PART)).toBe(before);
});

test("MarksOfAFormThatGotARowSince_GoAsWell", async () => {
  const page = await word({ file: await foreign("iiib-straight-docxjs.docx") });
  const text = () => page.evaluate(part => window.officeHost.file.text(part), PART);
  /** One more row, or one less, above the first entry. */
  const row = (isPutIn: boolean) =>
    page.evaluate(
      ([part, putIn]) => {
        const second = window.officeHost.file.xml(part).getElementsByTagNameNS("*", "tr")[1]!;
        if (putIn) second.before(second.cloneNode(true));
        else second.remove();
      },
      [PART, isPutIn] as const,
    );
  const before = await text();
  const told = Object.values((await check(page)).entries).filter(entry => entry.raw.length > 20);
  expect(told.length).toBeGreaterThan(2);
  expect(await page.evaluate(all => window.port.mark(all), told.slice(2, 4).map(({ location }): Mark => ({ location, severity: "error" })))).toBe(2);
  expect(await text()).not.toBe(before);
  await row(true);
  await page.evaluate(() => window.port.clearMarks());
  await row(false);
  expect(await text()).toBe(before);
});

test("GroundOfTheUsersOwn_ComesBack", async () => {
  const page = await word();
  const location = at("4.1.summary", 16, 3);
  const colour = () => page.evaluate(part => /15\/18 xã/.test(window.officeHost.file.text(part)) && /w:highlight w:val="(\w+)"/.exec(window.officeHost.file.text(part))?.[1], PART);
  await page.evaluate(tag => window.officeHost.document.ground(tag, "#00FF00"), location.control);
  await page.evaluate(all => window.port.mark(all), [{ location, severity: "error" } as Mark]);
  expect(await colour()).toBe("magenta");
  await page.evaluate(() => window.port.clearMarks());
  expect(await colour()).toBe("green");
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(false);
});

// The second Word knows more than the office.js that lies beside the service.
test.each(["1.3", "1.8"])("Edits_OfTheUserAreTold_OursAreNot_WithWordApi%s", async version => {
  const page = await word({ behaviour: { sets: { WordApi: version, CompressedFile: "1.1", Settings: "1.1", DocumentEvents: "1.1" } } });
  const told = await page.evaluate(async () => {
    let edits = 0;
    const stop = await window.port.watch(() => edits++);
    const settled = () => new Promise(resolve => setTimeout(resolve, 600));
    const { document, native } = window.officeHost;
    const counts: number[] = [];
    native.selectionMoved();
    await settled();
    counts.push(edits);
    await window.port.correct([{ location: { text: "", table: 1, row: 2, column: 3, control: "1.summary" }, from: "3/3 chỉ tiêu đạt.", to: "3/3" }]);
    native.selectionMoved();
    await settled();
    counts.push(edits);
    document.type("1.3.result", "Đạt");
    native.selectionMoved();
    while (edits === 0) await settled();
    counts.push(edits);
    stop();
    document.type("1.3.result", "Không đạt");
    native.selectionMoved();
    await settled();
    return [...counts, edits];
  });
  expect(told).toEqual([0, 0, 1, 1]);
});

test("BlankForm_OpensAsADocumentAndGoesInAtTheEnd", async () => {
  const page = await word();
  const log = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (await fetch("/api/forms/phu-luc-iiib/blank?format=docx")).arrayBuffer());
    const file = { name: "mau.docx", bytes };
    await window.port.open(file);
    await window.port.insert(file);
    return { ...window.officeHost.document.log, length: bytes.length };
  });
  expect(Buffer.from(log.opened[0]!, "base64").length).toBe(log.length);
  expect(log.inserted).toEqual([`End ${log.opened[0]}`]);
});

test("OlderWord_OffersOnlyWhatItCan", async () => {
  const page = await word({ behaviour: { sets: { WordApi: "1.1", CompressedFile: "1.1" } } });
  expect(await page.evaluate(() => window.port.can)).toEqual({ show: false, correct: false, mark: false, watch: false, open: [], insert: false, save: true });
});
