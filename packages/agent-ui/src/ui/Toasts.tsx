import { text } from "../text/text.ts";
import { CheckIcon, CloseIcon, WarningIcon } from "./icons.tsx";
import { dismissToast, toasts } from "./toasts.ts";
import "./toasts.css";

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div key={toast.id} class={`toast toast-${toast.tone}`}>
          {toast.tone === "done" ? <CheckIcon /> : <WarningIcon />}
          <p>
            {toast.sentence}
            {toast.detail && <small>{toast.detail}</small>}
          </p>
          <button
            type="button"
            class="icon-button"
            aria-label={text.common.dismiss}
            onClick={() => dismissToast(toast.id)}
          >
            <CloseIcon size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
