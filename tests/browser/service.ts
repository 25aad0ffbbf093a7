import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../../service/bin/Debug/net10.0/LearningCity.Docs.dll", import.meta.url));

/** The real service on a free port of this machine. */
export interface Service {
  readonly address: string;
  stop(): Promise<void>;
}

/** @param settings Environment names, such as `OfficeJs__Source`. office.js comes from our own origin unless said otherwise. */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
  // Nothing of a test stays with the person who ran it.
  const data = settings["Data__Folder"] ?? (await mkdtemp(join(tmpdir(), "lc-data-")));
  const child = spawn("dotnet", [program, "--lang", "en", "--urls", "http://127.0.0.1:0"], {
    env: { ...process.env, OfficeJs__Source: "self", ...settings, Data__Folder: data },
    stdio: ["ignore", "ignore", "pipe"],
  });
  return { address: await address(child), stop: () => stop(child, settings["Data__Folder"] === undefined ? data : null) };
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr!.on("data", chunk => {
      said += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found && !found[0].endsWith(":0")) resolve(found[0]);
    });
    child.once("exit", code => reject(new Error(`The service ended with ${code}: ${said}`)));
  });
}

async function stop(child: ChildProcess, data: string | null): Promise<void> {
  await new Promise<void>(resolve => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
  if (data !== null) await rm(data, { recursive: true, force: true });
}
