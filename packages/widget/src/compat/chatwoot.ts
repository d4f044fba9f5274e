import type { Message } from "@deskbell/sdk";
import {
  attributesFrom,
  createUnanswered,
  given,
  globals,
  isObject,
  type Loose,
  on,
  run,
  sideOf,
  textOf,
  watchState,
} from "./peer.ts";

// https://www.chatwoot.com/hc/user-guide/articles/1677587234-how-to-send-additional-user-information-to-chatwoot-using-sdk
const unanswered = createUnanswered("Chatwoot");
const state = watchState();

const tell = (name: string, detail?: unknown) =>
  window.dispatchEvent(new CustomEvent(`chatwoot:${name}`, detail === undefined ? {} : { detail }));

/** Theirs has numbers for kinds: 0 comes from the contact, 1 from the team or the bot, 2 is an activity. */
const messageOf = ({ id, body, author, createdAt, conversationId }: Message) => ({
  id,
  content: body,
  message_type: { contact: 0, agent: 1, bot: 1, system: 2 }[author.kind],
  created_at: Math.floor(Date.parse(createdAt) / 1000),
  conversation_id: conversationId,
  sender: { id: author.id, name: author.name, type: author.kind === "contact" ? "contact" : "user" },
});

function settingsFrom(theirs: Loose) {
  const theme = theirs.darkMode === "auto" || theirs.darkMode === "light" ? theirs.darkMode : undefined;
  return given({
    hideLauncher: theirs.hideMessageBubble === undefined ? undefined : !!theirs.hideMessageBubble,
    position: sideOf(theirs.position),
    locale: theirs.useBrowserLanguage ? undefined : textOf(theirs.locale)?.replace("_", "-"),
    theme: theme as "light" | "auto" | undefined,
    greeting: textOf(theirs.welcomeTitle),
    tagline: textOf(theirs.welcomeDescription),
  });
}

const chatwoot = {
  hasLoaded: true,
  get isOpen() {
    return state.isOpen;
  },
  baseUrl: "",
  websiteToken: "",
  toggle(wanted?: string) {
    run(wanted === "open" || wanted === "close" ? wanted : "toggle");
  },
  toggleBubbleVisibility: (wanted: string) => run(wanted === "hide" ? "hide" : "show"),
  popoutChatWindow: () => unanswered("popoutChatWindow"),
  setUser(identifier: unknown, user: unknown) {
    const { email, name, avatar_url, phone_number, identifier_hash, ...rest } = isObject(user) ? user : {};
    // As theirs does.
    if (textOf(identifier) === undefined) throw new Error("Identifier should be a string or a number");
    if (!avatar_url && !email && !name)
      throw new Error("User object should have one of the keys [avatar_url, email, name]");
    const externalId = String(identifier);
    run(
      "identify",
      {
        ...given({ email: textOf(email), name: textOf(name), phone: textOf(phone_number) }),
        attributes: attributesFrom({ ...rest, ...(!identifier_hash && { identifier: externalId }) }),
      },
      ...(identifier_hash ? [{ externalId, hash: String(identifier_hash) }] : []),
    );
  },
  setCustomAttributes(attributes: Loose) {
    // As theirs does.
    if (!isObject(attributes) || Object.keys(attributes).length === 0)
      throw new Error("Custom attributes should have at least one key");
    run("setAttributes", attributesFrom(attributes));
  },
  deleteCustomAttribute: (key: string) => run("deleteAttribute", key),
  setConversationCustomAttributes: (attributes: Loose) => run("setConversationAttributes", attributesFrom(attributes)),
  deleteConversationCustomAttribute: (key: string) => run("setConversationAttributes", { [key]: null }),
  setLabel: (label = "") => run("addLabel", label),
  removeLabel: (label = "") => run("removeLabel", label),
  setLocale: (locale = "en") => run("setLocale", locale.replace("_", "-")),
  setColorScheme: (scheme = "light") => run("setTheme", scheme === "auto" || scheme === "dark" ? scheme : "light"),
  reset: () => run("logout"),
};

globals.$chatwoot = new Proxy(chatwoot, {
  get: (known, name) =>
    name in known || typeof name === "symbol" || name === "then" ? Reflect.get(known, name) : () => unanswered(name),
});
globals.chatwootSDK = {
  run(options: unknown) {
    const { baseUrl, websiteToken } = isObject(options) ? options : {};
    chatwoot.baseUrl = textOf(baseUrl) ?? "";
    chatwoot.websiteToken = textOf(websiteToken) ?? "";
  },
};
if (isObject(globals.chatwootSettings)) run("update", settingsFrom(globals.chatwootSettings));

on("ready", () => tell("ready"));
on("open", () => tell("opened"));
on("close", () => tell("closed"));
on("message", ({ message }) => tell("on-message", messageOf(message)));
on("conversationStarted", () => tell("on-start-conversation", { hasConversation: true }));
on("unreadCountChange", ({ count }) => tell("on-unread-message-count-changed", { unreadMessageCount: count }));
on("error", ({ code, message }) => tell("error", { code, message }));
