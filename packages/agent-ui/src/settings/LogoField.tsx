import { logoMaxBytes } from "@deskbell/sdk/agent";
import { useId, useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { FormValue } from "./FormValue.tsx";

interface LogoFieldProps {
  current: string | null;
  problem: string | undefined;
  /** What is shown from now on, as something that an image can draw. */
  onLogo: (url: string | null) => void;
}

/** A picture of the owner's own. It goes out when the form is saved. */
export function LogoField({ current, problem: refused, onLogo }: LogoFieldProps) {
  const words = text.settings.appearance;
  const id = useId();
  const [kept, setKept] = useState(current);
  const [chosen, setChosen] = useState("");
  const [isTooLarge, setTooLarge] = useState(false);
  const problem = isTooLarge ? text.errors.file_too_large : refused;

  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    setTooLarge(file !== undefined && file.size > logoMaxBytes);
    if (!file || file.size > logoMaxBytes) {
      input.value = "";
      setChosen("");
      return onLogo(kept);
    }
    setChosen(file.name);
    const reader = new FileReader();
    // As data, which the console's policy lets images be.
    reader.onload = () => onLogo(String(reader.result));
    reader.readAsDataURL(file);
  };

  return (
    <div class="field">
      <label class="field-label" for={id}>
        {words.logo}
      </label>
      <FormValue name="logoUrl" value={kept} />
      <span class="settings-logo">
        <span class="button">
          {chosen || (kept ? words.otherLogo : words.chooseLogo)}
          <input
            id={id}
            type="file"
            name="logo"
            accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
            aria-describedby={`${id}says`}
            aria-invalid={problem !== undefined}
            onChange={(event) => choose(event.currentTarget)}
          />
        </span>
        {(kept || chosen) && (
          <button
            type="button"
            class="button button-quiet"
            onClick={(event) => {
              const input = event.currentTarget.form?.elements.namedItem("logo");
              if (input instanceof HTMLInputElement) input.value = "";
              setChosen("");
              setTooLarge(false);
              setKept(null);
              onLogo(null);
            }}
          >
            {words.removeLogo}
          </button>
        )}
      </span>
      <p id={`${id}says`} class={problem ? "form-problem" : "field-hint"}>
        {problem ?? words.logoHint}
      </p>
    </div>
  );
}
