import { browserHost } from "./browser";
import type { HostPort } from "./HostPort";

/** Excel, through office.js. */
export function excelHost(): HostPort {
  return { ...browserHost(), kind: "excel" };
}
