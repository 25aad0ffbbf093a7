import type { Identity } from "../host/identity";
import { ServiceProblem, type Access, type Me, type Session } from "../service/client";
import type { Entra, EntraSettings } from "./entra";
import { NoToken } from "./ways";

/** What the last attempt came to, to be said beside the button. */
export type Outcome =
  | { readonly kind: "declined" | "popupRefused" | "unreachable" }
  | { readonly kind: "noWay"; readonly detail: string }
  /** The service's own sentence. */
  | { readonly kind: "refused"; readonly detail: string };

/** The question that stands before the user. */
export interface Question {
  /** Name and password here, or a button that opens the organisation's own sign-in. */
  readonly by: "form" | "button";
  readonly working: boolean;
  readonly outcome: Outcome | null;
}

export interface SignInState {
  /** Null until the service has told. */
  readonly mode: Access["mode"] | null;
  /** Who is signed in; without a sign-in, what one may do at this computer. */
  readonly person: Me | null;
  readonly question: Question | null;
}

/** What the sign-in stands on. */
export interface Ground {
  readonly service: {
    access(): Promise<Access>;
    me(token: string | null): Promise<Me>;
    session(name: string, password: string): Promise<Session>;
  };
  /** Null in a plain browser; asked when Office has come. */
  readonly identity: () => Identity | null;
  readonly entra: (settings: EntraSettings) => Promise<Entra>;
  readonly kept: { read(now: number): Session | null; write(session: Session): void; forget(): void };
  readonly language: () => string;
  readonly now: () => number;
}

/** Null when it is a fault of ours. */
export function outcomeOf(error: unknown): Outcome | null {
  if (error instanceof NoToken) return error.refusal === "declined" ? { kind: "declined" } : { kind: "noWay", detail: error.detail };
  if (error instanceof ServiceProblem) return error.code === "unreachable" ? { kind: "unreachable" } : { kind: "refused", detail: error.detail };
  return null;
}
