import { describe, expect, test } from "vitest";
import { entered, holds, shows } from "../../addin/src/host/cellText";
import { addresses, worst } from "../../addin/src/host/excelMarks";
import type { Mark } from "../../addin/src/host/HostPort";
import { base64, isEncrypted, nameOf } from "../../addin/src/host/wholeFile";
import { withoutLayout } from "../../addin/src/host/wordPlaces";

describe("holds", () => {
  const cell = (value: unknown, shown = String(value)) => ({ value, shown });

  test.each([
    [cell("dat "), "dat "],
    [cell("hai\r\ndòng"), "hai\ndòng"],
    [cell(94.96), "94,96"],
    [cell(94.96), "94.96"],
    [cell(0.95, "95%"), "95%"],
    [cell(""), ""],
  ])("SameContent_IsHeld: %j is %j", (held, read) => expect(holds(held, read)).toBe(true));

  test.each([
    [cell("dat"), "dat "],
    [cell("đạt"), "Đạt"],
    [cell(94.96), "94,9"],
    [cell(""), "0"],
  ])("OtherContent_IsNot: %j is not %j", (held, read) => expect(holds(held, read)).toBe(false));
});

describe("entered", () => {
  test.each(["96,5%", "15/18", "=1+1", "+84", "-3", "@a", "TRUE", "true ", "12 tháng 3", "'a", "(5)", " Đạt"])("WhatExcelWouldTakeOtherwise_IsQuoted: %s", text => expect(entered(text, "General")).toBe(`'${text}`));
  test.each(["Đạt", "Không đạt", "Tăng", "hai\ndòng"])("PlainWords_AreNot: %s", text => expect(entered(text, "General")).toBe(text));
  test("CellFormattedAsText_NeedsNoQuote", () => expect(entered("96,5%", "@")).toBe("96,5%"));
  test("FormulaSign_IsQuotedEvenThere", () => expect(entered("=1+1", "@")).toBe("'=1+1"));
  test("Nothing_StaysNothing", () => expect(entered("", "General")).toBe(""));
});

/** The cases of the service's NumberFormatTests. */
describe("shows", () => {
  test.each([
    ["General", 95.5, "General"],
    ["general", 1234, "#,##0"],
    ["0", 95, "General"],
    ["0.0", 95.5, "General"],
    ["#,##0.00", 1234.5, "#,##0.0"],
    ["0%", 0.95, "0%"],
    ["0.00%", 0.955, "0.0%"],
    ["0.0%;-0.0%", 0.955, "0.0%"],
  ])("OwnFormat_Stays: %s shows %d as %s", (own, value, format) => expect(shows(own, { value, format })).toBe(true));

  test.each([
    ["@", 95, "General"],
    ["General", 0.955, "0.0%"],
    ["0", 95.5, "General"],
    ["0%", 0.955, "0.0%"],
    ["0%", 95, "General"],
    ["0.0", 0.955, "0.0%"],
    ["dd/mm/yyyy", 95, "General"],
    ['0.0"%"', 0.955, "0.0%"],
    ['[=1]"Tăng"', 1, "General"],
    ["#,##0,", 12345, "#,##0"],
    ["# ?/?", 0.5, "General"],
    ["0.00E+00", 12, "General"],
    [";;;", 12, "General"],
    ["", 12, "General"],
  ])("OtherFormat_IsChanged: %s hides %d as %s", (own, value, format) => expect(shows(own, { value, format })).toBe(false));
});

describe("marks", () => {
  const mark = (cell: string, severity: Mark["severity"]): Mark => ({ location: { text: cell, sheet: "a", cell }, severity });

  test("CellOfSeveralMarks_IsOneOfTheWorst", () => expect(worst([mark("A1", "info"), mark("A1", "error"), mark("B2", "info")])).toEqual({ error: ["A1"], info: ["B2"] }));

  test("Addresses_AreAsLongAsExcelTakes", () => {
    const cells = Array.from({ length: 500 }, (_, index) => `AB${index + 1}`);
    const texts = addresses(cells);
    expect(texts.every(text => text.length <= 255)).toBe(true);
    expect(texts.join(",").split(",")).toEqual(cells);
    expect(texts.slice(0, -1).every(text => text.length > 245)).toBe(true);
  });
});

describe("file", () => {
  const compound = (stream: string) => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...Buffer.from(stream, "utf16le")]);

  test("EncryptedPackage_IsKnownByItsStream", () => expect(isEncrypted(compound("EncryptedPackage"))).toBe(true));
  test("OldBinaryFile_IsNoneOfThose", () => expect(isEncrypted(compound("Workbook"))).toBe(false));
  test("Package_IsNoneOfThose", () => expect(isEncrypted(new Uint8Array(Buffer.from("PK\x03\x04")))).toBe(false));

  test.each([
    ["C:\\Biểu mẫu\\phụ lục.xlsx", "phụ lục.xlsx"],
    ["/Users/a/b.xlsx", "b.xlsx"],
    ["https://ubnd.sharepoint.com/sites/a/ph%E1%BB%A5%20l%E1%BB%A5c.xlsx?web=1", "phụ lục.xlsx"],
    ["C:\\a\\100%.xlsx", "100%.xlsx"],
    ["https://a/100%.xlsx", "100%.xlsx"],
    ["Book1", "mau.xlsx"],
    ["", "mau.xlsx"],
    [null, "mau.xlsx"],
  ])("Name_IsTheLastPart: %s", (url, name) => expect(nameOf(url, "mau.xlsx")).toBe(name));

  test("Base64_IsThatOfTheBytes", () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
  });
});

describe("withoutLayout", () => {
  test.each([
    ["Đạt\r", "Đạt"],
    ["\r\t Đạt \t", " Đạt "],
    ["hai\rdòng", "hai\ndòng"],
    ["một\vhai", "một\nhai"],
    ["a\tb", "a b"],
    ["\r \t", ""],
    ["dat ", "dat "],
  ])("LinesAroundGo_BlanksBesideStay: %j", (text, left) => expect(withoutLayout(text)).toBe(left));
});
