import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { draftOf, forgetAgency, keepDraft, knownAgencies, rememberAgency } from "../../addin/src/state/agencies";
import type { Field } from "../../addin/src/state/details";

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
});

afterEach(() => vi.unstubAllGlobals());

const fields: readonly Field[] = (["agency:text", "place:text", "number:number", "date:date", "year:year"] as const).map(each => {
  const [name, type] = each.split(":") as [string, Field["type"]];
  return { name, label: name, type, required: false, example: "" };
});

test("Agency_Remembered_ComesFirstWithoutNumberAndDate", () => {
  rememberAgency(fields, { agency: "UBND A", place: "A", number: "15", date: "08/04/2025", year: "2024" });
  rememberAgency(fields, { agency: " UBND B " });
  expect(knownAgencies().map(agency => agency.name)).toEqual(["UBND B", "UBND A"]);
  expect(knownAgencies()[1]!.typed).toEqual({ agency: "UBND A", place: "A", year: "2024" });
});

test("Agency_RememberedAgain_KeepsWhatThisPaperDidNotAskFor", () => {
  rememberAgency(fields, { agency: "UBND A", place: "A", year: "2023" });
  rememberAgency(fields.filter(field => field.name !== "place"), { agency: "UBND A", year: "2024" });
  expect(knownAgencies()).toEqual([{ name: "UBND A", typed: { agency: "UBND A", place: "A", year: "2024" } }]);
});

test("Agency_WithoutAName_IsNotRemembered", () => {
  rememberAgency(fields, { agency: "  ", place: "A" });
  expect(knownAgencies()).toEqual([]);
});

test("Agency_Forgotten_LeavesTheOthers", () => {
  rememberAgency(fields, { agency: "UBND A" });
  rememberAgency(fields, { agency: "UBND B" });
  forgetAgency("UBND B");
  expect(knownAgencies().map(agency => agency.name)).toEqual(["UBND A"]);
});

test("Agencies_TwentyAtMost_TheOldestGo", () => {
  for (let number = 1; number <= 21; number++) rememberAgency(fields, { agency: `UBND ${number}` });
  const names = knownAgencies().map(agency => agency.name);
  expect(names.length).toBe(20);
  expect(names[0]).toBe("UBND 21");
  expect(names).not.toContain("UBND 1");
});

test("Draft_Kept_IsThereAfterAReload", () => {
  const draft = { chosen: ["to-trinh"], asDraft: true, withPdf: true, typed: { agency: "UBND A" } };
  keepDraft("phu-luc-iiib", draft);
  expect(draftOf("phu-luc-iiib")).toEqual(draft);
  expect(draftOf("unesco-ba-dinh")).toEqual({ chosen: [], asDraft: false, withPdf: false, typed: {} });
});

test.each(["null", "[]", "{", '"x"', '{"chosen":"x","typed":{"a":1}}'])("Memory_HoldsStrange %s: NothingIsRemembered", strange => {
  kept.set("papers.agencies", strange);
  kept.set("papers.draft.f", strange);
  expect(knownAgencies()).toEqual([]);
  expect(draftOf("f")).toEqual({ chosen: [], asDraft: false, withPdf: false, typed: {} });
});

test("Memory_Forbidden_NothingBreaks", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("no", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("no", "SecurityError");
    },
  });
  keepDraft("f", { chosen: [], asDraft: false, withPdf: false, typed: {} });
  expect(draftOf("f").typed).toEqual({});
});
