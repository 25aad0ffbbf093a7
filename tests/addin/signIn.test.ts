import { expect, test } from "vitest";
import { DialogTrouble, OfficeTokenTrouble, type Identity } from "../../addin/src/host/identity";
import { ServiceProblem, type Access, type Me, type Session } from "../../addin/src/service/client";
import type { Entra } from "../../addin/src/signin/entra";
import type { Ground } from "../../addin/src/signin/question";
import { SignIn } from "../../addin/src/signin/SignIn";
import { NoToken, type Ask } from "../../addin/src/signin/ways";

const entraAccess: Access = { mode: "entra", entra: { clientId: "c", authority: "https://login.microsoftonline.com/t", scope: "api://c/access_as_user" }, dialog: null };
const accountsAccess: Access = { mode: "accounts", entra: null, dialog: "/auth/dialog" };
const localAccess: Access = { mode: "local", entra: null, dialog: null };
const never = new AbortController().signal;
const later = "2100-01-01T00:00:00Z";
const sessionOf = (token: string): Session => ({ token, expires: later, name: "an", role: "editor" });
const refused = (status: number, code = "access.tokenRefused") => new ServiceProblem(code, `Câu của dịch vụ ${status}`, status);

type Answer = string | Error;

interface World {
  readonly ground: Ground;
  readonly log: string[];
  kept: Session | null;
}

/** The sign-in's surroundings, each telling that it was asked. An answer is a token, or why there is none. */
function world(access: Access | Error, parts: { nested?: Answer[]; legacy?: Answer[]; dialog?: Answer[]; page?: Answer[]; session?: Answer[]; me?: (token: string | null) => Me | Error; office?: boolean; kept?: Session } = {}): World {
  const log: string[] = [];
  const turn = <T>(name: string, answers: Answer[] | undefined, made: (token: string) => T): Promise<T> => {
    log.push(name);
    const answer = answers?.shift() ?? new Error(`${name} is not expected`);
    return typeof answer === "string" ? Promise.resolve(made(answer)) : Promise.reject(answer);
  };
  const told = ({ interactive, claims, fresh }: Partial<Ask>) => `${interactive ? " asks" : ""}${claims ? ` ${claims}` : ""}${fresh ? " fresh" : ""}`;
  const grant = (token: string) => ({ token, expires: Date.parse(later) });
  const identity: Identity = {
    nested: parts.nested !== undefined,
    legacy: parts.legacy !== undefined,
    loginHint: () => Promise.resolve("an@phuong.vn"),
    legacyToken: ask => turn(`legacy${told(ask)}`, parts.legacy, token => token),
    dialog: () => turn("dialog", parts.dialog, token => JSON.stringify(sessionOf(token))),
  };
  const entra: Entra = {
    nested: (ask, hint) => turn(`nested ${hint}${told(ask)}`, parts.nested, grant),
    page: ask => turn(`page${told(ask)}`, parts.page, grant),
    forget: () => Promise.resolve(void log.push("forget")),
  };
  const self: World = {
    log,
    kept: parts.kept ?? null,
    ground: {
      service: {
        access: () => (access instanceof Error ? Promise.reject(access) : Promise.resolve(access)),
        me: token => {
          const me = parts.me?.(token) ?? { name: "an", role: "editor", mode: "accounts" };
          return me instanceof Error ? Promise.reject(me) : Promise.resolve(me);
        },
        session: (name, password) => turn(`session ${name} ${password}`, parts.session, sessionOf),
      },
      identity: () => (parts.office === false ? null : identity),
      entra: () => Promise.resolve(entra),
      kept: { read: () => self.kept, write: session => void (self.kept = session), forget: () => void (self.kept = null) },
      language: () => "vi",
      now: () => 0,
    },
  };
  return self;
}

/** Until everything that waits for nobody has run. */
const settled = () => new Promise(resolve => setTimeout(resolve, 0));

test("Local_NobodyIsAskedAndNoTokenIsSent", async () => {
  const { ground, log } = world(localAccess, { me: () => ({ name: "máy này", role: "admin", mode: "local" }) });
  const signIn = new SignIn(ground);
  await signIn.begin();
  expect(await signIn.token(never)).toBeNull();
  expect(signIn.snapshot()).toMatchObject({ mode: "local", person: { role: "admin" }, question: null });
  expect(log).toEqual([]);
});

test("ServiceAway_NobodyIsAsked", async () => {
  const signIn = new SignIn(world(new ServiceProblem("unreachable", "", 0)).ground);
  await signIn.begin();
  expect(await signIn.token(never)).toBeNull();
  expect(signIn.snapshot().question).toBeNull();
});

test("EntraInOffice_NestedComesFirstAndSilently", async () => {
  const { ground, log } = world(entraAccess, { nested: ["t1"], legacy: [] });
  const signIn = new SignIn(ground);
  expect(await Promise.all([signIn.token(never), signIn.token(never)])).toEqual(["t1", "t1"]);
  expect(log).toEqual(["nested an@phuong.vn"]);
  expect(signIn.snapshot().person?.name).toBe("an");
});

test("EntraInOffice_ClosedNestedFallsToTheLegacyCall", async () => {
  const { ground, log } = world(entraAccess, { nested: [new NoToken("closed", "disabled")], legacy: ["t2"] });
  expect(await new SignIn(ground).token(never)).toBe("t2");
  expect(log).toEqual(["nested an@phuong.vn", "legacy"]);
});

test("EntraInOffice_EveryWayClosed_IsSaidWithTheirCodes", async () => {
  const closed = () => [new NoToken("closed", "disabled"), new NoToken("closed", "disabled")];
  const { ground, log } = world(entraAccess, { nested: closed(), legacy: [new OfficeTokenTrouble(13003), new OfficeTokenTrouble(13012)] });
  const signIn = new SignIn(ground);
  const token = signIn.token(never);
  await settled();
  expect(signIn.snapshot().question).toEqual({ by: "button", working: false, outcome: null });
  await signIn.press();
  expect(log).toEqual(["nested an@phuong.vn", "legacy", "nested an@phuong.vn asks", "legacy asks"]);
  expect(signIn.snapshot().question?.outcome).toEqual({ kind: "noWay", detail: "disabled, 13012" });
  signIn.later();
  expect(await token).toBeNull();
  expect(signIn.snapshot().question).toBeNull();
});

test("EntraInOffice_TheServicesDialogIsTheLastWay", async () => {
  const { ground, log } = world({ ...entraAccess, dialog: "/auth/dialog" }, { legacy: [new OfficeTokenTrouble(13001), new OfficeTokenTrouble(13001)], dialog: ["t3"] });
  const signIn = new SignIn(ground);
  const token = signIn.token(never);
  await settled();
  await signIn.press();
  expect(await token).toBe("t3");
  expect(log).toEqual(["legacy", "legacy asks", "dialog"]);
});

test("UserWhoDeclines_IsNotAskedByTheNextWindow", async () => {
  const { ground, log } = world(entraAccess, { nested: [new NoToken("needsPerson"), new NoToken("declined")], legacy: [new OfficeTokenTrouble(13001)] });
  const signIn = new SignIn(ground);
  void signIn.token(never);
  await settled();
  await signIn.press();
  expect(signIn.snapshot().question?.outcome).toEqual({ kind: "declined" });
  expect(log).toEqual(["nested an@phuong.vn", "legacy", "nested an@phuong.vn asks"]);
});

test("SilentAttempt_IsMadeOnceUntilSomebodySignsIn", async () => {
  const { ground, log } = world(entraAccess, { nested: [new NoToken("needsPerson")] });
  const signIn = new SignIn(ground);
  void signIn.token(never);
  await settled();
  signIn.later();
  void signIn.token(never);
  await settled();
  expect(log).toEqual(["nested an@phuong.vn"]);
  expect(signIn.snapshot().question).not.toBeNull();
});

test("EntraAccountWithoutARole_HearsTheServicesSentence", async () => {
  const { ground } = world(entraAccess, { nested: ["t1"], me: () => refused(403, "access.roleNeeded") });
  const signIn = new SignIn(ground);
  void signIn.token(never);
  await settled();
  expect(signIn.snapshot().question?.outcome).toEqual({ kind: "refused", detail: "Câu của dịch vụ 403" });
});

test("EntraInABrowser_GoesByThePage", async () => {
  const { ground, log } = world(entraAccess, { page: ["t1"], office: false });
  expect(await new SignIn(ground).token(never)).toBe("t1");
  expect(log).toEqual(["page"]);
});

test("AccountsInOffice_TheDialogOnlyWhenTheButtonIsPressed_AndTheSessionIsKept", async () => {
  const self = world(accountsAccess, { dialog: ["t1"] });
  const signIn = new SignIn(self.ground);
  const token = signIn.token(never);
  await settled();
  expect(self.log).toEqual([]);
  await signIn.press();
  expect(await token).toBe("t1");
  expect(self.kept?.token).toBe("t1");
});

test.each([[12009], [12007], [12004]])("AccountsInOffice_DialogRefusedBy%i_GoesToTheForm", async code => {
  const signIn = new SignIn(world(accountsAccess, { dialog: [new DialogTrouble(code)], session: ["t1"] }).ground);
  const token = signIn.token(never);
  await settled();
  await signIn.press();
  expect(signIn.snapshot().question).toEqual({ by: "form", working: false, outcome: { kind: "popupRefused" } });
  await signIn.signIn("an", "mật khẩu");
  expect(await token).toBe("t1");
});

test("AccountsInOffice_DialogClosed_IsSaid", async () => {
  const signIn = new SignIn(world(accountsAccess, { dialog: [new DialogTrouble(12006)] }).ground);
  void signIn.token(never);
  await settled();
  await signIn.press();
  expect(signIn.snapshot().question).toEqual({ by: "button", working: false, outcome: { kind: "declined" } });
});

test("AccountsInABrowser_AskForNameAndPassword_UntilTheyAreRight", async () => {
  const signIn = new SignIn(world(accountsAccess, { session: [refused(401), "t1"], office: false }).ground);
  const token = signIn.token(never);
  await settled();
  expect(signIn.snapshot().question?.by).toBe("form");
  await signIn.signIn("an", "sai");
  expect(signIn.snapshot().question?.outcome).toEqual({ kind: "refused", detail: "Câu của dịch vụ 401" });
  await signIn.signIn("an", "đúng");
  expect(await token).toBe("t1");
});

test("KeptSession_IsUsed_AndForgottenWhenTheServiceRefusesIt", async () => {
  const held = world(accountsAccess, { kept: sessionOf("cũ") });
  expect(await new SignIn(held.ground).token(never)).toBe("cũ");
  const ended = world(accountsAccess, { kept: sessionOf("cũ"), me: () => refused(401) });
  const signIn = new SignIn(ended.ground);
  void signIn.token(never);
  await settled();
  expect(ended.kept).toBeNull();
  expect(signIn.snapshot().question).not.toBeNull();
});

test("KeptSession_SurvivesAServiceThatIsAway", async () => {
  const self = world(accountsAccess, { kept: sessionOf("cũ"), me: () => new ServiceProblem("unreachable", "", 0) });
  const signIn = new SignIn(self.ground);
  await expect(signIn.token(never)).rejects.toMatchObject({ code: "unreachable" });
  expect(self.kept?.token).toBe("cũ");
  expect(signIn.snapshot().question).toBeNull();
});

test("RefusedToken_IsRenewedOnceForAllWhoHeldIt", async () => {
  const { ground, log } = world(entraAccess, { nested: ["t1", "t2"] });
  const signIn = new SignIn(ground);
  await signIn.token(never);
  expect(await signIn.renewed("t1", null, never)).toBe("t2");
  expect(await signIn.renewed("t1", null, never)).toBe("t2");
  expect(log).toEqual(["nested an@phuong.vn", "nested an@phuong.vn fresh"]);
});

test("ClaimsChallenge_IsPassedToTheSignIn", async () => {
  const { ground, log } = world(entraAccess, { nested: ["t1", "t2"] });
  const signIn = new SignIn(ground);
  await signIn.token(never);
  expect(await signIn.challenged('{"access_token":{}}')).toBe(true);
  expect(await signIn.token(never)).toBe("t2");
  expect(log.at(-1)).toBe('nested an@phuong.vn asks {"access_token":{}} fresh');
});

test("ClaimsChallenge_Declined_IsNotMet", async () => {
  const { ground } = world(entraAccess, { nested: ["t1", new NoToken("declined")] });
  const signIn = new SignIn(ground);
  await signIn.token(never);
  const met = signIn.challenged("{}");
  await settled();
  signIn.later();
  expect(await met).toBe(false);
});

test("RequestGivenUp_WaitsForNobody_AndTheQuestionStays", async () => {
  const signIn = new SignIn(world(accountsAccess, { office: false }).ground);
  const given = new AbortController();
  const token = signIn.token(given.signal);
  await settled();
  given.abort();
  await expect(token).rejects.toMatchObject({ name: "AbortError" });
  expect(signIn.snapshot().question).not.toBeNull();
});

test("SignedOut_NothingIsKeptAndTheNextRequestAsks", async () => {
  const self = world(entraAccess, { nested: ["t1"] });
  const signIn = new SignIn(self.ground);
  await signIn.token(never);
  await signIn.signOut();
  expect(signIn.snapshot().person).toBeNull();
  void signIn.token(never);
  await settled();
  expect(self.log).toEqual(["nested an@phuong.vn", "forget"]);
  expect(signIn.snapshot().question).not.toBeNull();
});
