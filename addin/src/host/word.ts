import { browserHost } from "./browser";
import type { HostPort } from "./HostPort";

/** Word, through office.js. */
export function wordHost(): HostPort {
  return { ...browserHost(), kind: "word" };
}
