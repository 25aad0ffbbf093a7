import { Button, Spinner } from "@fluentui/react-components";
import { useEffect, useId, useLayoutEffect, useRef, type FormEvent } from "react";
import { useLanguage } from "../language/Language";
import type { Sentences } from "../language/vi";
import { signIn, useSignIn } from "../signin/person";
import type { Outcome, Question } from "../signin/question";
import "./parts.css";
import "./signIn.css";

/** Đăng nhập: stands before the view and leaves it as it is. Drawn only while there is a question. */
export default function SignInQuestion() {
  const { text } = useLanguage();
  const { question, mode } = useSignIn();
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = question !== null;
  // Before the dialog leaves the page: only then does closing it give the focus back to where the user was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!asked || !shown) return;
    shown.showModal();
    return () => shown.close();
  }, [asked]);
  const id = useId();
  if (!question) return null;
  return (
    <dialog
      ref={dialog}
      className="dialog sign-in"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        signIn.later();
      }}
    >
      <h2 id={id} className="dialog-title">
        {text.signIn.heading}
      </h2>
      <p>{text.signIn.why}</p>
      {question.by === "form" ? <AccountForm question={question} /> : <OneButton question={question} label={mode === "entra" ? text.signIn.organisation : text.signIn.window} />}
    </dialog>
  );
}

function AccountForm({ question }: { question: Question }) {
  const { text } = useLanguage();
  const id = useId();
  const secret = useRef<HTMLInputElement>(null);
  const refused = question.outcome?.kind === "refused";
  useEffect(() => {
    if (!refused || !secret.current) return;
    secret.current.value = "";
    secret.current.focus();
  }, [refused]);
  function sent(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    void signIn.signIn(String(typed.get("name")), String(typed.get("password")));
  }
  return (
    <form onSubmit={sent}>
      <label className="sign-in-label" htmlFor={`${id}-name`}>
        {text.signIn.name}
      </label>
      <input id={`${id}-name`} className="input" name="name" autoComplete="username" autoCapitalize="none" spellCheck={false} required />
      <label className="sign-in-label" htmlFor={`${id}-password`}>
        {text.signIn.password}
      </label>
      <input ref={secret} id={`${id}-password`} className="input" name="password" type="password" autoComplete="current-password" required />
      <Said outcome={question.outcome} />
      <Deeds question={question} label={text.signIn.submit} />
    </form>
  );
}

function OneButton({ question, label }: { question: Question; label: string }) {
  return (
    <>
      <Said outcome={question.outcome} />
      <Deeds question={question} label={label} press={() => void signIn.press()} />
    </>
  );
}

function Deeds({ question, label, press }: { question: Question; label: string; press?: () => void }) {
  const { text } = useLanguage();
  return (
    <div className="actions">
      <Button appearance="primary" disabledFocusable={question.working} {...(press ? { onClick: press } : { type: "submit" })}>
        {label}
      </Button>
      <Button onClick={() => signIn.later()}>{text.signIn.later}</Button>
      {question.working && <Spinner size="tiny" label={text.signIn.working} labelPosition="after" />}
    </div>
  );
}

function Said({ outcome }: { outcome: Outcome | null }) {
  const { text } = useLanguage();
  return (
    <div role="alert" className="sign-in-said">
      {outcome && <p>{sentence(text, outcome)}</p>}
    </div>
  );
}

function sentence(text: Sentences, outcome: Outcome): string {
  switch (outcome.kind) {
    case "refused":
      return outcome.detail;
    case "noWay":
      return text.signIn.noWay(outcome.detail);
    case "unreachable":
      return text.unreachable;
    default:
      return text.signIn[outcome.kind];
  }
}
