import type { Message } from "@deskbell/sdk";
import type { Ledger, Line } from "./ledger.ts";
import type { StoredMessage, Truth } from "./truth.ts";
import type { Player, Screen, ShownThread } from "./world.ts";

/** What is held against what. */
export interface Evidence {
  truth: Truth;
  ledger: Ledger;
  screens: ReadonlyArray<Screen & { name: string }>;
}

/** One thing that has to hold; answers with what is wrong. */
export interface Check {
  name: string;
  problems(evidence: Evidence): string[];
}

export const screensOf = (players: readonly Player[]): Evidence["screens"] =>
  players.map((player) => ({ name: player.name, ...player.screen() }));

export const checks: Check[] = [
  {
    name: "every acknowledged message exists once, as it was acknowledged",
    problems({ truth, ledger }) {
      const stored = Map.groupBy(truth.messages, (row) => `${row.conversation_id}/${row.client_id}`);
      return ledger.acknowledged().flatMap((message) => {
        const rows = stored.get(`${message.conversationId}/${message.clientId}`) ?? [];
        const [row] = rows;
        if (rows.length !== 1 || !row) return [`"${message.body}" is there ${rows.length} times`];
        const isSame =
          row.id === message.id && row.seq === message.seq && lineOf(row, ledger) === lineOf(message, ledger);
        return isSame ? [] : [`"${message.body}" is now ${JSON.stringify(row)}`];
      });
    },
  },
  {
    name: "every acknowledged edit and deletion is there, and nothing that nobody tried",
    problems: ({ truth, ledger }) =>
      truth.messages.flatMap((row) => {
        const change = ledger.changes().get(row.id);
        if (!change) return row.change_seq === 0 ? [] : [`"${row.body}" was changed by nobody`];
        const { line, tried, known } = change;
        const acknowledged = known?.changeSeq ?? 0;
        if (row.change_seq < acknowledged) return [`"${known?.body}" became "${row.body}" again`];
        const expected = row.change_seq > acknowledged ? tried : new Set([known?.body ?? line]);
        const isDeleted = row.body === "" && row.files.length === 0;
        return expected.has(row.body) && row.deleted === isDeleted ? [] : [`"${line}" became "${row.body}"`];
      }),
  },
  {
    name: "everything typed exists once, what was refused does not",
    problems({ truth, ledger }) {
      const typed = truth.messages.map((row) => ({ body: lineOf(row, ledger) }));
      const bodies = { message: countBodies(typed), note: countBodies(truth.notes) };
      return ledger.lines().flatMap(({ of, body, refused }) => {
        const count = bodies[of].get(body) ?? 0;
        const expected = refused === null ? 1 : 0;
        return count === expected
          ? []
          : [`"${body}" is there ${count} times${refused ? `, refused as ${refused}` : ""}`];
      });
    },
  },
  {
    name: "what one writer typed stands in the order in which they typed it",
    problems({ truth, ledger }) {
      const lines = new Map(ledger.lines().map((line) => [line.body, line]));
      const last = new Map<string, Line>();
      return truth.messages.flatMap((row) => {
        const line = lines.get(lineOf(row, ledger));
        if (!line) return [];
        const key = `${row.conversation_id}/${line.writer}`;
        const before = last.get(key);
        last.set(key, line);
        return before && before.nth > line.nth ? [`"${before.body}" stands before "${line.body}"`] : [];
      });
    },
  },
  {
    name: "seq counts 1, 2, 3 … in every conversation, up to its last",
    problems({ truth }) {
      const stored = messagesByConversation(truth);
      return truth.conversations.flatMap(({ id, last_seq }) => {
        const seqs = (stored.get(id) ?? []).map(({ seq }) => seq);
        const isWhole = seqs.length === last_seq && seqs.every((seq, index) => seq === index + 1);
        return isWhole ? [] : [`conversation ${id} up to ${last_seq} has ${seqs.join(" ")}`];
      });
    },
  },
  {
    name: "nothing is left unsent",
    problems: ({ screens }) =>
      screens.flatMap(({ name, threads }) =>
        threads.flatMap(({ pending }) => pending.map((line) => `${name}: ${line}`)),
      ),
  },
  {
    name: "every contact's open thread is the database's",
    problems: ({ truth, screens }) => screens.filter(({ contact }) => contact).flatMap(threadProblems(truth)),
  },
  {
    name: "every agent's open threads are the database's, notes among them",
    problems: ({ truth, screens }) => screens.filter(({ inbox }) => inbox).flatMap(threadProblems(truth)),
  },
  {
    name: "every contact's lists of conversations and tickets are the database's",
    problems: ({ truth, screens }) =>
      screens.flatMap(({ name, contact }) => {
        if (!contact) return [];
        const mine = truth.conversations.filter(({ contact_id }) => contact_id === contact.id);
        const tickets = truth.tickets.filter(({ contact_id }) => contact_id === contact.id);
        return [
          ...differences(
            `${name}'s conversations`,
            contact.conversations.map(shownConversation),
            mine.map(storedConversation),
          ),
          ...differences(
            `${name}'s tickets`,
            contact.tickets.map(({ publicId, number, status }) => `${publicId} ${number} ${status}`),
            tickets.map(({ public_id, number, status }) => `${public_id} ${number} ${status}`),
          ),
        ];
      }),
  },
  {
    name: "every agent's inbox is the database's",
    problems: ({ truth, screens }) =>
      screens.flatMap(({ name, inbox }) => {
        const open = truth.conversations.filter(({ handling }) => handling !== "closed");
        return inbox
          ? differences(`${name}'s inbox`, inbox.conversations.map(shownConversation), open.map(storedConversation))
          : [];
      }),
  },
  {
    name: "every agent's counts are the database's",
    problems: ({ truth, screens }) =>
      screens.flatMap(({ name, inbox }) => {
        const open = truth.conversations.filter(({ handling }) => handling !== "closed");
        const expected = `${open.filter(({ handling }) => handling === "queue").length} of ${open.length} wait`;
        const shown = inbox && `${inbox.counts?.queue} of ${inbox.counts?.all} wait`;
        return !inbox || shown === expected ? [] : [`${name} is told that ${shown}, and ${expected}`];
      }),
  },
  {
    name: "no job was lost: none is late, stuck or given up",
    problems: ({ truth }) =>
      truth.jobs
        .filter(({ state, ahead }) => state !== "completed" && !ahead)
        .map(({ id, name, state, tries }) => `${name} ${id} is ${state} after ${tries} retries`),
  },
  {
    name: "every question has one job, one turn of the bot and one answer",
    problems({ truth }) {
      const jobs = Map.groupBy(truth.jobs, ({ message_id }) => message_id);
      const turns = Map.groupBy(truth.interactions, ({ message_id }) => message_id);
      const stored = messagesByConversation(truth);
      return (
        truth.conversations
          .map(({ id }) => stored.get(id) ?? [])
          // Who waits for each answer; others' questions may be overtaken by what they wrote behind them.
          .filter(([first]) => first && / #asker\d+-\d+$/.test(first.body))
          .flatMap((rows) => {
            return rows.flatMap((row, index) => {
              if (row.author_kind !== "contact") return [];
              const rest = rows.slice(index + 1);
              const next = rest.findIndex(({ author_kind }) => author_kind === "contact");
              const answers = rest
                .slice(0, next < 0 ? rest.length : next)
                .filter(({ author_kind }) => author_kind === "bot");
              const found = [jobs.get(row.id)?.length ?? 0, turns.get(row.id)?.length ?? 0, answers.length];
              return found.every((count) => count === 1)
                ? []
                : [`"${row.body}" has ${found[0]} jobs, ${found[1]} turns and ${found[2]} answers`];
            });
          })
      );
    },
  },
  {
    name: "no client saw a contradiction, a failure inside (500) or an unexpected refusal",
    problems: ({ ledger }) => [...ledger.wrongs()],
  },
];

/** As it was typed, whatever it says now. */
const lineOf = ({ id, body }: { id: string; body: string }, ledger: Ledger): string =>
  ledger.changes().get(id)?.line ?? body;

const countBodies = (rows: readonly { body: string }[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { body } of rows) counts.set(body, (counts.get(body) ?? 0) + 1);
  return counts;
};

const messagesByConversation = (truth: Truth): Map<string, StoredMessage[]> =>
  Map.groupBy(truth.messages, ({ conversation_id }) => conversation_id);

/** What everybody sees of a conversation, in a line. */
const shownConversation = (shown: NonNullable<ShownThread["conversation"]>): string =>
  [
    shown.id,
    shown.handling,
    shown.assignee?.id ?? "nobody",
    shown.lastSeq,
    shown.lastChangeSeq,
    shown.contactReadSeq,
    shown.agentReadSeq,
  ].join(" ");
const storedConversation = (row: Truth["conversations"][number]): string =>
  [
    row.id,
    row.handling,
    row.assignee_id ?? "nobody",
    row.last_seq,
    row.last_change_seq,
    row.contact_read_seq,
    row.agent_read_seq,
  ].join(" ");

/** What everybody sees of a message, in a line. */
const shownMessage = ({ id, seq, changeSeq, deletedAt, attachments, body }: Message): string =>
  [seq, id, changeSeq, deletedAt ? "deleted" : "", ...attachments.map((file) => file.id).sort(), body].join(" ");
const storedMessage = ({ id, seq, change_seq, deleted, files, body }: StoredMessage): string =>
  [seq, id, change_seq, deleted ? "deleted" : "", ...(deleted ? [] : files), body].join(" ");

const threadProblems =
  (truth: Truth) =>
  ({ name, threads }: Screen & { name: string }): string[] => {
    const rows = messagesByConversation(truth);
    return threads.flatMap(({ conversation, messages, notes }) => {
      if (!conversation) return messages.length > 0 ? [`${name} shows messages of no conversation`] : [];
      const row = truth.conversations.find(({ id }) => id === conversation.id);
      if (!row) return [`${name} shows conversation ${conversation.id}, which does not exist`];
      const from = messages[0]?.seq ?? 1;
      return [
        ...differences(
          `${name}'s thread ${conversation.id}`,
          messages.map(shownMessage),
          (rows.get(row.id) ?? []).filter(({ seq }) => seq >= from).map(storedMessage),
        ),
        ...differences(`${name}'s conversation`, [shownConversation(conversation)], [storedConversation(row)]),
        ...(notes
          ? differences(
              `${name}'s notes in ${conversation.id}`,
              notes.map(({ id, body }) => `${id} ${body}`).sort(),
              truth.notes
                .filter((note) => note.conversation_id === row.id && (from === 1 || note.after_seq >= from))
                .map(({ id, body }) => `${id} ${body}`)
                .sort(),
            )
          : []),
      ];
    });
  };

/** Both hold the same lines, each once; the order of lists is a matter of time stamps and left to the SDK's own tests. */
function differences(where: string, shown: readonly string[], stored: readonly string[]): string[] {
  const [missing, extra] = [remove(stored, shown), remove(shown, stored)];
  return [...missing.map((line) => `${where} lack ${line}`), ...extra.map((line) => `${where} show ${line}`)];
}

function remove(lines: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count <= 0;
  });
}
