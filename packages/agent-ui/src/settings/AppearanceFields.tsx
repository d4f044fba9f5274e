import { presetNames, type TeamChannel, themes } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { LogoField } from "./LogoField.tsx";
import { Unit } from "./Unit.tsx";
import { WidgetPreview } from "./WidgetPreview.tsx";
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
  const [shown, setShown] = useState(settings);
  const [logo, setLogo] = useState(settings.logoUrl);
  return (
    <fieldset
      class="settings-part"
      onInput={({ currentTarget }) => {
        const data = new FormData(currentTarget.form ?? undefined);
        const word = (name: string) => String(data.get(name) ?? "");
        setShown({
          ...settings,
          brandColor: word("brandColor"),
          greeting: word("greeting"),
          tagline: word("tagline"),
          title: word("title") || null,
          position: word("position") as "left",
          theme: word("theme") as "auto",
          preset: word("preset") as "classic",
        });
      }}
    >
      <legend>{words.title}</legend>
      <WidgetPreview settings={shown} logoUrl={logo} />
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
      <div class="settings-two">
        <Field label={words.heading} hint={words.headingHint} problem={wrong("settings.title")}>
          {(input) => (
            <input class="input" name="title" maxLength={60} defaultValue={settings.title ?? ""} {...input} />
          )}
        </Field>
        <LogoField current={settings.logoUrl} problem={wrong("settings.logoUrl")} onLogo={setLogo} />
      </div>
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
        <Field label={words.preset} problem={wrong("settings.preset")}>
          {(input) => (
            <select class="select" name="preset" {...input}>
              {presetNames.map((preset) => (
                <option key={preset} value={preset} selected={settings.preset === preset}>
                  {words.presets[preset]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.theme} problem={wrong("settings.theme")}>
          {(input) => (
            <select class="select" name="theme" {...input}>
              {themes.map((theme) => (
                <option key={theme} value={theme} selected={settings.theme === theme}>
                  {words.themes[theme]}
                </option>
              ))}
            </select>
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
        {(["offsetX", "offsetY"] as const).map((offset) => (
          <Field key={offset} label={words[offset]} problem={wrong(`settings.${offset}`)}>
            {(input) => (
              <Unit words={words.pixels}>
                <input
                  class="input num"
                  name={offset}
                  type="number"
                  min={0}
                  max={500}
                  required
                  defaultValue={String(settings[offset])}
                  {...input}
                />
              </Unit>
            )}
          </Field>
        ))}
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
