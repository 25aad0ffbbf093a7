import { useSyncExternalStore } from "react";
import { officeIdentity } from "../host/identity";
import { calls, service, type Me } from "../service/client";
import { kept } from "./kept";
import type { SignInState } from "./question";
import { SignIn } from "./SignIn";

/** The one sign-in of this pane. Microsoft's library comes only where the service works with Entra. */
export const signIn = new SignIn({
  service,
  identity: officeIdentity,
  entra: async settings => (await import("./entra")).openEntra(settings),
  kept,
  language: () => calls.language,
  now: () => Date.now(),
});

/** From now on every request says who asks. Called when Office has come, or is known not to. */
export function startSignIn(): void {
  calls.token = signIn;
  void signIn.begin();
}

export function useSignIn(): SignInState {
  return useSyncExternalStore(signIn.subscribe, signIn.snapshot);
}

const order = ["viewer", "editor", "submitter", "admin"] as const satisfies readonly Me["role"][];

/** As long as nobody is known nothing is hidden: the service has the last word. */
export function may(person: Me | null, role: Me["role"]): boolean {
  return person === null || order.indexOf(person.role) >= order.indexOf(role);
}
