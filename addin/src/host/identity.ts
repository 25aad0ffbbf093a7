/** The dialog came to no message: it was closed by the user (12006), or Office would not open it (12009 and others). */
export class DialogTrouble extends Error {
  constructor(readonly code: number) {
    super(`The dialog ended with ${code}.`);
  }

  get closed(): boolean {
    return this.code === 12006;
  }
}

/** Office gave no token of its own: 13002 when the user declined, other 13xxx when it cannot. */
export class OfficeTokenTrouble extends Error {
  constructor(readonly code: number) {
    super(`Office gave no token: ${code}.`);
  }

  get declined(): boolean {
    return this.code === 13002;
  }
}

export interface OfficeToken {
  /** Whether Office may ask the user. */
  readonly interactive: boolean;
  readonly claims: string | null;
}

/** What Office knows of the person who sits before it. */
export interface Identity {
  /** Office asks for tokens in our name (NestedAppAuth 1.1). */
  readonly nested: boolean;
  /** Office gives its own token for our service (IdentityAPI 1.3). */
  readonly legacy: boolean;
  /** The account that Office is signed in with; needed by Office on the web. */
  loginHint(): Promise<string | null>;
  /** Throws OfficeTokenTrouble. */
  legacyToken(ask: OfficeToken): Promise<string>;
  /** Opens a page of our origin, by its path, and answers with the first message from it. Throws DialogTrouble. */
  dialog(address: string): Promise<string>;
}

/** Null in a plain browser, and where Office did not come. */
export function officeIdentity(): Identity | null {
  if (typeof Office === "undefined" || !Office.context?.ui?.displayDialogAsync) return null;
  const has = (set: string, version: string) => Office.context.requirements.isSetSupported(set, version);
  return { nested: has("NestedAppAuth", "1.1"), legacy: has("IdentityAPI", "1.3"), loginHint, legacyToken, dialog };
}

/** How long Office may think about who is signed in to it, in milliseconds. */
const PATIENCE = 2000;

async function loginHint(): Promise<string | null> {
  const late = new Promise<null>(resolve => setTimeout(resolve, PATIENCE, null));
  try {
    return (await Promise.race([Office.auth.getAuthContext(), late]))?.userPrincipalName ?? null;
  } catch {
    return null; // An Office without the interface, or nobody signed in to it: the sign-in asks who it is.
  }
}

async function legacyToken({ interactive, claims }: OfficeToken): Promise<string> {
  try {
    return await Office.auth.getAccessToken({ allowSignInPrompt: interactive, allowConsentPrompt: interactive, ...(claims !== null && { authChallenge: claims }) });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code === "number") throw new OfficeTokenTrouble(code);
    throw error;
  }
}

function dialog(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(new URL(address, location.origin).href, { height: 50, width: 30 }, opened => {
      if (opened.status === Office.AsyncResultStatus.Failed) {
        reject(new DialogTrouble(opened.error.code));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, told => {
        // Older versions of Office do not name the origin; none lets a page of another one send.
        if (!("message" in told) || (told.origin !== undefined && told.origin !== location.origin)) return;
        dialog.close();
        resolve(told.message);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, told => "error" in told && reject(new DialogTrouble(told.error)));
    });
  });
}
