import { Button, Spinner } from "@fluentui/react-components";
import { useCallback, useEffect, useRef, useState } from "react";
import { HostTrouble, type HostFile, type HostPort } from "../host/HostPort";
import { useLanguage } from "../language/Language";
import { service, type Finding } from "../service/client";
import type { Failure } from "../state/check";
import { counted } from "../state/findings";
import { failureOf, useSession } from "../state/session";
import { Icon } from "./Icons";
import { LayoutFindings } from "./layout/LayoutFindings";
import { failureText } from "./words";
import "./check/check.css";
import "./parts.css";
import "./layout.css";

type Lint =
  | { readonly state: "idle" }
  | { readonly state: "checking" }
  | { readonly state: "checked"; readonly file: string; readonly findings: readonly Finding[]; /** Of the document at hand, so that its places can be shown. */ readonly here: boolean }
  | { readonly state: "failed"; readonly failure: Failure };

/** Thể thức: the layout of a Word document against Nghị định 30/2020. */
export default function LayoutView() {
  const { text } = useLanguage();
  const { host, hasFile, fileName, readFile } = useSession();
  const { lint, run, cancel } = useLint(host);
  const atHand = host.kind === "word" || (host.kind === "browser" && hasFile && /\.docx$/i.test(fileName ?? ""));

  return (
    <div className="layout">
      <h2 className="heading">{text.layout.heading}</h2>
      <p className="note">{text.layout.intro}</p>
      {!atHand && <p className="callout">{text.layout.onlyWord}</p>}
      {atHand && host.kind === "browser" && <p className="layout-file">{text.layout.file(fileName ?? "")}</p>}
      <div className="layout-deeds">
        {atHand && (
          <Button appearance="primary" disabledFocusable={lint.state === "checking"} onClick={() => void run(readFile, true)}>
            {lint.state === "checked" && lint.here ? text.layout.again : text.layout.start}
          </Button>
        )}
        {host.kind !== "word" && (
          <label className="choose-button">
            <Icon name="file" />
            {atHand ? text.layout.chooseOther : text.layout.choose}
            <input
              type="file"
              className="choose-input"
              accept=".docx"
              onChange={event => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) void run(() => read(file), false);
              }}
            />
          </label>
        )}
        {lint.state === "checking" && <Button onClick={cancel}>{text.layout.cancel}</Button>}
      </div>
      <div role="status">{lint.state === "checking" && <Spinner size="small" label={text.layout.checking} labelPosition="after" />}</div>
      {lint.state === "failed" && (
        <div className="callout callout-trouble" role="alert">
          <p className="subheading">{text.layout.failed}</p>
          <p>{failureText(text, lint.failure)}</p>
        </div>
      )}
      {lint.state === "checked" && <Checked lint={lint} host={host} />}
    </div>
  );
}

function Checked({ lint, host }: { lint: Extract<Lint, { state: "checked" }>; host: HostPort }) {
  const { text } = useLanguage();
  const { error, warning, info } = counted(lint.findings);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [lint]);
  return (
    <section aria-labelledby="layout-result">
      <h3 ref={heading} id="layout-result" className="subheading" tabIndex={-1}>
        {lint.findings.length === 0 ? text.layout.clean : text.layout.found(error, warning, info)}
      </h3>
      {!lint.here && <p className="note">{text.layout.file(lint.file)}</p>}
      {lint.findings.length > 0 && <LayoutFindings findings={lint.findings} host={lint.here ? host : null} />}
    </section>
  );
}

function useLint(host: HostPort) {
  const [lint, setLint] = useState<Lint>({ state: "idle" });
  const running = useRef(new AbortController());
  useEffect(() => {
    setLint({ state: "idle" });
    return () => running.current.abort();
  }, [host]);
  const run = useCallback(async (readFile: () => Promise<HostFile>, here: boolean) => {
    running.current.abort();
    const { signal } = (running.current = new AbortController());
    setLint({ state: "checking" });
    try {
      const file = await readFile();
      const findings = await service.lint(file, signal);
      if (!signal.aborted) setLint({ state: "checked", file: file.name, findings, here });
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureOf(error);
      if (!failure) throw error;
      setLint({ state: "failed", failure });
    }
  }, []);
  const cancel = useCallback(() => {
    running.current.abort();
    setLint({ state: "idle" });
  }, []);
  return { lint, run, cancel };
}

async function read(file: File): Promise<HostFile> {
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    throw new HostTrouble("gone", String(error));
  }
}
