import {
  AuthError,
  InteractionRequiredAuthError,
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  type AuthenticationResult,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { NoToken, type Ask, type Grant } from "./ways";

/** Microsoft Entra by Microsoft's own library. Loaded only where the service asks for it. */
export interface Entra {
  nested(ask: Ask, loginHint: string | null): Promise<Grant>;
  page(ask: Ask): Promise<Grant>;
  /** Forgets the accounts of this pane; the computer's own sign-in stays. */
  forget(): Promise<void>;
}

export interface EntraSettings {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

export function openEntra({ clientId, authority, scope }: EntraSettings): Entra {
  const auth = { clientId, authority };
  const scopes = [scope];
  let application: Promise<IPublicClientApplication> | null = null;
  return {
    async nested({ interactive, claims, fresh }, loginHint) {
      const request = { scopes, ...(loginHint !== null && { loginHint }), ...(claims !== null && { claims }) };
      try {
        const client = await (application ??= createNestablePublicClientApplication({ auth }));
        return grant(await silently(() => client.ssoSilent({ ...request, ...(fresh && { forceRefresh: true }) }), interactive, () => client.acquireTokenPopup(request)));
      } catch (error) {
        throw refusal(error);
      }
    },

    async page({ interactive, claims, fresh }) {
      const request = { scopes, ...(claims !== null && { claims }) };
      try {
        const client = await (application ??= opened({ ...auth, redirectUri: `${location.origin}/` }));
        const account = client.getActiveAccount() ?? client.getAllAccounts()[0];
        const redirect = async () => {
          await client.acquireTokenRedirect({ ...request, ...(account && { account }) });
          return new Promise<never>(() => undefined); // The page is on its way to Entra.
        };
        if (!account) return interactive ? await redirect() : never();
        return grant(await silently(() => client.acquireTokenSilent({ ...request, account, forceRefresh: fresh }), interactive, redirect));
      } catch (error) {
        throw refusal(error);
      }
    },

    async forget() {
      const client = await application;
      client?.setActiveAccount(null);
      await client?.clearCache();
    },
  };
}

/** Who comes back from Entra's page brings the account along. */
async function opened(auth: { clientId: string; authority: string; redirectUri: string }): Promise<IPublicClientApplication> {
  const client = await createStandardPublicClientApplication({ auth, cache: { cacheLocation: "sessionStorage" } });
  const back = await client.handleRedirectPromise();
  if (back) client.setActiveAccount(back.account);
  return client;
}

async function silently(silent: () => Promise<AuthenticationResult>, interactive: boolean, asked: () => Promise<AuthenticationResult>): Promise<AuthenticationResult> {
  try {
    return await silent();
  } catch (error) {
    if (!interactive || !asksForPerson(error)) throw error;
    return asked();
  }
}

function grant(result: AuthenticationResult): Grant {
  return { token: result.accessToken, expires: result.expiresOn?.getTime() ?? Date.now() };
}

function never(): never {
  throw new NoToken("needsPerson");
}

/** Office may also answer that it holds no account yet. */
function asksForPerson(error: unknown): error is AuthError {
  return error instanceof InteractionRequiredAuthError || (error instanceof AuthError && error.errorCode === "no_account_found");
}

/** The library, Office behind it and Entra itself all speak through AuthError. */
function refusal(error: unknown): unknown {
  if (asksForPerson(error)) return new NoToken("needsPerson", error.errorCode);
  if (!(error instanceof AuthError)) return error;
  return /^user_cancell?ed$/.test(error.errorCode) ? new NoToken("declined") : new NoToken("closed", error.errorCode);
}
