import { expect, test } from "vitest";
import { en } from "../../addin/src/language/en";
import { vi } from "../../addin/src/language/vi";
import { chapters, concludes, filling, hasEnded, outcomeCounts, percent } from "../../addin/src/state/outcomes";
import { summaryOf, verdictWord } from "../../addin/src/state/summary";
import { finding, node, reportOf } from "./reports";

const standard = node("1.1", "standard", {
  outcome: "recorded",
  because: "1 đạt; 1 không đạt; 1 chưa ghi",
  children: [
    node("1.1.1", "criterion", {
      outcome: "recorded",
      because: "1 đạt; 1 không đạt; 1 chưa ghi",
      children: [node("1.1.1-1", "indicator"), node("1.1.1-2", "indicator", { outcome: "notMet", because: "94% < 95%", distance: "còn thiếu 1 điểm phần trăm" }), node("1.1.1-3", "indicator", { outcome: "missing" })],
    }),
  ],
});
const nodes = [node("1", "part", { outcome: "recorded", because: "2 chỗ", children: [standard] })];

test("Filling_CountsIndicatorsThatHoldSomething_WhateverItsWorth", () => {
  expect(filling(nodes)).toEqual({ filled: 2, total: 3 });
});

test("Percent_IsAHundredOnlyWhenNothingIsMissing", () => {
  expect(percent({ filled: 999, total: 1000 })).toBe(99);
  expect(percent({ filled: 1000, total: 1000 })).toBe(100);
  expect(percent({ filled: 0, total: 0 })).toBe(0);
});

test("Chapters_AreTheStandards_AndTheCriteriaWhereThereAreNone", () => {
  expect(chapters(nodes).map(row => row.code)).toEqual(["1.1"]);
  expect(chapters([node("1", "criterion"), node("2", "criterion")]).map(row => row.code)).toEqual(["1", "2"]);
});

test("OutcomeCounts_CountIndicators_NotWhatStandsAbove", () => {
  expect(outcomeCounts(standard)).toEqual({ met: 1, notMet: 1, recorded: 0, needsReview: 0, invalid: 0, missing: 1, notApplicable: 0 });
});

test("FormWithoutARule_ConcludesOnIndicatorsAlone", () => {
  const indicator = node("1.1.1-1", "indicator");
  expect(concludes(reportOf({ verdict: "none" }), standard)).toBe(false);
  expect(concludes(reportOf({ verdict: "none" }), indicator)).toBe(true);
  expect(concludes(reportOf({ verdict: "incomplete" }), standard)).toBe(true);
});

test("Form_HasEndedTheDayAfterItsLast", () => {
  const form = { ...reportOf().form, validTo: "2025-06-30" };
  expect(hasEnded(form, "2025-06-30")).toBe(false);
  expect(hasEnded(form, "2025-07-01")).toBe(true);
  expect(hasEnded({ ...form, validTo: null }, "2030-01-01")).toBe(false);
});

test("SummaryOfAFormWithoutARule_SaysNoOutcomeAboveTheIndicators", () => {
  expect(summaryOf(reportOf({ nodes, verdict: "none" }), vi, "bieu.xlsx", "09:00, 08/04/2025").split("\n")).toEqual([
    "Biểu",
    "bieu.xlsx. Kiểm tra lúc 09:00, 08/04/2025.",
    "Tóm tắt.",
    "",
    "1. Hàng 1: 2 chỗ.",
    "  1.1. Hàng 1.1: 1 đạt; 1 không đạt; 1 chưa ghi.",
    "    1.1.1. Hàng 1.1.1: 1 đạt; 1 không đạt; 1 chưa ghi.",
    "      1.1.1-2. Hàng 1.1.1-2: Không đạt; 94% < 95%; còn thiếu 1 điểm phần trăm.",
    "      1.1.1-3. Hàng 1.1.1-3: Chưa ghi.",
  ]);
});

test("SummaryOfAFormWithARule_BeginsWithTheVerdict", () => {
  const summary = summaryOf(reportOf({ nodes: [node("1", "criterion", { outcome: "notMet" })], verdict: "notMet" }), vi, "bieu.xlsx", "09:00");
  expect(summary).toContain("Kết luận chung: Không đạt.");
  expect(summary).toContain("1. Hàng 1: Không đạt.");
});

test("Verdict_IsNeverSaidWithoutItsContradictions", () => {
  const met = reportOf({ verdict: "met", findings: [finding("4.1.summary", "warning")], contradictions: [0] });
  expect(verdictWord(vi, met)).toBe("Đạt theo tự đánh giá, còn 1 chỗ mâu thuẫn với số liệu");
  expect(summaryOf(met, vi, "a.xlsx", "10:00")).toContain("Kết luận chung: Đạt theo tự đánh giá, còn 1 chỗ mâu thuẫn với số liệu.");
  expect(verdictWord(vi, reportOf({ verdict: "incomplete", contradictions: [0, 1] }))).toBe("Chưa đủ căn cứ kết luận, còn 2 chỗ mâu thuẫn với số liệu");
  expect(verdictWord(vi, reportOf({ verdict: "met" }))).toBe("Đạt");
});

test("English_HasEverySentenceOfVietnamese", () => {
  expect(shape(en)).toEqual(shape(vi));
});

function shape(table: object, at = ""): string[] {
  return Object.entries(table).flatMap(([key, value]) => (value !== null && typeof value === "object" ? shape(value as object, `${at}${key}.`) : [`${at}${key}: ${typeof value}`]));
}
