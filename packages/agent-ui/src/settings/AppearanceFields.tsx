import type { TeamChannel } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { widgetLocales } from "./widget-locales.ts";

export interface FieldsProps {
  channel: TeamChannel;
  /** What is wrong with the field of that path. */
  wrong: (name: string) => string | undefined;
}

export function AppearanceFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.appearance;
  const { settings } = channel;
  const [color, setColor] = useState(settings.brandColor);
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <Field label={words.name} hint={words.nameHint} problem={wrong("name")}>
        {(input) => <input class="input" name="name" required maxLength={120} defaultValue={channel.name} {...input} />}
      </Field>
      <div class="settings-two">
        <Field label={words.greeting} problem={wrong("settings.greeting")}>
          {(input) => (
            <input class="input" name="greeting" maxLength={120} defaultValue={settings.greeting} {...input} />
          )}
        </Field>
        <Field label={words.botName} problem={wrong("settings.botName")}>
          {(input) => <input class="input" name="botName" maxLength={60} defaultValue={settings.botName} {...input} />}
        </Field>
      </div>
      <Field label={words.tagline} problem={wrong("settings.tagline")}>
        {(input) => <input class="input" name="tagline" maxLength={240} defaultValue={settings.tagline} {...input} />}
      </Field>
      <div class="settings-three">
        <Field label={words.color} problem={wrong("settings.brandColor")}>
          {(input) => (
            <span class="settings-color">
              <input
                type="color"
                aria-label={words.pick}
                value={color}
                onInput={(event) => setColor(event.currentTarget.value)}
              />
              <input
                class="input num"
                name="brandColor"
                pattern="#[0-9a-fA-F]{6}"
                required
                value={color}
                onInput={(event) => setColor(event.currentTarget.value)}
                {...input}
              />
            </span>
          )}
        </Field>
        <Field label={words.position} problem={wrong("settings.position")}>
          {(input) => (
            <select class="select" name="position" {...input}>
              {(["right", "left"] as const).map((side) => (
                <option key={side} value={side} selected={settings.position === side}>
                  {words.side[side]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.locale} problem={wrong("settings.locale")}>
          {(input) => (
            <select class="select" name="locale" {...input}>
              <option value="">{words.ofBrowser}</option>
              {Object.entries({ ...(settings.locale && { [settings.locale]: settings.locale }), ...widgetLocales }).map(
                ([locale, name]) => (
                  <option key={locale} value={locale} selected={settings.locale === locale}>
                    {name}
                  </option>
                ),
              )}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
