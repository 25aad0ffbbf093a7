import { afterEach, expect, test, vi } from "vitest";
import { officeLook } from "../../addin/src/host/officeLook";

afterEach(() => void vi.unstubAllGlobals());

const office = (bodyBackgroundColor?: string) => vi.stubGlobal("Office", { context: { officeTheme: { bodyBackgroundColor } } });

test.each([
  ["#FFFFFF", "light"],
  ["#E6E6E6", "light"],
  ["#666666", "dark"],
  ["#262626", "dark"],
  ["000000", "dark"],
])("Ground%s_Is%s", (ground, look) => {
  office(ground);
  expect(officeLook()).toBe(look);
});

test("OfficeThatDoesNotSay_AndABrowser_LeaveItToTheComputer", () => {
  office();
  expect(officeLook()).toBeNull();
  vi.stubGlobal("Office", { context: undefined });
  expect(officeLook()).toBeNull();
  vi.unstubAllGlobals();
  expect(officeLook()).toBeNull();
});

test("OfficeThatThrowsWhenAsked_LeavesItToTheComputer", () => {
  vi.stubGlobal("Office", {
    context: {
      get officeTheme() {
        throw new SyntaxError("not JSON");
      },
    },
  });
  expect(officeLook()).toBeNull();
});
