import { HostTrouble, type Trouble } from "./HostPort";

/** Codes of `OfficeExtension.Error`. */
const byName: Readonly<Record<string, Trouble>> = {
  AccessDenied: "protectedSheet",
  InvalidOperationInCellEditMode: "editingCell",
  ItemNotFound: "gone",
  InvalidReference: "gone",
  ApiNotFound: "tooOld",
  ApiNotAvailable: "tooOld",
  NotImplemented: "tooOld",
};

/** Codes of the older, numbered errors of `Office.context.document`. */
const byNumber: Readonly<Record<number, Trouble>> = {
  5004: "editingCell",
  11000: "tooManyCopies",
};

/** What Office refused, as one of our troubles. Its own words stay in English and go into `detail`. */
export function troubleOf(error: unknown): unknown {
  if (error instanceof HostTrouble || (error instanceof DOMException && error.name === "AbortError")) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const trouble = typeof code === "number" ? byNumber[code] : typeof code === "string" ? byName[code] : undefined;
  // Without a code it is no answer of Office but a fault of ours, which must show as one.
  return code === undefined ? error : new HostTrouble(trouble ?? "hostFailed", `${String(code)} ${String(message ?? "")}`.trim());
}

/** A call of the older kind, which answers through a callback. */
export function answer<T>(call: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call(result => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(troubleOf(result.error) as Error);
    });
  });
}
