import { ServiceProblem, type Access, type Me, type TokenSource } from "../service/client";
import type { Entra } from "./entra";
import { dialog, entraWays, grantOf } from "./officeWays";
import { outcomeOf, type Ground, type Outcome, type Question, type SignInState } from "./question";
import { NoToken, firstOf, type Ask, type Grant, type Way } from "./ways";

/** A token this close to its end is not used any more, in milliseconds. */
const MARGIN = 60_000;

/** Đăng nhập: who asks. One for the pane; every request waits for the same answer. */
export class SignIn implements TokenSource {
  private state: SignInState = { mode: null, person: null, question: null };
  private readonly listeners = new Set<() => void>();
  private access: Promise<Access> | null = null;
  private grant: Grant | null = null;
  private entra: Promise<Entra> | null = null;
  private attempt: Promise<Grant | null> | null = null;
  /** Nothing but a person helps: no further request tries silently. */
  private silentFailed = false;
  /** What the service said of the one who came in silently. */
  private refused: Outcome | null = null;
  private ask: Ask = usual;
  private waiting: ((grant: Grant | null) => void)[] = [];

  constructor(private readonly ground: Ground) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly snapshot = (): SignInState => this.state;

  /** Asks how one comes in, and comes in where that needs nobody. */
  async begin(): Promise<void> {
    const access = await this.known();
    if (access?.mode === "local") this.set({ person: await this.me(null) });
    else if (access) {
      try {
        await this.granted(null);
      } catch (error) {
        if (!(error instanceof ServiceProblem)) throw error; // The first view asks the same service, and shows what it says.
      }
    }
  }

  async token(cancelled: AbortSignal): Promise<string | null> {
    const access = await this.known();
    if (!access || access.mode === "local") return null;
    return (await this.granted(cancelled))?.token ?? null;
  }

  async renewed(refused: string, claims: string | null, cancelled: AbortSignal): Promise<string | null> {
    if (this.grant && this.grant.token !== refused && claims === null) return this.grant.token;
    this.drop();
    this.ask = { interactive: false, claims, fresh: true };
    return (await this.granted(cancelled))?.token ?? null;
  }

  /** What a receiver asks of the sign-in (needsConsent): the user has pressed a button. Answers whether it was met. */
  async challenged(claims: string | null): Promise<boolean> {
    const access = await this.known();
    if (!access || access.mode === "local") return false;
    this.drop();
    this.ask = { interactive: false, claims, fresh: true };
    const met = this.answerTo();
    void this.press();
    return (await met) !== null;
  }

  /** Opens the question. */
  async open(): Promise<void> {
    const access = await this.known();
    if (access && access.mode !== "local") void this.answerTo();
  }

  /** The button: the organisation's own sign-in, or the service's page in a dialog. */
  async press(): Promise<void> {
    const access = await this.known();
    if (!access) return;
    await this.answered(async () => {
      try {
        return await firstOf(await this.ways(access), { ...this.ask, interactive: true });
      } catch (error) {
        if (!(error instanceof NoToken) || error.refusal !== "closed" || access.mode !== "accounts") throw error;
        this.set({ question: { by: "form", working: false, outcome: { kind: "popupRefused" } } });
        return null;
      }
    });
  }

  /** Name and password, in the pane itself. */
  async signIn(name: string, password: string): Promise<void> {
    await this.answered(async () => {
      const session = await this.ground.service.session(name, password);
      this.ground.kept.write(session);
      return grantOf(session);
    });
  }

  /** The user does not sign in now: what waited for it is refused, and nothing that was typed is lost. */
  later(): void {
    this.settle(null);
  }

  async signOut(): Promise<void> {
    this.drop();
    this.silentFailed = true;
    this.set({ person: null });
    const entra = await this.entra;
    await entra?.forget();
  }

  private async granted(cancelled: AbortSignal | null): Promise<Grant | null> {
    if (this.grant && this.grant.expires - MARGIN > this.ground.now()) return this.grant;
    this.attempt ??= this.silently().finally(() => (this.attempt = null));
    const grant = await this.attempt;
    return grant ?? (await until(this.answerTo(), cancelled));
  }

  private async silently(): Promise<Grant | null> {
    const access = await this.known();
    if (!access) return null;
    this.grant = null;
    const session = access.mode === "accounts" ? this.ground.kept.read(this.ground.now()) : null;
    if (!session && (this.silentFailed || access.mode === "accounts")) return null;
    try {
      const grant = session ? grantOf(session) : await firstOf(await this.ways(access), { ...this.ask, interactive: false });
      return await this.admitted(grant);
    } catch (error) {
      const turnedAway = error instanceof ServiceProblem && (error.status === 401 || error.status === 403);
      if (!(error instanceof NoToken) && !turnedAway) throw error;
      this.refused = turnedAway && error.status === 403 ? outcomeOf(error) : null;
      this.silentFailed = true;
      this.ground.kept.forget();
      return null;
    }
  }

  /** The service knows who it is. Throws its refusal. */
  private async admitted(grant: Grant): Promise<Grant> {
    const person = await this.ground.service.me(grant.token);
    this.grant = grant;
    this.ask = usual;
    this.set({ person });
    return grant;
  }

  private async answered(by: () => Promise<Grant | null>): Promise<void> {
    if (this.state.question?.working) return;
    this.ask_({ working: true, outcome: null });
    try {
      const grant = await by();
      if (!grant) return;
      await this.admitted(grant);
      this.silentFailed = false;
      this.settle(grant);
    } catch (error) {
      this.ground.kept.forget();
      const outcome = outcomeOf(error);
      if (!outcome) throw error;
      this.ask_({ working: false, outcome });
    }
  }

  /** The question stands until somebody answers it. */
  private answerTo(): Promise<Grant | null> {
    if (!this.state.question) {
      const form = this.state.mode === "accounts" && !this.ground.identity();
      this.set({ question: { by: form ? "form" : "button", working: false, outcome: this.refused } });
      this.refused = null;
    }
    return new Promise(resolve => this.waiting.push(resolve));
  }

  private settle(grant: Grant | null): void {
    const waiting = this.waiting.splice(0);
    this.set({ question: null });
    for (const resolve of waiting) resolve(grant);
  }

  private async ways(access: Access): Promise<readonly Way[]> {
    const identity = this.ground.identity();
    if (access.mode === "accounts") return identity && access.dialog !== null ? [dialog(identity, `${access.dialog}?lang=${this.ground.language()}`, session => this.ground.kept.write(session))] : [];
    const settings = access.entra!;
    const entra = () => (this.entra ??= this.ground.entra(settings));
    return identity ? entraWays(access, identity, entra) : [async ask => (await entra()).page(ask)];
  }

  /** Null when the service cannot be reached: the request itself will say so. */
  private async known(): Promise<Access | null> {
    try {
      const access = await (this.access ??= this.ground.service.access());
      if (this.state.mode !== access.mode) this.set({ mode: access.mode });
      return access;
    } catch (error) {
      this.access = null;
      if (!(error instanceof ServiceProblem)) throw error;
      return null;
    }
  }

  private async me(token: string | null): Promise<Me | null> {
    try {
      return await this.ground.service.me(token);
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      return null;
    }
  }

  private drop(): void {
    this.grant = null;
    this.ground.kept.forget();
  }

  private ask_(change: Partial<Question>): void {
    const { question } = this.state;
    if (question) this.set({ question: { ...question, ...change } });
  }

  private set(change: Partial<SignInState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const usual: Ask = { interactive: false, claims: null, fresh: false };

/** A request that is given up does not wait for the person any more; the question stays. */
function until(answer: Promise<Grant | null>, cancelled: AbortSignal | null): Promise<Grant | null> {
  if (!cancelled) return answer;
  return new Promise((resolve, reject) => {
    const given = () => reject(cancelled.reason as Error);
    if (cancelled.aborted) return given();
    cancelled.addEventListener("abort", given, { once: true });
    answer.then(resolve, reject).finally(() => cancelled.removeEventListener("abort", given));
  });
}
