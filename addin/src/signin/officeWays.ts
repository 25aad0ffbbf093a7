import { DialogTrouble, OfficeTokenTrouble, type Identity } from "../host/identity";
import type { Access, Session } from "../service/client";
import type { Entra } from "./entra";
import { NoToken, type Grant, type Way } from "./ways";

/** A token whose end cannot be read is used this long. */
const SHORT = 5 * 60_000;

/** Microsoft Entra inside Excel and Word: nested app authentication, then Office's older call, then the service's own page in a dialog where it has one. */
export function entraWays(access: Access, identity: Identity, entra: () => Promise<Entra>): readonly Way[] {
  const ways: Way[] = [];
  if (identity.nested) ways.push(async ask => (await entra()).nested(ask, await identity.loginHint()));
  if (identity.legacy) ways.push(legacy(identity));
  if (access.dialog !== null) ways.push(dialog(identity, access.dialog, () => undefined));
  return ways;
}

function legacy(identity: Identity): Way {
  return async ({ interactive, claims }) => {
    try {
      const token = await identity.legacyToken({ interactive, claims });
      return { token, expires: endOf(token) };
    } catch (error) {
      if (!(error instanceof OfficeTokenTrouble)) throw error;
      throw new NoToken(error.declined && interactive ? "declined" : "closed", String(error.code));
    }
  };
}

/** The service's sign-in page in a dialog of Office. @param keep Hears the whole message. */
export function dialog(identity: Identity, page: string, keep: (session: Session) => void): Way {
  return async ({ interactive }) => {
    if (!interactive) throw new NoToken("needsPerson");
    try {
      const session = JSON.parse(await identity.dialog(page)) as Session;
      keep(session);
      return grantOf(session);
    } catch (error) {
      if (!(error instanceof DialogTrouble)) throw error;
      throw new NoToken(error.closed ? "declined" : "closed", String(error.code));
    }
  };
}

export function grantOf(session: Session): Grant {
  return { token: session.token, expires: Date.parse(session.expires) };
}

/** Read only to know when to ask anew; whether the token holds, the service judges. */
function endOf(token: string): number {
  try {
    const payload = token.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/");
    const { exp } = JSON.parse(atob(payload)) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : Date.now() + SHORT;
  } catch {
    return Date.now() + SHORT;
  }
}
