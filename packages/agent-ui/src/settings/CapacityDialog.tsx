import type { Agent } from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { applyAgents } from "../presence/status.ts";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { toastDone } from "../ui/toasts.ts";
import { Unit } from "./Unit.tsx";

/** How many chats one agent is given at once. */
export function CapacityDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const words = text.agents.capacity;

  async function handleSubmit(data: FormData) {
    const own = String(data.get("maxConcurrentChats"));
    const saved = await client.agents.update(agent.id, { maxConcurrentChats: own === "" ? null : Number(own) });
    applyAgents([saved]);
    toastDone(words.saved(agent.name, saved.maxConcurrentChats));
  }

  return (
    <FormDialog
      title={words.title(agent.name)}
      lead={words.lead}
      submit={text.common.save}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {(wrong) => (
        <Field label={words.label} hint={words.hint} problem={wrong("maxConcurrentChats")}>
          {(input) => (
            <Unit words={text.workspace.chats}>
              <input
                class="input num"
                type="number"
                name="maxConcurrentChats"
                min={0}
                max={100}
                autofocus
                defaultValue={agent.ownMaxConcurrentChats === null ? "" : String(agent.ownMaxConcurrentChats)}
                {...input}
              />
            </Unit>
          )}
        </Field>
      )}
    </FormDialog>
  );
}
