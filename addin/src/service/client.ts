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
export type Submission = components["schemas"]["SubmissionReport"];
export type Access = components["schemas"]["AccessDescription"];
export type Me = components["schemas"]["Me"];
export type Session = components["schemas"]["Session"];

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

const http = createClient<paths>({ baseUrl: "/", fetch: asPerson });

/** Whose word the requests carry. Each may wait for a person to sign in; null where that came to nothing. */
export interface TokenSource {
  token(cancelled: AbortSignal): Promise<string | null>;
  /** Another one in the place of one that was refused. @param claims What the service asks of the sign-in beyond the usual. */
  renewed(refused: string, claims: string | null, cancelled: AbortSignal): Promise<string | null>;
}

/** Sets the language of every sentence that the service answers with, and who asks. */
export const calls = { language: "vi", token: null as TokenSource | null };

/** What is asked before anybody is signed in. */
const open: readonly string[] = ["/api/access", "/api/session"];

/** A request whose token is refused is sent a second time with a new one, so that nobody loses what was typed or uploaded to an old session. */
async function asPerson(request: Request): Promise<Response> {
  request.headers.set("Accept-Language", calls.language);
  const source = open.includes(new URL(request.url).pathname) || request.headers.has("Authorization") ? null : calls.token;
  const token = (await source?.token(request.signal)) ?? null;
  if (!source || token === null) return fetch(request);
  const again = request.clone();
  request.headers.set("Authorization", `Bearer ${token}`);
  const answer = await fetch(request);
  const renewed = answer.status === 401 ? await source.renewed(token, claimsOf(answer), request.signal) : null;
  if (renewed === null) return answer;
  again.headers.set("Authorization", `Bearer ${renewed}`);
  return fetch(again);
}

/** `WWW-Authenticate: Bearer …, claims="base64"`. */
function claimsOf(answer: Response): string | null {
  const told = /claims="([^"]+)"/.exec(answer.headers.get("WWW-Authenticate") ?? "")?.[1];
  return told === undefined ? null : atob(told);
}

export const service = {
  /** @param set What the file leaves open about the unit: `unit.vung_kho_khan=có`. */
  check: (file: HostFile, signal?: AbortSignal, set: readonly string[] = []) => answer(http.POST("/api/check", { ...sent(file), ...(set.length > 0 && { params: { query: { set: [...set] } } }), ...optional(signal) })),
  /** The file of the next level. */
  raise: (file: HostFile) => file_(http.POST("/api/raise", { ...sent(file), parseAs: "blob" })),
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
  access: () => answer(http.GET("/api/access")),
  session: (name: string, password: string) => answer(http.POST("/api/session", { body: { name, password } })),
  /** @param token Of who is asked about. */
  me: (token: string | null) => answer(http.GET("/api/me", token === null ? {} : bearer(token))),
  destination: () => answer(http.GET("/api/submissions/destination")),
  submissions: () => answer(http.GET("/api/submissions")),
  /** @param key The same for every attempt at one submission, so that it is made once. */
  submit: (key: string, parts: PaperParts, signal?: AbortSignal) => answer(http.POST("/api/submissions", { params: { header: { "Idempotency-Key": key } }, ...form(parts), ...optional(signal) })),
  resend: (id: string) => answer(http.POST("/api/submissions/{id}/retry", { params: { path: { id } } })),
  dossier: (parts: PaperParts, signal?: AbortSignal) => file_(http.POST("/api/dossier", { ...form(parts), parseAs: "blob", ...optional(signal) })),
};

/** What a paper is made from. `details` as `GET /api/documents` describes them. */
export interface PaperParts {
  readonly file: HostFile;
  readonly details: Readonly<Record<string, unknown>>;
  readonly format?: "docx" | "pdf";
  readonly draft?: boolean;
  /** Why it is made although figures contradict the results. */
  readonly acknowledge?: string;
  /** The id of the form that is meant: a file may hold several. */
  readonly form?: string;
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
    if (error instanceof ServiceProblem || (error instanceof DOMException && error.name === "AbortError")) throw error;
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
  if (parts.acknowledge) body.append("acknowledge", parts.acknowledge);
  if (parts.form) body.append("form", parts.form);
  return { body: body as unknown as { file: string; details: string }, bodySerializer: () => body };
}

function bearer(token: string) {
  return { headers: { Authorization: `Bearer ${token}` } };
}

function optional(signal: AbortSignal | undefined) {
  return signal ? { signal } : {};
}

function nameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? "tep";
}
