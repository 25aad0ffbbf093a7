import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, watchedPage } from "./browser";
import { program, startService, type Service } from "./service";

const password = "một mật khẩu dài";
const data = mkdtempSync(join(tmpdir(), "learningcity-sign-in-"));
const settings = { Access__Mode: "Accounts", Data__Folder: data };
let service: Service;
let browser: Browser;

beforeAll(async () => {
  const added = spawnSync("dotnet", [program, "accounts", "add", "an.nguyen", "--role", "editor"], { env: { ...process.env, ...settings }, input: `${password}\n`, encoding: "utf8" });
  expect(added.stderr).toContain("an.nguyen");
  [service, browser] = await Promise.all([startService(settings), launch()]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
  rmSync(data, { recursive: true });
});

async function type(dialog: Page, typed: string) {
  await dialog.getByLabel("Tên tài khoản").fill("an.nguyen");
  await dialog.getByLabel("Mật khẩu").fill(typed);
  await dialog.getByLabel("Mật khẩu").press("Enter");
}

test("Dialog_RightPassword_HandsAUsableTokenToWhoOpenedIt", async () => {
  const { page, faults } = await watchedPage(browser, service.address);
  await page.goto(`${service.address}/auth/dialog`); // any page of ours may open it
  const popup = page.waitForEvent("popup");
  const told = page.evaluate(() => new Promise<readonly [string, string]>(resolve => {
    window.addEventListener("message", event => resolve([event.origin, String(event.data)]));
    window.open("/auth/dialog");
  }));
  await type(await popup, password);
  const [origin, message] = await told;
  expect(origin).toBe(service.address);
  const session = JSON.parse(message) as { token: string; role: string };
  expect(session.role).toBe("editor");
  const kinds = await fetch(`${service.address}/api/documents`, { headers: { Authorization: `Bearer ${session.token}` } });
  expect(kinds.status).toBe(200);
  expect(faults()).toEqual([]);
});

test("Dialog_WrongPassword_IsSaidAndThePasswordIsEmptied", async () => {
  const { page, faults } = await watchedPage(browser, service.address, {}, [/401/]);
  await page.goto(`${service.address}/auth/dialog`);
  await type(page, "sai");
  await page.getByText("tên hoặc mật khẩu không đúng").waitFor();
  expect(await page.getByLabel("Mật khẩu").inputValue()).toBe("");
  expect(faults()).toEqual([]);
});

test("Dialog_OpenedByNobody_SaysSoAndKeepsNothing", async () => {
  const { page, faults } = await watchedPage(browser, service.address);
  await page.goto(`${service.address}/auth/dialog`);
  await type(page, password);
  await page.getByText("phải được mở từ ngăn").waitFor();
  expect(await page.evaluate(() => [document.cookie, sessionStorage.length, localStorage.length])).toEqual(["", 0, 0]);
  expect(faults()).toEqual([]);
});
