import { expect, test } from "vitest";
import type { DocumentKind } from "../../addin/src/service/client";
import { faultOf, fieldsOf, groupOf, isoDate, toDetails, toTyped, typedDate, type Field } from "../../addin/src/state/details";

function kind(id: string, details: readonly (readonly [name: string, type: Field["type"], required: boolean])[], own: Record<string, string> = {}): DocumentKind {
  return { id, title: id, forms: ["form"], inDossier: true, own, details: details.map(([name, type, required]) => ({ name, label: name, type, required, example: type === "list" ? ["a", "b"] : type === "year" ? 2024 : "2025-04-08" })) } as DocumentKind;
}

function field(type: Field["type"], required = false): Field {
  return { name: "x", label: "x", type, required, example: "" };
}

const letter = kind("to-trinh", [["agency", "text", true], ["number", "number", false], ["subject", "text", false], ["report.number", "number", false]]);
const report = kind("bao-cao", [["agency", "text", false], ["number", "number", false], ["report.number", "number", false], ["report.overview", "list", true]], { number: "report.number" });

test("Fields_OfOneKind_AreItsDetailsInOrder", () => {
  expect(fieldsOf([letter]).map(each => each.name)).toEqual(["agency", "number", "subject", "report.number"]);
});

test("Fields_OfAKindWithOwnNames_LeaveTheGeneralOnesToOtherPapers", () => {
  expect(fieldsOf([report]).map(each => each.name)).toEqual(["agency", "report.number", "report.overview"]);
});

test("Fields_OfSeveralKinds_ComeOnceRequiredByAnyAndWithoutASubject", () => {
  const fields = fieldsOf([report, letter]);
  expect(fields.map(each => each.name)).toEqual(["agency", "report.number", "report.overview", "number"]);
  expect(fields[0]!.required).toBe(true);
});

test("Example_IsShownAsItWouldBeTyped", () => {
  const [date, list, year] = fieldsOf([kind("k", [["date", "date", false], ["bases", "list", false], ["year", "year", false]])]);
  expect([date!.example, list!.example, year!.example]).toEqual(["08/04/2025", "a\nb", "2024"]);
});

test.each([
  ["agency", "agency"],
  ["number", "paper"],
  ["signer.name", "signer"],
  ["resolution", "place"],
  ["minutes.symbol", "meeting"],
  ["budget.total", "other"],
])("Group_Of %s Is %s", (name, group) => {
  expect(groupOf(name)).toBe(group);
});

test.each([
  ["8/4/2025", "2025-04-08"],
  ["08.04.2025", "2025-04-08"],
  ["08-04-2025", "2025-04-08"],
  ["2025-04-08", "2025-04-08"],
  [" 29/02/2024 ", "2024-02-29"],
  ["29/02/2025", null],
  ["31/04/2025", null],
  ["8/13/2025", null],
  ["8/4/25", null],
  ["0/4/2025", null],
  ["ngày 8 tháng 4", null],
  ["", null],
])("Date %j Is %j", (typed, iso) => {
  expect(isoDate(typed)).toBe(iso);
});

test("DateOnPaper_IsDayMonthYear", () => {
  expect(typedDate("2025-04-08")).toBe("08/04/2025");
  expect(typedDate("8/4/25")).toBe("8/4/25");
});

test.each([
  ["text", true, "  ", "missing"],
  ["text", true, "x", null],
  ["text", false, "", null],
  ["date", false, "8/4/25", "date"],
  ["date", false, "8/4/2025", null],
  ["year", true, "24", "year"],
  ["year", true, "2024", null],
  ["number", false, "15/BC", "number"],
  ["number", false, "0", "number"],
  ["number", false, "15", null],
  ["list", true, "\n \n", "missing"],
  ["list", true, "a\n", null],
] as const)("%s, required %s, typed %j: %s", (type, required, typed, fault) => {
  expect(faultOf(field(type, required), { x: typed })).toBe(fault);
});

test("Details_AreNestedAndTyped_WhatIsBlankIsLeftOut", () => {
  const fields = fieldsOf([kind("k", [["agency", "text", true], ["year", "year", true], ["date", "date", false], ["number", "number", false], ["signer.name", "text", true], ["signer.authority", "list", true], ["signer.line", "flag", false]])]);
  const typed = { agency: " UBND ", year: "2024", date: "8/4/2025", number: "", "signer.name": "Nguyễn Văn A", "signer.authority": "TM. ỦY BAN NHÂN DÂN\n\n KT. CHỦ TỊCH ", "signer.line": "true", stranger: "x" };
  expect(toDetails(fields, typed)).toEqual({ agency: "UBND", year: 2024, date: "2025-04-08", signer: { name: "Nguyễn Văn A", authority: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], line: true } });
});

test("Details_WhatCannotBeRead_GoesAsItIsForTheServiceToJudge", () => {
  const fields = fieldsOf([kind("k", [["year", "year", true], ["date", "date", false]])]);
  expect(toDetails(fields, { year: "24", date: "8/4/25" })).toEqual({ year: "24", date: "8/4/25" });
});

test("Typed_AndBack_IsTheSameDetails", () => {
  const fields = fieldsOf([kind("k", [["agency", "text", true], ["year", "year", true], ["date", "date", false], ["signer.authority", "list", true], ["signer.line", "flag", false]])]);
  const details = { agency: "UBND", year: 2024, date: "2025-04-08", signer: { authority: ["a", "b"], line: true } };
  expect(toDetails(fields, toTyped(details))).toEqual(details);
});

test("Typed_OfNothing_IsNothing", () => {
  expect(toTyped({ number: null, signer: { name: null, line: false } })).toEqual({});
});
