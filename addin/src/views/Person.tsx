import { Suspense, lazy } from "react";
import { useLanguage } from "../language/Language";
import { signIn, useSignIn } from "../signin/person";

const SignInQuestion = lazy(() => import("./SignInQuestion"));

/** Who is signed in, small, and the way out. Nothing where the service asks nobody. */
export function Person() {
  const { text } = useLanguage();
  const { mode, person, question } = useSignIn();
  if (mode === null || mode === "local") return null;
  return (
    <aside className="person" aria-label={text.signIn.account}>
      <span className="person-name">{person ? text.signIn.person(person.name, text.signIn.roles[person.role]) : text.signIn.signedOut}</span>
      <button type="button" className="link" onClick={() => void (person ? signIn.signOut() : signIn.open())}>
        {person ? text.signIn.out : text.signIn.heading}
      </button>
      {question && (
        <Suspense>
          <SignInQuestion />
        </Suspense>
      )}
    </aside>
  );
}
