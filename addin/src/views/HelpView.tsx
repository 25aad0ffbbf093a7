import { Button } from "@fluentui/react-components";
import { officeFault, type OfficeFault } from "../host/office";
import { useLanguage } from "../language/Language";
import { goTo } from "./Frame";
import { Icon, type IconName } from "./Icons";
import "./help.css";

const steps: readonly IconName[] = ["insert", "check", "evaluation", "papers", "layout"];

/** Trợ giúp; where Office did not come, first of all what can be done about that. */
export default function HelpView() {
  const { text } = useLanguage();
  const office = officeFault();
  return (
    <div className="help">
      {office !== null && <NoOffice fault={office} />}
      <h2 className="heading">{text.help.heading}</h2>
      <h3 className="help-title">{text.help.steps2}</h3>
      <ol className="help-steps">
        {steps.map(step => {
          const [title, what] = text.help.how[step as keyof typeof text.help.how];
          return (
            <li key={step}>
              <Icon name={step} />
              <div>
                <strong>{title}</strong>
                <p>{what}</p>
              </div>
            </li>
          );
        })}
      </ol>
      <h3 className="help-title">{text.help.privacy}</h3>
      <p>{text.help.privacyText}</p>
      <h3 className="help-title">{text.help.keys}</h3>
      <p>{text.help.keysText}</p>
    </div>
  );
}

function NoOffice({ fault }: { fault: OfficeFault }) {
  const { text } = useLanguage();
  const from = document.querySelector<HTMLMetaElement>('meta[name="office-js"]')?.content ?? "";
  return (
    <section className="no-office" aria-labelledby="no-office">
      <h2 id="no-office" className="no-office-title">
        <Icon name="unreachable" />
        {text.help.officeHeading}
      </h2>
      <p>{text.help[fault]}</p>
      <h3 className="help-title">{text.help.try}</h3>
      <ol className="no-office-steps">
        <li>{text.help.steps.network}</li>
        <li>{text.help.steps.reopen}</li>
        <li>{text.help.steps.browser}</li>
        <li>{text.help.steps.clerk}</li>
      </ol>
      <div className="actions">
        <Button appearance="primary" onClick={() => location.reload()}>
          {text.help.retry}
        </Button>
        <Button as="a" href="/" target="_blank" rel="noreferrer">
          {text.help.openBrowser}
        </Button>
        <Button onClick={() => goTo("check")}>{text.help.stay}</Button>
      </div>
      <details className="no-office-clerk">
        <summary>{text.help.clerk}</summary>
        <p>
          {text.help.reason}: <code>{fault}</code>
        </p>
        <p>
          {text.help.clerkCdn} <code>{new URL(from, location.href).origin}</code>
        </p>
        <p>{text.help.clerkSelf}</p>
        <p>{text.help.clerkWebView}</p>
      </details>
    </section>
  );
}
