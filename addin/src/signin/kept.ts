import type { Session } from "../service/client";

const KEY = "signin.session";

/**
 * The token of an account, as long as this pane or tab lives. Never in localStorage: that outlives the window, so the next person at a shared computer, and every other page of this origin, would hold it.
 * Without sessionStorage (the browser's privacy settings) the token lives in memory alone, and a reload asks again.
 */
export const kept = {
  read(now: number): Session | null {
    try {
      const session = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Session | null;
      return session && typeof session.token === "string" && Date.parse(session.expires) > now ? session : null;
    } catch {
      return null;
    }
  },

  write(session: Session): void {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(session));
    } catch {
      // Kept in memory alone.
    }
  },

  forget(): void {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // Nothing was kept.
    }
  },
};
