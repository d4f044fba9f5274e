/** What the database has, read past the product. */
export interface Truth {
  conversations: StoredConversation[];
  messages: StoredMessage[];
  notes: StoredNote[];
  tickets: StoredTicket[];
  jobs: StoredJob[];
  /** Of the bot: one for each turn that it took. */
  interactions: Array<{ message_id: string }>;
}

export interface StoredConversation {
  id: string;
  contact_id: string;
  handling: string;
  assignee_id: string | null;
  ticket_id: string | null;
  last_seq: number;
  last_change_seq: number;
  contact_read_seq: number;
  agent_read_seq: number;
}

export interface StoredMessage {
  id: string;
  conversation_id: string;
  seq: number;
  client_id: string | null;
  author_kind: string;
  body: string;
  change_seq: number;
  deleted: boolean;
  /** Ids. */
  files: string[];
}

interface StoredNote {
  id: string;
  conversation_id: string;
  after_seq: number;
  body: string;
}

interface StoredTicket {
  public_id: string;
  contact_id: string | null;
  number: number;
  status: string;
}

export interface StoredJob {
  id: string;
  name: string;
  state: string;
  /** What it is about, when it answers a message. */
  message_id: string | null;
  /** Meant for later: nothing is late about it. */
  ahead: boolean;
  tries: number;
}

/** Rows of one statement. */
export type Query = <Row>(statement: string) => Promise<Row[]>;

export async function readTruth(query: Query): Promise<Truth> {
  return {
    conversations: await query(`
      select id, contact_id, handling, assignee_id, ticket_id, last_seq, last_change_seq, contact_read_seq, agent_read_seq
      from conversations order by updated_at desc, id desc`),
    messages: await query(`
      select id, conversation_id, seq, client_id, author_kind, body, change_seq, deleted_at is not null as deleted,
        array(select id::text from files where message_id = messages.id order by id) as files
      from messages order by conversation_id, seq`),
    notes: await query("select id, conversation_id, after_seq, body from notes order by id"),
    tickets: await query("select public_id, contact_id, number, status from tickets order by number"),
    jobs: await query(`
      select id, name, state::text as state, data->'input'->>'messageId' as message_id,
        state in ('created', 'retry') and start_after > now() + interval '30 seconds' as ahead,
        retry_count as tries
      from pgboss.job where name not like '\\_\\_pgboss%'`),
    interactions: await query("select message_id from bot_interactions"),
  };
}
