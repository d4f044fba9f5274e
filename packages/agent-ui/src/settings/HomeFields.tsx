import type { HomeLink, LocalWords } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { FormValue } from "./FormValue.tsx";
import { LocalWordsField } from "./LocalWordsField.tsx";
import "./pre-chat.css";

const most = 8;

/** What stands on the widget's home besides: something to announce, and links. */
export function HomeFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.home;
  const [announcement, setAnnouncement] = useState<LocalWords>(channel.settings.announcement ?? {});
  const [links, setLinks] = useState<HomeLink[]>(channel.settings.links);
  const set = (at: number, change: Partial<HomeLink>) =>
    setLinks(links.map((link, each) => (each === at ? { ...link, ...change } : link)));
  const isSaid = Object.values(announcement).some((said) => said.trim() !== "");
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <FormValue name="home" value={{ announcement: isSaid ? announcement : null, links }} />
      <LocalWordsField
        label={words.announcement}
        hint={words.announcementHint}
        words={announcement}
        maxLength={500}
        long
        problem={wrong("settings.announcement")}
        onWords={setAnnouncement}
      />
      {links.length > 0 && (
        <ol class="pre-chat">
          {links.map(({ label, url }, at) => (
            <li key={at} class="pre-chat-question">
              <LocalWordsField
                label={words.label}
                words={label}
                maxLength={80}
                problem={wrong(`settings.links.${at}.label`)}
                onWords={(next) => set(at, { label: next })}
              />
              <Field label={words.url} problem={wrong(`settings.links.${at}.url`)}>
                {(input) => (
                  <input
                    class="input num"
                    type="url"
                    required
                    maxLength={2000}
                    placeholder="https://"
                    value={url}
                    onInput={(event) => set(at, { url: event.currentTarget.value.trim() })}
                    {...input}
                  />
                )}
              </Field>
              <div class="pre-chat-foot">
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.remove}
                  title={words.remove}
                  onClick={() => setLinks(links.filter((_, each) => each !== at))}
                >
                  <CloseIcon />
                </button>
              </div>
            </li>
          ))}
        </ol>
      )}
      <p>
        <button
          type="button"
          class="button"
          disabled={links.length >= most}
          onClick={() => setLinks([...links, { label: {}, url: "" }])}
        >
          {words.add}
        </button>
      </p>
    </fieldset>
  );
}
