import type { AgentRole } from "@deskbell/contract";
import type { ChatModel } from "./ai/chat-model.ts";
import type { Config } from "./config.ts";
import type { Database } from "./db/database.ts";
import type { Scanner } from "./files/clamd.ts";
import type { FileStorage } from "./files/file-storage.ts";
import type { Jobs } from "./jobs/jobs.ts";
import type { Log } from "./log.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { Telling } from "./realtime/telling.ts";

/** Who acts. Verbs look at this and never at the way the call came in. */
export type Actor =
  | { kind: "contact"; contactId: string; channelId: string; sessionId: string }
  | { kind: "agent"; agentId: string; name: string; role: AgentRole; signIn: SignIn }
  | { kind: "apiKey"; apiKeyId: string; name: string; role: AgentRole }
  | { kind: "bot" }
  | { kind: "system" };

/** An agent's credential in one browser. */
export interface SignIn {
  id: string;
  /** It may be prolonged by then. */
  until: Date;
}

export type ContactActor = Extract<Actor, { kind: "contact" }>;
export type TeamActor = Extract<Actor, { kind: "agent" | "apiKey" }>;

/** The parts of one running process; tests hand in their own. */
export interface Deps {
  config: Config;
  database: Database;
  jobs: Jobs;
  telling: Telling;
  log: Log;
  storage: FileStorage;
  /** `null`: files are not scanned. */
  scanner: Scanner | null;
  /** `null`: no mail is sent. */
  mailer: Mailer | null;
  now: () => Date;
  /** `null` without a model key. */
  model: ChatModel | null;
}

/** What every verb gets first: in which workspace, for whom, with what. */
export interface Context<A extends Actor = Actor> {
  workspaceId: string;
  actor: A;
  deps: Deps;
}
