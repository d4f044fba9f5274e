import { render } from "preact";
import type { Shell } from "../app.ts";
import { chooseLocale } from "../locales.ts";
import { readKept } from "../page-storage.ts";
import { askServer } from "./ask-server.ts";
import { Diagnosis } from "./Diagnosis.tsx";
import { diagnose } from "./diagnose.ts";

/** Over the page and all that is on it, until it is closed. It stands on nothing of the panel: that may be what is missing. */
export function openDiagnosis(shell: Shell): void {
  const { root, channelKey } = shell;
  if (root.querySelector("dialog.diagnosis[open]")) return;
  const dialog = document.createElement("dialog");
  const host = shell.host || new URL(import.meta.url).origin;
  const locale = chooseLocale(shell.settings.locale, ...navigator.languages);
  const examine = () =>
    diagnose({
      ...{ host, channelKey },
      identity: shell.settings.identity,
      getToken: shell.settings.getToken,
      hasSession: readKept(channelKey, "session") !== null,
      ask: (identity) => askServer(host, channelKey, identity),
    });
  dialog.className = "diagnosis";
  dialog.setAttribute("aria-labelledby", "diagnosis-title");
  dialog.lang = locale;
  dialog.dir = locale === "ar" ? "rtl" : "ltr";
  // What is typed here is no shortcut of the page.
  dialog.onkeydown = (event) => event.stopPropagation();
  dialog.onclose = () => {
    render(null, dialog);
    dialog.remove();
  };
  root.append(dialog);
  render(<Diagnosis locale={locale} examine={examine} close={() => dialog.close()} />, dialog);
  dialog.showModal();
}
