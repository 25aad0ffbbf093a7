import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";

export const program = fileURLToPath(new URL("../../service/bin/Debug/net10.0/LearningCity.Docs.dll", import.meta.url));

/** The real service on a free port of this machine. */
export interface Service {
  readonly address: string;
  stop(): Promise<void>;
}

/** @param settings Environment names, such as `OfficeJs__Source`. office.js comes from our own origin unless said otherwise. */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<Service> {
  const child = spawn("dotnet", [program, "--lang", "en", "--urls", "http://127.0.0.1:0"], {
    env: { ...process.env, OfficeJs__Source: "self", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  });
  return { address: await address(child), stop: () => stop(child) };
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

function stop(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
