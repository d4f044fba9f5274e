import type { Agent, AgentStatus } from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { heard } from "../heard.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { noticeError, session } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { announce } from "../ui/announcement.ts";
import { toastError } from "../ui/error-sentence.ts";

/** What counts for others: who is not connected is offline, whatever they chose. */
export const statusOf = ({ status, online }: Pick<Agent, "status" | "online">): AgentStatus =>
  online ? status : "offline";

/** An agent as they are now, wherever they are shown. */
export const applyAgents = heard((agents: Agent[]): void => {
  const known = new Map(agents.map((agent) => [agent.id, agent]));
  queryClient.setQueryData<Agent[]>(keys.agents, (list) => list?.map((agent) => known.get(agent.id) ?? agent));
  const state = session.value;
  const me = state.status === "in" && known.get(state.me.agent.id);
  if (state.status === "in" && me) session.value = { ...state, me: { ...state.me, agent: me } };
});

export const forgetAgent = heard((id: string): void => {
  queryClient.setQueryData<Agent[]>(keys.agents, (agents) => agents?.filter((agent) => agent.id !== id));
});

/** Shown at once, and taken back when the server says no. */
export async function chooseStatus(me: Agent, status: AgentStatus): Promise<void> {
  applyAgents([{ ...me, status }]);
  try {
    applyAgents([await client.agents.update(me.id, { status })]);
    announce(text.me.nowStatus(text.status[status]));
  } catch (error) {
    applyAgents([me]);
    noticeError(error);
    toastError(error);
  }
}
