/** What a sign-in is asked for. */
export interface Ask {
  /** The user has just pressed a button: windows may open. Otherwise nothing is shown, and what needs a person comes to nothing. */
  readonly interactive: boolean;
  /** What the other side asks of the sign-in beyond the usual (a claims challenge, JSON). */
  readonly claims: string | null;
  /** The token at hand was refused: one from a store is of no use. */
  readonly fresh: boolean;
}

export interface Grant {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Why a way came to no token: the user said no, a person must act first, this way is closed here. */
export type Refusal = "declined" | "needsPerson" | "closed";

export class NoToken extends Error {
  constructor(
    readonly refusal: Refusal,
    /** For the IT clerk: the code of Office or Entra. */
    readonly detail = "",
  ) {
    super(`${refusal} ${detail}`.trim());
  }
}

/** One way to a token. Throws NoToken. */
export type Way = (ask: Ask) => Promise<Grant>;

/**
 * The first way that gives a token, in the order given. A user who declined is not asked again by the next window; a way that merely needs a person ends a silent attempt, since a later way would not know better.
 */
export async function firstOf(ways: readonly Way[], ask: Ask): Promise<Grant> {
  const details: string[] = [];
  let needsPerson = false;
  for (const way of ways) {
    try {
      return await way(ask);
    } catch (error) {
      if (!(error instanceof NoToken) || error.refusal === "declined") throw error;
      needsPerson ||= error.refusal === "needsPerson";
      if (error.detail !== "") details.push(error.detail);
    }
  }
  throw new NoToken(needsPerson && !ask.interactive ? "needsPerson" : "closed", details.join(", "));
}
