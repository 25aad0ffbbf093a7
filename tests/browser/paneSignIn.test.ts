import { spawnSync } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, watchedPage, type WatchedPage } from "./browser";
import { iiib, shouldBeAccessible } from "./files";
import { officePage } from "./officehost/officeHost";
import { program, startService, type Service } from "./service";

const password = "một mật khẩu dài";
const people = { "an.nguyen": "editor", "binh.tran": "viewer", "cuong.le": "submitter" };
const sample = "phu-luc-iiib.right.xlsx";
const sets = { ExcelApi: "1.14", CompressedFile: "1.1", Settings: "1.1", DocumentEvents: "1.1", AddinCommands: "1.1", DialogApi: "1.2" };
const behaviour = (more: Readonly<Record<string, string>> = {}) => ({ behaviour: { sets: { ...sets, ...more } } });

let browser: Browser;
const data = mkdtempSync(join(tmpdir(), "learningcity-pane-"));

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  rmSync(data, { recursive: true });
});

const question = (page: Page) => page.getByRole("dialog", { name: "Đăng nhập" });

async function signIn(page: Page, name = "an.nguyen", typed = password) {
  await page.getByLabel("Tên tài khoản").fill(name);
  await page.getByLabel("Mật khẩu").fill(typed);
  await page.getByLabel("Mật khẩu").press("Enter");
}

const choose = (page: Page) => page.locator(".check input[type=file]").first().setInputFiles(iiib);
const checked = (page: Page) => page.getByText("Đã kiểm tra lúc").waitFor();

describe("Accounts", () => {
  let service: Service;

  beforeAll(async () => {
    const settings = { Access__Mode: "Accounts", Data__Folder: data };
    for (const [name, role] of Object.entries(people)) {
      const added = spawnSync("dotnet", [program, "accounts", "add", name, "--role", role], { env: { ...process.env, ...settings }, input: `${password}\n`, encoding: "utf8" });
      expect(added.stderr).toContain(name);
    }
    service = await startService(settings);
  });

  afterAll(() => service.stop());

  async function opened(allowed: readonly RegExp[] = [], address = "") {
    const watched = await watchedPage(browser, service.address, { viewport: { width: 320, height: 600 } }, allowed);
    await watched.page.goto(service.address + address);
    await question(watched.page).waitFor();
    return watched;
  }

  test("BrowserPage_AsksFirst_ThenSaysWhoItIs_AndKeepsTheTokenInThisTabAlone", async () => {
    const { page, faults } = await opened([/401/]);
    await shouldBeAccessible(page);
    await signIn(page, "an.nguyen", "sai");
    await page.getByText("tên hoặc mật khẩu không đúng").waitFor();
    expect(await page.getByLabel("Mật khẩu").inputValue()).toBe("");
    expect(await page.getByLabel("Mật khẩu").evaluate(field => field === document.activeElement)).toBe(true);
    await signIn(page);
    await page.getByText("an.nguyen · Người lập văn bản").waitFor();
    await choose(page);
    await checked(page);
    expect(await page.evaluate(() => [Object.keys(sessionStorage), JSON.stringify(localStorage).includes("eyJ"), document.cookie])).toEqual([["signin.session"], false, ""]);
    await shouldBeAccessible(page);
    await page.reload();
    await page.getByText("an.nguyen · Người lập văn bản").waitFor();
    expect(await question(page).isVisible()).toBe(false);
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByText("Chưa đăng nhập").waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(faults()).toEqual([]);
  });

  test("SessionThatEnds_IsRenewed_AndTheWorkGoesOnByItself", async () => {
    const { page, faults } = await opened([/401/]);
    await signIn(page);
    await page.getByText("an.nguyen · ").waitFor();
    let sent = 0;
    // Once: the service does not take the token any more.
    await page.route("**/api/check*", route => (++sent === 1 ? route.fulfill({ status: 401, contentType: "application/problem+json", headers: { "WWW-Authenticate": 'Bearer error="invalid_token"' }, body: "{}" }) : route.continue()));
    await choose(page);
    await question(page).waitFor();
    await signIn(page);
    await checked(page);
    expect(sent).toBe(2);
    expect(faults()).toEqual([]);
  });

  test("NotNow_TheServicesSentenceIsSaid_AndTheNextDeedAsksAgain", async () => {
    const { page, faults } = await opened([/401/]);
    await page.keyboard.press("Escape");
    expect(await question(page).isVisible()).toBe(false);
    await choose(page);
    await question(page).waitFor();
    await page.getByRole("button", { name: "Để sau" }).click();
    await page.getByText("Cần đăng nhập để dùng chức năng này.").waitFor();
    await page.getByRole("button", { name: "Thử lại" }).click();
    await signIn(page);
    await checked(page);
    expect(faults()).toEqual([]);
  });

  test.each([
    ["binh.tran", ["Kiểm tra", "Đánh giá", "Chèn mẫu", "Thể thức", "Nhiều tệp"]],
    ["an.nguyen", ["Kiểm tra", "Đánh giá", "Tạo văn bản", "Chèn mẫu", "Thể thức", "Nhiều tệp"]],
    ["cuong.le", ["Kiểm tra", "Đánh giá", "Tạo văn bản", "Nộp hồ sơ", "Chèn mẫu", "Thể thức", "Nhiều tệp"]],
  ])("%s_IsOfferedWhatTheRoleMayDo", async (name, tabs) => {
    const { page, faults } = await opened();
    await signIn(page, name);
    await page.getByText(`${name} · `).waitFor();
    expect(await page.getByRole("tab").evaluateAll(all => all.map(tab => tab.getAttribute("aria-label")))).toEqual(tabs);
    expect(faults()).toEqual([]);
  });

  test("AddressOfSubmitting_WithoutTheRole_SaysWhichOneIsNeeded", async () => {
    const { page, faults } = await opened([], "/#/nop-ho-so");
    await signIn(page);
    await page.getByText("Nộp hồ sơ cần vai trò Người nộp hồ sơ; vai trò hiện tại: Người lập văn bản.").waitFor();
    expect(faults()).toEqual([]);
  });

  /** Office's side of the dialog: a window, or a refusal. */
  async function withDialogs(watched: WatchedPage, refusal: number | null) {
    await watched.page.addInitScript((code: number | null) => {
      const dialogs = (address: string, _options: unknown, callback: (result: unknown) => void) => {
        if (code !== null && code !== 12006) return callback({ status: "failed", error: { code } });
        const handlers = new Map<string, (told: unknown) => void>();
        const opened = code === null ? window.open(address) : null;
        window.addEventListener("message", ({ data, origin }) => handlers.get("dialogMessageReceived")?.({ message: data, origin }));
        if (code === 12006) setTimeout(() => handlers.get("dialogEventReceived")?.({ error: code }), 0);
        callback({ status: "succeeded", value: { close: () => opened?.close(), addEventHandler: (type: string, handler: (told: unknown) => void) => handlers.set(type, handler) } });
      };
      // office.js defines its own once and for all: ours is put in its place at that moment.
      const define = Object.defineProperty.bind(Object);
      Object.defineProperty = <T>(target: T, key: PropertyKey, descriptor: PropertyDescriptor & ThisType<unknown>) => define(target, key, key === "displayDialogAsync" ? { ...descriptor, value: dialogs } : descriptor);
    }, refusal);
    await watched.page.goto(`${service.address}/taskpane.html`);
    await question(watched.page).waitFor();
  }

  test("Excel_TheServicesPageInADialog_SignsIn", async () => {
    const watched = await officePage(browser, service.address, { host: "Excel", file: sample, ...behaviour() });
    await withDialogs(watched, null);
    const popup = watched.page.waitForEvent("popup");
    await watched.page.getByRole("button", { name: "Đăng nhập trong cửa sổ riêng" }).click();
    const page = await popup;
    expect(new URL(page.url()).pathname).toBe("/auth/dialog");
    await signIn(page);
    await watched.page.getByText("an.nguyen · Người lập văn bản").waitFor();
    await watched.page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await checked(watched.page);
    expect(watched.faults()).toEqual([]);
  });

  test("Excel_DialogRefused_TheFormStandsInThePane", async () => {
    const watched = await officePage(browser, service.address, { host: "Excel", file: sample, ...behaviour() });
    await withDialogs(watched, 12009);
    await watched.page.getByRole("button", { name: "Đăng nhập trong cửa sổ riêng" }).click();
    await watched.page.getByText("Không mở được cửa sổ đăng nhập.").waitFor();
    await signIn(watched.page);
    await watched.page.getByText("an.nguyen · ").waitFor();
    expect(watched.faults()).toEqual([]);
  });

  test("Excel_DialogClosed_IsSaid", async () => {
    const watched = await officePage(browser, service.address, { host: "Excel", file: sample, ...behaviour() });
    await withDialogs(watched, 12006);
    await watched.page.getByRole("button", { name: "Đăng nhập trong cửa sổ riêng" }).click();
    await watched.page.getByText("đã đóng trước khi đăng nhập xong").waitFor();
    expect(watched.faults()).toEqual([]);
  });
});

describe("Entra", () => {
  const tenant = "11111111-1111-4111-8111-111111111111";
  const client = "33333333-3333-4333-8333-333333333333";
  const user = "44444444-4444-4444-8444-444444444444";
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let service: Service;

  beforeAll(async () => {
    const keys = join(data, "jwks.json");
    writeFileSync(keys, JSON.stringify({ keys: [{ ...publicKey.export({ format: "jwk" }), use: "sig", kid: "k1" }] }));
    service = await startService({ Access__Mode: "Entra", Access__Entra__Tenants__0: tenant, Access__Entra__ClientId: client, Access__Entra__KeysFile: keys, Data__Folder: join(data, "entra") });
  });

  afterAll(() => service.stop());

  function token(claims: Readonly<Record<string, unknown>> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const head = part({ alg: "RS256", typ: "JWT", kid: "k1" });
    const body = part({ iss: `https://login.microsoftonline.com/${tenant}/v2.0`, aud: client, tid: tenant, oid: user, sub: user, azp: client, scp: "access_as_user", name: "Nguyễn Thị Hòa", roles: ["Submitter"], nbf: now - 60, iat: now - 60, exp: now + 3600, ...claims });
    return `${head}.${body}.${createSign("RSA-SHA256").update(`${head}.${body}`).sign(privateKey, "base64url")}`;
  }

  interface Bridge {
    /** What the host answers silently, and when the user is asked: a token, or a status of the bridge. */
    readonly silent: string;
    readonly asked?: string;
    /** Office's older call: a token, or its code. */
    readonly legacy?: string | number;
  }

  /** A pane in an Excel that can ask for tokens in our name. */
  async function excel(bridge: Bridge, more: Readonly<Record<string, string>> = {}) {
    const watched = await officePage(browser, service.address, { host: "Excel", file: sample, ...behaviour({ NestedAppAuth: "1.1", ...more }) });
    await watched.page.addInitScript(
      ({ bridge, client, tenant, user, id }) => {
        const listeners = new Set<(event: { data: string }) => void>();
        const log: string[] = [];
        const account = { homeAccountId: `${user}.${tenant}`, environment: "login.microsoftonline.com", tenantId: tenant, username: "hoa@phuong.vn", localAccountId: user };
        const answer = (request: { method: string; requestId: string; tokenParams?: { scope?: string; claims?: string } }) => {
          if (request.method === "GetInitContext") return { success: true, initContext: { sdkName: "test", sdkVersion: "1", capabilities: {}, accountContext: { homeAccountId: account.homeAccountId, environment: account.environment, tenantId: tenant } } };
          log.push(`${request.method} ${request.tokenParams?.scope ?? ""}`);
          const said = request.method === "GetToken" ? bridge.silent : (bridge.asked ?? "USER_CANCEL");
          if (/^[A-Z_]+$/.test(said)) return { success: false, error: { status: said, code: said, description: said } };
          return { success: true, token: { access_token: said, id_token: id, expires_in: 3600, scope: `api://${client}/access_as_user` }, account };
        };
        Object.assign(window, {
          bridgeLog: log,
          nestedAppAuthBridge: {
            addEventListener: (_: string, listener: (event: { data: string }) => void) => listeners.add(listener),
            removeEventListener: (_: string, listener: (event: { data: string }) => void) => listeners.delete(listener),
            postMessage: (message: string) => {
              const request = JSON.parse(message) as { method: string; requestId: string };
              const data = JSON.stringify({ messageType: "NestedAppAuthResponse", requestId: request.requestId, ...answer(request) });
              setTimeout(() => listeners.forEach(listener => listener({ data })), 0);
            },
          },
        });
        const wait = setInterval(() => {
          const office = (window as { Office?: typeof Office }).Office;
          if (!office?.auth || !office.context?.requirements) return;
          clearInterval(wait);
          Object.assign(office.auth, {
            getAuthContext: () => Promise.resolve({ userPrincipalName: "hoa@phuong.vn" }),
            getAccessToken: () => (log.push("getAccessToken"), typeof bridge.legacy === "string" ? Promise.resolve(bridge.legacy) : Promise.reject(Object.assign(new Error("x"), { code: bridge.legacy ?? 13012 }))),
          });
        }, 1);
      },
      { bridge, client, tenant, user, id: token({ aud: client, preferred_username: "hoa@phuong.vn" }) },
    );
    await watched.page.goto(`${service.address}/taskpane.html`);
    return { ...watched, log: () => watched.page.evaluate(() => (window as unknown as { bridgeLog: string[] }).bridgeLog) };
  }

  test("NestedAppAuthentication_SignsInSilently_AndTheServiceTakesTheToken", async () => {
    const { page, faults, log } = await excel({ silent: token() });
    await page.getByText("Nguyễn Thị Hòa · Người nộp hồ sơ").waitFor();
    await page.getByRole("button", { name: "Kiểm tra", exact: true }).click();
    await checked(page);
    expect((await log()).every(asked => asked.startsWith("GetToken ") && asked.includes(`api://${client}/access_as_user`))).toBe(true);
    expect(await page.evaluate(() => JSON.stringify(localStorage).includes("eyJ"))).toBe(false);
    expect(faults()).toEqual([]);
  });

  test("NestedAppAuthentication_ThatNeedsThePerson_AsksByAButton", async () => {
    const { page, faults, log } = await excel({ silent: "USER_INTERACTION_REQUIRED", asked: token() });
    await page.getByRole("button", { name: "Đăng nhập bằng tài khoản cơ quan" }).click();
    await page.getByText("Nguyễn Thị Hòa · ").waitFor();
    expect((await log()).at(-1)).toContain("GetTokenPopup");
    expect(faults()).toEqual([]);
  });

  test("NestedAppAuthentication_Cancelled_IsSaidAndNoOtherWindowComes", async () => {
    const { page, faults, log } = await excel({ silent: "USER_INTERACTION_REQUIRED", asked: "USER_CANCEL" }, { IdentityAPI: "1.3" });
    await page.getByRole("button", { name: "Đăng nhập bằng tài khoản cơ quan" }).click();
    await page.getByText("đã đóng trước khi đăng nhập xong").waitFor();
    expect((await log()).at(-1)).toContain("GetTokenPopup");
    expect(faults()).toEqual([]);
  });

  test("NestedAppAuthenticationClosed_TheOlderCallSignsIn", async () => {
    const { page, faults, log } = await excel({ silent: "DISABLED", legacy: token({ azp: client }) }, { IdentityAPI: "1.3" });
    await page.getByText("Nguyễn Thị Hòa · ").waitFor();
    expect((await log()).at(-1)).toBe("getAccessToken");
    expect(faults()).toEqual([]);
  });

  test("EveryWayClosed_SaysWhatToAskTheItClerk", async () => {
    const { page, faults } = await excel({ silent: "DISABLED", asked: "DISABLED", legacy: 13012 }, { IdentityAPI: "1.3" });
    await page.getByRole("button", { name: "Đăng nhập bằng tài khoản cơ quan" }).click();
    await page.getByText(/admin consent/).waitFor();
    expect(await page.getByRole("alert").filter({ hasText: "13012" }).count()).toBe(1);
    await shouldBeAccessible(page);
    expect(faults()).toEqual([]);
  });

  test("PersonWithoutARole_HearsItFromTheService", async () => {
    const { page, faults } = await excel({ silent: token({ roles: [] }) }).then(pane => ({ ...pane, faults: () => pane.faults().filter(fault => !fault.includes("403")) }));
    await page.getByText(/cần vai trò/).waitFor();
    expect(faults()).toEqual([]);
  });

  test("BrowserPage_GoesToEntraAndComesBackSignedIn", async () => {
    const entra = "https://login.microsoftonline.com";
    const { page, faults } = await watchedPage(browser, service.address, { viewport: { width: 320, height: 600 } });
    let nonce = "";
    await page.route(`${entra}/**`, async route => {
      const url = new URL(route.request().url());
      const headers = { "Access-Control-Allow-Origin": "*" };
      if (url.pathname.endsWith("/authorize")) {
        nonce = url.searchParams.get("nonce")!;
        const back = `${url.searchParams.get("redirect_uri")}#code=c&state=${encodeURIComponent(url.searchParams.get("state")!)}&client_info=${Buffer.from(JSON.stringify({ uid: user, utid: tenant })).toString("base64url")}`;
        return route.fulfill({ contentType: "text/html", body: `<script>location.replace(${JSON.stringify(back)})</script>` });
      }
      if (url.pathname.endsWith("/token")) {
        return route.fulfill({
          headers,
          json: { token_type: "Bearer", scope: `api://${client}/access_as_user`, expires_in: 3600, access_token: token(), refresh_token: "r", id_token: token({ nonce }), client_info: Buffer.from(JSON.stringify({ uid: user, utid: tenant })).toString("base64url") },
        });
      }
      return route.fulfill({ headers, json: { authorization_endpoint: `${entra}/${tenant}/oauth2/v2.0/authorize`, token_endpoint: `${entra}/${tenant}/oauth2/v2.0/token`, issuer: `${entra}/${tenant}/v2.0`, jwks_uri: `${entra}/keys`, "api-version": "1.1", metadata: [] } });
    });
    await page.goto(service.address);
    await page.getByRole("button", { name: "Đăng nhập bằng tài khoản cơ quan" }).click();
    await page.getByText("Nguyễn Thị Hòa · Người nộp hồ sơ").waitFor();
    expect(faults().filter(fault => !fault.startsWith(`foreign request: ${entra}/${tenant}/`))).toEqual([]);
  });
});

test("Local_AsksNobody_AndMicrosoftsLibraryStaysAway", async () => {
  const service = await startService({ Data__Folder: join(data, "local") });
  const { page, faults } = await watchedPage(browser, service.address);
  const scripts: string[] = [];
  page.on("request", request => void scripts.push(request.url()));
  await page.goto(service.address);
  await choose(page);
  await checked(page);
  expect(await page.getByText("Đăng nhập").count()).toBe(0);
  expect(scripts.filter(script => /entra/i.test(script))).toEqual([]);
  expect(faults()).toEqual([]);
  await service.stop();
});
