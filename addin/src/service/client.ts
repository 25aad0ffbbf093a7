import createClient from "openapi-fetch";
import type { HostFile } from "../host/HostPort";
import type { components, paths } from "./api";

export type CheckReport = components["schemas"]["CheckReport"];
export type FormSummary = components["schemas"]["FormSummary"];
export type FormDescription = components["schemas"]["FormDescription"];
export type DocumentKind = components["schemas"]["DocumentKindReport"];
export type Sample = components["schemas"]["Sample"];
export type Finding = components["schemas"]["FindingReport"];
export type Node = components["schemas"]["NodeReport"];

/** The service's own words for what it refused (RFC 9457), findings included; `unreachable` when no answer came at all. */
export class ServiceProblem extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    readonly status: number,
    readonly findings: readonly Finding[] = [],
    readonly retryAfter: number | null = null,
  ) {
    super(`${code}: ${detail}`);
  }
}

const http = createClient<paths>({ baseUrl: "/" });

/** Sets the language of every sentence that the service answers with, and who asks. */
export const calls = { language: "vi", token: null as (() => Promise<string | null>) | null };

http.use({
  async onRequest({ request }) {
    const token = await calls.token?.();
    if (token) request.headers.set("Authorization", `Bearer ${token}`);
    request.headers.set("Accept-Language", calls.language);
    return request;
  },
});

export const service = {
  check: (file: HostFile, signal?: AbortSignal) => answer(http.POST("/api/check", { ...sent(file), ...optional(signal) })),
  lint: (file: HostFile, signal?: AbortSignal) => answer(http.POST("/api/lint", { ...sent(file), ...optional(signal) })),
  fix: (file: HostFile, signal?: AbortSignal) => file_(http.POST("/api/fix", { ...sent(file), parseAs: "blob", ...optional(signal) })),
  forms: () => answer(http.GET("/api/forms")),
  form: (form: string) => answer(http.GET("/api/forms/{form}", { params: { path: { form } } })),
  /** @param unit The key of an office in charge, for its part of the form alone. */
  blank: (form: string, format: "xlsx" | "docx", unit?: string) => file_(http.GET("/api/forms/{form}/blank", { params: { path: { form }, query: { format, ...(unit !== undefined && { unit }) } }, parseAs: "blob" })),
  kinds: () => answer(http.GET("/api/documents")),
  samples: () => answer(http.GET("/samples")),
  sample: (name: string) => file_(http.GET("/samples/{name}", { params: { path: { name } }, parseAs: "blob" })),
  document: (kind: string, parts: PaperParts, signal?: AbortSignal) => file_(http.POST("/api/documents/{kind}", { params: { path: { kind } }, ...form(parts), parseAs: "blob", ...optional(signal) })),
  dossier: (parts: PaperParts, signal?: AbortSignal) => file_(http.POST("/api/dossier", { ...form(parts), parseAs: "blob", ...optional(signal) })),
};

/** What a paper is made from. `details` as `GET /api/documents` describes them. */
export interface PaperParts {
  readonly file: HostFile;
  readonly details: Readonly<Record<string, unknown>>;
  readonly format?: "docx" | "pdf";
  readonly draft?: boolean;
}

type Reply<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

async function answer<T>(reply: Reply<T>): Promise<T> {
  const { data, response, error } = await reached(reply);
  if (!response.ok || data === undefined) throw problem(response, error);
  return data;
}

/** A file under the name that the service gives it (RFC 6266). */
async function file_(reply: Reply<unknown>): Promise<HostFile> {
  const { data, response, error } = await reached(reply);
  if (!response.ok || !(data instanceof Blob)) throw problem(response, error);
  return { name: nameOf(response.headers.get("Content-Disposition") ?? ""), bytes: new Uint8Array(await data.arrayBuffer()) };
}

async function reached<T>(reply: Reply<T>): ReturnType<() => Reply<T>> {
  try {
    return await reply;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServiceProblem("unreachable", String(error), 0);
  }
}

function problem(response: Response, error: unknown): ServiceProblem {
  const body = (typeof error === "object" ? error : null) as { code?: string; detail?: string; findings?: Finding[] } | null;
  const retry = Number(response.headers.get("Retry-After"));
  return new ServiceProblem(body?.code ?? "unknown", body?.detail ?? response.statusText, response.status, body?.findings ?? [], retry > 0 ? retry : null);
}

/** The body as it is: openapi-fetch would write it as JSON. */
function sent(file: HostFile) {
  return { body: file.bytes as unknown as string, bodySerializer: () => file.bytes, headers: { "Content-Type": "application/octet-stream" } };
}

function form(parts: PaperParts) {
  const body = new FormData();
  body.append("file", new Blob([parts.file.bytes]), parts.file.name);
  body.append("details", JSON.stringify(parts.details));
  if (parts.format) body.append("format", parts.format);
  if (parts.draft) body.append("draft", "true");
  return { body: body as unknown as { file: string; details: string }, bodySerializer: () => body };
}

function optional(signal: AbortSignal | undefined) {
  return signal ? { signal } : {};
}

function nameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? "tep";
}
