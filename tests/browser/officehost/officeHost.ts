import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { inflateRawSync } from "node:zlib";
import { build } from "vite";
import type { Browser } from "playwright-core";
import { watchedPage, type WatchedPage } from "../browser";
import type { Behaviour } from "./native";
import type { HostOptions } from "./inPage";

const samples = new URL("../../../templates/samples/", import.meta.url);

/** What Excel 2021 and Word 2021 have, which is also all that the office.js of the package knows. */
const SETS = { ExcelApi: "1.14", WordApi: "1.3", CompressedFile: "1.1", Settings: "1.1", DocumentEvents: "1.1", AddinCommands: "1.1", DialogApi: "1.2" };

/** office.js sets two inline styles at its start, which the content policy rightly refuses; nothing looks different for it (OfficeDev/office-js issue 1687). */
const ofOfficeJs = /inline style violates[^]*sha256-(ICa0DhwZQJsOd\/Rn0N8H6FdQ71GfNL\+op2zhAQ\+Y4mM|ZD0chCyBaNHl\+4UwQHJIHGoYhKwMeyCXGgJTKW5\/67E)=/;

export interface PaneOptions {
  readonly host: "Excel" | "Word";
  /** A file of the service's samples, or the bytes of another. */
  readonly file: string | Uint8Array;
  readonly behaviour?: Partial<Behaviour>;
  readonly listsInner?: boolean;
  /** The document's settings, of an earlier session. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the host hands out in the place of the file. */
  readonly bytes?: Uint8Array;
  /** Bytes by which the file is made larger, of a picture that cannot be packed. */
  readonly ballast?: number;
  /** Console errors that the test provokes on purpose. */
  readonly allowed?: readonly RegExp[];
}

/** A page with Office around it: the unmodified office.js finds our host where it looks for Office on Windows. */
export async function officePage(browser: Browser, origin: string, options: PaneOptions): Promise<WatchedPage> {
  const watched = await watchedPage(browser, origin, {}, [ofOfficeJs, ...(options.allowed ?? [])]);
  const bytes = typeof options.file === "string" ? await readFile(new URL(options.file, samples)) : options.file;
  const parts = unzip(bytes);
  if (options.ballast) parts.set(options.host === "Excel" ? "xl/media/ballast.png" : "word/media/ballast.png", noise(options.ballast));
  const given: HostOptions = {
    host: options.host,
    parts: Object.fromEntries([...parts].map(([path, data]) => [path, Buffer.from(data).toString("base64")])),
    behaviour: { sets: SETS, url: `C:\\Biểu mẫu\\${options.host === "Excel" ? "bieu.xlsx" : "bieu.docx"}`, editing: false, slowness: 0, ...options.behaviour },
    ...(options.bytes ? { bytes: Buffer.from(options.bytes).toString("base64") } : {}),
    ...(options.settings ? { settings: options.settings } : {}),
    ...(options.listsInner === undefined ? {} : { listsInner: options.listsInner }),
  };
  await watched.page.addInitScript(`window.officeHostOptions = ${JSON.stringify(given)};\n${await hostScript()}`);
  return watched;
}

/** What the pane used and the host lacks. */
export async function lacks(watched: WatchedPage): Promise<readonly string[]> {
  return [...watched.faults(), ...(await watched.page.evaluate(() => window.officeHost.faults))];
}

let script: Promise<string> | null = null;

function hostScript(): Promise<string> {
  return (script ??= bundle(new URL("inPage.ts", import.meta.url), "iife").then(files => files[0]!.code));
}

/** Scripts as the browser takes them, made in memory. */
export async function bundle(entry: URL, format: "iife" | "es"): Promise<{ readonly name: string; readonly code: string }[]> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    build: { write: false, minify: false, target: "es2022", lib: { entry: fileURLToPath(entry), formats: [format], name: "bundle", fileName: "entry" } },
  });
  const outputs = (Array.isArray(made) ? made : [made]) as { output: { type: string; fileName: string; code?: string }[] }[];
  return outputs.flatMap(one => one.output).flatMap(file => (file.code === undefined ? [] : [{ name: file.fileName, code: file.code }]));
}

/** The parts of a zip, by its directory. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const parts = new Map<string, Uint8Array>();
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < file.readUInt16LE(end + 10); entry++) {
    const [method, packed, name, extra, comment, local] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + packed);
    parts.set(file.toString("utf8", at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return parts;
}

function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 0x7fffffff) & 0xff);
}
