import { useRef, useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { BellIcon, EyeIcon, WarningIcon } from "../ui/icons.tsx";
import { type SignInError, signIn } from "./authenticate.ts";
import { session } from "./session.ts";
import "./sign-in.css";

export function SignIn() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<SignInError | null>(null);
  const [shown, setShown] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const state = session.value;
  const expired = state.status === "out" && state.reason === "expired";

  async function handleSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    const failed = await signIn(String(form.get("email")).trim(), String(form.get("password")));
    if (!failed) return;
    setBusy(false);
    setError(failed);
    if (failed === "wrong") password.current?.select();
  }

  return (
    <main class="sign-in">
      <form class="sign-in-card" onSubmit={handleSubmit}>
        <span class="sign-in-mark">
          <BellIcon size={24} />
        </span>
        <h1>{text.signIn.title}</h1>
        <p class="sign-in-lead">{text.signIn.lead}</p>
        {expired && !error && (
          <p class="sign-in-notice" role="status">
            {text.signIn.expired}
          </p>
        )}
        <label class="field">
          <span class="field-label">{text.signIn.email}</span>
          <input class="input" type="email" name="email" autocomplete="username" inputmode="email" required autofocus />
        </label>
        <label class="field">
          <span class="field-label">{text.signIn.password}</span>
          <span class="sign-in-password">
            <input
              ref={password}
              class="input"
              type={shown ? "text" : "password"}
              name="password"
              autocomplete="current-password"
              required
              aria-invalid={error === "wrong"}
              aria-describedby={error ? "sign-in-error" : undefined}
            />
            <button
              type="button"
              class="icon-button"
              aria-pressed={shown}
              aria-label={shown ? text.signIn.hidePassword : text.signIn.showPassword}
              onClick={() => setShown(!shown)}
            >
              <EyeIcon size={17} />
            </button>
          </span>
        </label>
        <div role="alert" id="sign-in-error">
          {error && (
            <p class="sign-in-error">
              <WarningIcon size={17} />
              {text.signIn.errors[error]}
            </p>
          )}
        </div>
        <button class="button button-primary button-large" type="submit" aria-busy={busy} disabled={busy}>
          {busy && <span class="spinner" />}
          {busy ? text.signIn.submitting : text.signIn.submit}
        </button>
      </form>
    </main>
  );
}
