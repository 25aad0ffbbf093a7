import { Button } from "@fluentui/react-components";
import type { HostPort } from "../../host/HostPort";
import { useLanguage } from "../../language/Language";
import type { Failure } from "../../state/check";
import { Icon } from "../Icons";
import { goTo } from "../Frame";
import { failureText } from "../words";

/** No form of ours in the file: it may be a paper, whose layout can be checked. */
const NOT_A_FORM = "LC1101";

interface Props {
  readonly failure: Failure;
  readonly host: HostPort;
  readonly fileName: string;
  /** A report of an earlier check stands below. */
  readonly stale: boolean;
  readonly retry: () => void;
}

export function FailureCard({ failure, host, fileName, stale, retry }: Props) {
  const { text } = useLanguage();
  const code = failure.by === "service" ? failure.code : failure.trouble;
  const notForm = code === NOT_A_FORM;
  const paper = notForm && (host.kind === "word" || (host.kind === "browser" && /\.docx$/i.test(fileName)));
  return (
    <section className={`failure${notForm ? "" : " failure-trouble"}`} aria-label={text.check.failedTitle}>
      <h2 className="failure-title">
        <Icon name={code === "unreachable" ? "unreachable" : notForm ? "info" : "warning"} />
        {notForm ? text.check.notFormTitle : text.check.failedTitle}
      </h2>
      <p>{failureText(text, failure)}</p>
      {paper && <p>{text.check.notFormLayout}</p>}
      <div className="actions">
        {paper && (
          <Button appearance="primary" onClick={() => goTo("layout")}>
            {text.check.toLayout}
          </Button>
        )}
        {notForm ? <Button onClick={() => goTo("insert")}>{text.check.toInsert}</Button> : <Button onClick={retry}>{text.check.retry}</Button>}
      </div>
      {stale && <p className="failure-stale">{text.check.stale}</p>}
    </section>
  );
}
