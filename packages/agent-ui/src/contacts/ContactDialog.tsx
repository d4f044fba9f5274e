import type { TeamContact } from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { toastDone } from "../ui/toasts.ts";
import { applyContact } from "./apply-contact.ts";

export function ContactDialog({ contact, onClose }: { contact: TeamContact; onClose: () => void }) {
  async function handleSubmit(data: FormData) {
    const value = (name: string) => String(data.get(name)).trim() || null;
    applyContact(await client.contacts.update(contact.id, { name: value("name"), email: value("email") }));
    toastDone(text.contact.saved);
  }

  return (
    <FormDialog title={text.contact.edit} submit={text.common.save} onSubmit={handleSubmit} onClose={onClose}>
      {(wrong) => (
        <>
          <Field label={text.contact.name} problem={wrong("name")}>
            {(input) => (
              <input
                class="input"
                name="name"
                maxLength={120}
                autocomplete="off"
                autofocus
                defaultValue={contact.name ?? ""}
                {...input}
              />
            )}
          </Field>
          <Field label={text.contact.email} problem={wrong("email")}>
            {(input) => (
              <input
                class="input"
                name="email"
                type="email"
                maxLength={254}
                autocomplete="off"
                defaultValue={contact.email ?? ""}
                {...input}
              />
            )}
          </Field>
        </>
      )}
    </FormDialog>
  );
}
