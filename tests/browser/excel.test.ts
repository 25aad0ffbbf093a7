import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Mark } from "../../addin/src/host/HostPort";
import { launch, type WatchedPage } from "./browser";
import { lacks, type PaneOptions } from "./officehost/officeHost";
import { check, portPage, read, troubleOf } from "./ports";
import { startService, type Service } from "./service";

const IIIB = "phu-luc-iiib.mistakes.xlsx";
const SHEET = "Phụ lục IIIb";
const PART = "xl/worksheets/sheet1.xml";

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

async function excel(options: Partial<PaneOptions> = {}) {
  const watched = await portPage(browser, service.address, { host: "Excel", file: IIIB, ...options });
  opened.push(watched);
  return watched.page;
}

const at = (cell: string, sheet = SHEET) => ({ text: `${sheet}!${cell}`, sheet, cell });

test("File_IsReadWholeWithUnsavedEdits", async () => {
  const page = await excel();
  const before = await check(page);
  await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).type("D9", "Đạt", "user"), SHEET);
  const after = await check(page);
  expect(before.findings.map(finding => finding.location.text)).toContain("Phụ lục IIIb!D9");
  expect(after.findings.map(finding => finding.location.text)).not.toContain("Phụ lục IIIb!D9");
});

test("FileOfFiveMegabytes_ComesInSlicesWithProgress", async () => {
  const page = await excel({ ballast: 5_000_000 });
  const { size, parts, copies } = await read(page);
  expect(size).toBeGreaterThan(5_000_000);
  expect(parts.length).toBeGreaterThan(9);
  expect(parts.at(-1)).toBe(1);
  expect(parts).toEqual([...parts].sort((one, other) => one - other));
  expect(copies).toBe(0);
  expect((await check(page)).form.id).toBe("phu-luc-iiib");
});

test("ReadingCancelled_StopsAndGivesTheCopyBack", async () => {
  const page = await excel({ ballast: 5_000_000, behaviour: { slowness: 30 } });
  const result = await page.evaluate(async () => {
    const cancel = new AbortController();
    let heard = 0;
    const reading = window.port.readFile(() => { heard++; cancel.abort(); }, cancel.signal);
    const name = await reading.then(() => "read", (error: Error) => error.name);
    return { name, heard, copies: window.officeHost.native.copies.size };
  });
  expect(result).toEqual({ name: "AbortError", heard: 1, copies: 0 });
});

test("TwoCopiesOutAlready_IsTold", async () => {
  const page = await excel();
  await page.evaluate(() => [1, 2].forEach(handle => window.officeHost.native.copies.set(-handle, new Uint8Array())));
  expect(await troubleOf(page, port => port.readFile(() => undefined, new AbortController().signal))).toBe("tooManyCopies");
});

test("EncryptedFile_IsTold", async () => {
  const bytes = Buffer.concat([Buffer.from("D0CF11E0A1B11AE1", "hex"), Buffer.alloc(504), Buffer.from("EncryptedPackage", "utf16le")]);
  const page = await excel({ bytes });
  expect(await troubleOf(page, port => port.readFile(() => undefined, new AbortController().signal))).toBe("encrypted");
  expect(await page.evaluate(() => window.officeHost.native.copies.size)).toBe(0);
});

test("FileTakenWhileACellIsTypedIn_IsTold", async () => {
  const page = await excel();
  await page.evaluate(() => (window.officeHost.native.behaviour.editing = true));
  expect(await troubleOf(page, port => port.readFile(() => undefined, new AbortController().signal))).toBe("editingCell");
});

test("EveryFinding_IsShownInItsCell", async () => {
  const page = await excel({ file: "unesco-ba-dinh.mistakes.xlsx" });
  const places = (await check(page)).findings.map(finding => finding.location).filter(location => "cell" in location);
  expect(places.length).toBeGreaterThan(10);
  for (const place of places) {
    const selected = await page.evaluate(async location => {
      await window.port.show(location);
      return window.officeHost.workbook.log.selected;
    }, place);
    expect(selected).toBe(place.text);
  }
});

test("HiddenSheet_IsShownOnlyWhenAgreed", async () => {
  const page = await excel();
  await page.evaluate(sheet => (window.officeHost.workbook.sheet(sheet).Visibility = "Hidden"), SHEET);
  expect(await troubleOf(page, (port, location) => port.show(location), at("D9"))).toBe("hiddenSheet");
  expect(await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).Visibility, SHEET)).toBe("Hidden");
  expect(await troubleOf(page, (port, location) => port.show(location, { unhide: true }), at("D9"))).toBeNull();
  expect(await page.evaluate(() => window.officeHost.workbook.log.selected)).toBe("Phụ lục IIIb!D9");
});

test("PlaceOnNoSheet_IsGone_TheWholeFileIsNoPlace", async () => {
  const page = await excel();
  expect(await troubleOf(page, (port, location) => port.show(location), at("D9", "Trang đã xóa"))).toBe("gone");
  expect(await troubleOf(page, (port, location) => port.show(location), { text: "Toàn tệp" })).toBe("noPlace");
});

test("AllSafeCorrections_AreMade_AndTheNextCheckFindsNoneLeft", async () => {
  const page = await excel();
  const fixable = (await check(page)).findings.filter(finding => finding.fix);
  const corrections = fixable.map(({ location, value, fix }) => ({ location, from: value!, to: fix!.value }));
  const result = await page.evaluate(all => window.port.correct(all), corrections);
  expect(corrections.length).toBeGreaterThan(1);
  expect(result).toEqual({ done: corrections, left: [] });
  expect((await check(page)).findings.filter(finding => finding.fix)).toEqual([]);
});

test("Corrections_StayTheTextThatTheyAre", async () => {
  const page = await excel();
  let from = "dat ";
  for (const to of ["96,5%", "=1+1", "+84", "15/18", "1e5", "TRUE", "@ai", "'trong nháy", "Đạt"]) {
    const result = await page.evaluate(all => window.port.correct(all), [{ location: at("D7"), from, to }]);
    expect(result.left).toEqual([]);
    expect((await check(page)).entries["1.1.result"]!.raw).toBe(to);
    from = to;
  }
});

test("PlainWords_LeaveTheCellsStyleAlone", async () => {
  const page = await excel();
  const styles = () => page.evaluate(() => window.officeHost.file.text("xl/styles.xml"));
  const before = await styles();
  await page.evaluate(all => window.port.correct(all), [{ location: at("D7"), from: "dat ", to: "Đạt" }]);
  expect(await styles()).toBe(before);
});

test("ChangedProtectedAndMissingCells_AreLeftWithTheirReasons", async () => {
  const page = await excel();
  const wanted = [
    { location: at("D7"), from: "không còn thế", to: "Đạt" },
    { location: at("D13"), from: "Ko đạt", to: "Không đạt" },
    { location: at("D7", "Trang đã xóa"), from: "dat ", to: "Đạt" },
  ];
  const open = await page.evaluate(all => window.port.correct(all), wanted);
  expect(open.done).toEqual([wanted[1]]);
  expect(open.left.map(({ trouble }) => trouble)).toEqual(["changed", "gone"]);
  const locked = await page.evaluate(all => window.port.correct(all), [{ location: at("D9"), from: "", to: "Đạt" }, { location: at("A6"), from: "x", to: "y" }]);
  // Entry cells of the form are unlocked, so protection leaves them open; the official texts are not.
  expect(locked.done.map(({ location }) => location.text)).toEqual(["Phụ lục IIIb!D9"]);
  expect(locked.left.map(({ trouble }) => trouble)).toEqual(["protectedSheet"]);
});

test("CellBeingTypedIn_StopsCorrectionsJumpsAndMarksAtOnce", async () => {
  const page = await excel();
  await page.evaluate(() => (window.officeHost.native.behaviour.editing = true));
  const location = at("D7");
  expect(await troubleOf(page, (port, place) => port.correct([{ location: place, from: "dat ", to: "Đạt" }]), location)).toBe("editingCell");
  expect(await troubleOf(page, (port, place) => port.show(place), location)).toBe("editingCell");
  expect(await troubleOf(page, (port, place) => port.mark([{ location: place, severity: "error" }]), location)).toBe("editingCell");
});

const marks: Mark[] = [
  { location: at("D10"), severity: "error" },
  { location: at("D10"), severity: "info" },
  { location: at("D9"), severity: "warning" },
];

test("Marks_GoWithoutTrace_AlsoInALaterSession", async () => {
  const page = await excel();
  const sheet = () => page.evaluate(part => window.officeHost.file.text(part), PART);
  const before = await sheet();
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(false);
  expect(await page.evaluate(all => window.port.mark(all), marks)).toBe(3);
  expect(await page.evaluate(all => window.port.mark(all), marks)).toBe(3);
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(true);
  const marked = await sheet();
  expect([...marked.matchAll(/sqref="([^"]+)"[^>]*><cfRule type="expression"[^>]*><formula>LEN\("LearningCity/g)].map(([, cells]) => cells)).toEqual(["D10", "D9"]);
  const saved = Uint8Array.from(await page.evaluate(async () => [...(await window.port.readFile(() => undefined, new AbortController().signal)).bytes]));

  const later = await excel({ file: saved });
  expect(await later.evaluate(() => window.port.hasMarks())).toBe(true);
  await later.evaluate(() => window.port.clearMarks());
  expect(await later.evaluate(() => window.port.hasMarks())).toBe(false);
  expect(await later.evaluate(part => window.officeHost.file.text(part), PART)).toBe(before);
});

test("AThousandMarks_AreFewRules", async () => {
  const page = await excel();
  const many: Mark[] = Array.from({ length: 1000 }, (_, index) => ({ location: at(`C${index + 1}`), severity: "error" }));
  expect(await page.evaluate(all => window.port.mark(all), many)).toBe(1000);
  expect(await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).formats.filter(rule => rule.textContent.includes("LearningCity")).length, SHEET)).toBeLessThan(30);
});

test("SheetUnderAPassword_IsNotMarkedAndKeepsItsPassword", async () => {
  const page = await excel();
  const protection = () => page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).protection!.outerHTML, SHEET);
  await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).protection!.setAttribute("password", "CC1A"), SHEET);
  const before = await protection();
  expect(await page.evaluate(all => window.port.mark(all), marks)).toBe(0);
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(false);
  expect(await protection()).toBe(before);
});

test("MarksUnderALaterPassword_StayAndAreTold", async () => {
  const page = await excel();
  await page.evaluate(all => window.port.mark(all), marks);
  await page.evaluate(sheet => window.officeHost.workbook.sheet(sheet).protection!.setAttribute("password", "CC1A"), SHEET);
  expect(await troubleOf(page, port => port.clearMarks())).toBe("protectedSheet");
  expect(await page.evaluate(() => window.port.hasMarks())).toBe(true);
});

test("Edits_OfTheUserAreTold_OursAndThoseOfOthersAreNot", async () => {
  const page = await excel();
  const told = await page.evaluate(async name => {
    let edits = 0;
    const stop = await window.port.watch(() => edits++);
    const sheet = window.officeHost.workbook.sheet(name);
    const settled = () => new Promise(resolve => setTimeout(resolve, 20));
    const counts: number[] = [];
    await window.port.correct([{ location: { text: "", sheet: name, cell: "D7" }, from: "dat ", to: "Đạt" }]);
    await settled();
    counts.push(edits);
    sheet.type("D9", "Đạt", "other");
    await settled();
    counts.push(edits);
    sheet.type("D9", "Không đạt", "user");
    while (edits === 0) await settled();
    counts.push(edits);
    stop();
    await settled();
    sheet.type("D9", "Đạt", "user");
    await settled();
    return [...counts, edits];
  }, SHEET);
  expect(told).toEqual([0, 0, 1, 1]);
});

test("BlankForm_OpensAsAWorkbookAndGoesInAsASheet", async () => {
  const page = await excel();
  const log = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (await fetch("/api/forms/phu-luc-iiib/blank?format=xlsx")).arrayBuffer());
    const file = { name: "mau.xlsx", bytes };
    await window.port.open(file);
    await window.port.insert(file);
    return { ...window.officeHost.workbook.log, length: bytes.length };
  });
  expect(log.opened).toEqual(log.inserted);
  expect(Buffer.from(log.opened[0]!, "base64").length).toBe(log.length);
  expect(log.selected).toBe("Biểu mẫu 2");
});

test("OlderExcel_OffersOnlyWhatItCan", async () => {
  const page = await excel({ behaviour: { sets: { ExcelApi: "1.7", CompressedFile: "1.1" } } });
  expect(await page.evaluate(() => window.port.can)).toEqual({ show: false, correct: false, mark: false, watch: false, open: [], insert: false, save: true });
  expect((await check(page)).form.id).toBe("phu-luc-iiib");
});
