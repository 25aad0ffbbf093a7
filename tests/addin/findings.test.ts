import { expect, test } from "vitest";
import type { FormDescription } from "../../addin/src/service/client";
import { contradictionsOf, correction, counted, everything, filtered, grouped, hasPlace, keysOf, marksOf, safeCorrections, toDo, unitsByCode } from "../../addin/src/state/findings";
import { cell, finding, node, reportOf } from "./reports";

const nodes = [
  node("1", "part", {
    children: [
      node("1.1", "standard", {
        children: [
          node("1.1.1", "criterion", { children: [node("1.1.1-1", "indicator"), node("1.1.1-2", "indicator")] }),
          node("1.1.2", "criterion", { children: [node("1.1.2-1", "indicator")] }),
        ],
      }),
    ],
  }),
];

test("Findings_AreGroupedByTheCriterionAboveTheirRow", () => {
  const groups = grouped([finding("1.1.1-1.value", "error"), finding("1.1.2-1.a_male", "error"), finding("1.1.1-2.value", "error")], nodes);
  expect(groups.map(group => [group.code, group.findings.length])).toEqual([
    ["1.1.1", 2],
    ["1.1.2", 1],
  ]);
});

test("FindingOfTheCriterionItself_IsInItsGroup", () => {
  expect(grouped([finding("1.1.2.result", "info")], nodes)[0]?.node?.code).toBe("1.1.2");
});

test("GroupWithAnError_ComesBeforeOneWithout", () => {
  expect(grouped([finding("1.1.1-1.value", "warning"), finding("1.1.2-1.value", "error")], nodes).map(group => group.code)).toEqual(["1.1.2", "1.1.1"]);
});

test("InAGroup_ErrorsComeFirst_AndEqualsKeepTheirOrder", () => {
  const findings = [finding("1.1.1-1.value", "info"), finding("1.1.1-1.value", "warning"), finding("1.1.1-2.value", "error"), finding("1.1.1-1.other", "error")];
  expect(grouped(findings, nodes)[0]?.findings.map(f => [f.severity, f.entry])).toEqual([
    ["error", "1.1.1-2.value"],
    ["error", "1.1.1-1.other"],
    ["warning", "1.1.1-1.value"],
    ["info", "1.1.1-1.value"],
  ]);
});

test("WholeFileFirst_TotalRowLast_WithinOneSeverity", () => {
  const groups = grouped([finding("total.result", "warning"), finding("1.1.1-1.value", "warning"), finding(null, "warning")], nodes);
  expect(groups.map(group => [group.code, group.node === null])).toEqual([
    ["", true],
    ["1.1.1", false],
    ["total", true],
  ]);
});

test("FollowOn_StandsUnderItsCause_InItsGroup", () => {
  const cause = finding("1.1.1.result", "error", { code: "LC3101" });
  const follows = finding("total.result", "warning", { code: "LC3102", followsFrom: { code: "LC3101", entry: "1.1.1.result" } });
  const groups = grouped([finding("1.1.1-1.value", "error"), cause, finding("1.1.1-2.value", "error"), follows], nodes);
  expect(groups.map(group => group.findings.map(f => f.entry))).toEqual([["1.1.1-1.value", "1.1.1.result", "total.result", "1.1.1-2.value"]]);
  // Filtered away, the cause gives it no place.
  expect(grouped([follows], nodes).map(group => group.code)).toEqual(["total"]);
});

test("ManyPlaces_AreMarkedAndCorrectedOneByOne", () => {
  const places = ["D7", "D9"].map((name, index) => ({ entry: `1.1.1-${index + 1}.value`, location: cell(name), value: "x ", fix: { label: "x", value: "x" } }));
  const one = finding("1.1.1-1.value", "info", { code: "LC2302", value: "x ", fix: places[0]!.fix, places });
  const report = reportOf({ findings: [one] });
  expect(marksOf([one]).map(mark => mark.location.text)).toEqual(["Biểu!D7", "Biểu!D9"]);
  expect(safeCorrections(report).map(each => [each.location.text, each.from, each.to])).toEqual([["Biểu!D7", "x ", "x"], ["Biểu!D9", "x ", "x"]]);
  const units = new Map([["1.1.1-2", "Phòng Nội vụ"]]);
  expect(filtered([one], { ...everything, unit: "Phòng Nội vụ" }, units)).toEqual([one]);
  expect(filtered([one], { ...everything, unit: "Phòng Y tế" }, units)).toEqual([]);
});

test("ToDo_CountsErrorsAndWarnings", () => {
  expect(toDo([finding(null, "error"), finding(null, "warning"), finding(null, "info")])).toBe(2);
});

test("Contradictions_AreFoundByTheirPlaces", () => {
  const findings = [finding("1.1.1-1.value", "info"), finding("4.1.summary", "warning")];
  expect(contradictionsOf(reportOf({ findings, contradictions: [1] }))).toEqual([findings[1]]);
});

test("Counted_BySeverity", () => {
  expect(counted([finding(null, "info"), finding(null, "error"), finding(null, "info")])).toEqual({ error: 1, warning: 0, info: 2 });
});

const form = {
  nodes: [
    described("1.1.1", null, [described("1.1.1-1", "Phòng Nội vụ"), described("1.1.1-2", null)]),
    described("1.1.2", "Hội Khuyến học", [described("1.1.2-1", null)]),
  ],
} as unknown as FormDescription;

function described(code: string, unit: string | null, children: unknown[] = []) {
  return { code, unit, children };
}

test("RowWithoutAnOffice_BelongsToTheOfficeAbove", () => {
  const units = unitsByCode(form);
  expect(units.get("1.1.2-1")).toBe("Hội Khuyến học");
  expect(units.has("1.1.1-2")).toBe(false);
});

test("FilteredByOffice_ShowsItsRowsAlone", () => {
  const findings = [finding("1.1.1-1.value", "error"), finding("1.1.2-1.value", "error"), finding(null, "info")];
  expect(filtered(findings, { ...everything, unit: "Phòng Nội vụ" }, unitsByCode(form))).toEqual([findings[0]]);
  expect(filtered(findings, everything, unitsByCode(form))).toEqual(findings);
});

test("FilteredBySeverity_ShowsThatAlone", () => {
  const findings = [finding(null, "error"), finding(null, "info")];
  expect(filtered(findings, { unit: null, severities: new Set(["info"]) }, new Map())).toEqual([findings[1]]);
});

test("SafeCorrections_TakeNoSuggestion_AndAPlaceOnce", () => {
  const fix = { label: "Ghi “Đạt”", value: "Đạt" };
  const report = reportOf({
    findings: [finding("1.1.result", "info", { fix, value: "dat " }), finding("1.1.result", "info", { fix, value: "dat " }), finding("1.2.result", "info", { location: cell("D8"), suggestion: fix })],
  });
  expect(safeCorrections(report)).toEqual([{ location: cell("D7"), from: "dat ", to: "Đạt" }]);
});

test("Correction_StartsFromWhatTheCellHeld_NotFromWhatTheMessageQuotes", () => {
  const entries = { "1.1.result": { value: "Đạt", raw: "dat ", location: cell("D7") } };
  const one = finding("1.1.result", "info", { value: "dat" });
  expect(correction(one, "Đạt", reportOf({ entries })).from).toBe("dat ");
  expect(correction({ ...one, location: cell("B7") }, "x", reportOf({ entries })).from).toBe("dat");
});

test("Marks_OnePerPlaceByTheWorst_NoneForTheWholeFile", () => {
  const marks = marksOf([finding("1.1.result", "info"), finding("1.1.result", "error"), finding(null, "error", { location: { text: "Toàn tệp" } })]);
  expect(marks).toEqual([{ location: cell("D7"), severity: "error" }]);
});

test("Place_IsACellOrATablesCell", () => {
  expect(hasPlace({ text: "Bảng 1", table: 1, row: 2, column: 3, control: null })).toBe(true);
  expect(hasPlace({ text: "Toàn tệp" })).toBe(false);
});

test("Keys_TellTheSameSentenceTwiceApart_AndStayWhenFindingsGo", () => {
  const [first, second, third] = [finding("1.1.result", "error"), finding("1.1.result", "error"), finding("1.2.result", "error")];
  const before = keysOf([first!, second!, third!]);
  expect(new Set(before.values()).size).toBe(3);
  expect(keysOf([third!]).get(third!)).toBe(before.get(third!));
});
