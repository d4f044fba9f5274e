import { late } from "../../late.ts";

/** What is said before the chat is here. Other languages have the same keys, checked by the compiler and by a test. */
export const text = {
  widget: "Support",
  back: "Back",
  close: "Close",
  retry: "Try again",
  loading: "Loading…",
  greeting: "Hi there 👋",
  tagline: "How can we help?",
  startChat: "Send us a message",
  startChatHint: (botName: string) => `${botName} answers right away, a person when you want`,
  botStatus: "Answers right away",
  intro: (botName: string) =>
    `Hi, I’m ${botName}. Ask me in your own words: I look it up in our help center, and get a person if you like.`,
  messageLabel: "Your message",
  messageHint: "Write a message…",
  send: "Send",
  errorTitle: "That did not work",
  errorNetwork: "The server cannot be reached. Check your connection and try again.",
};

export const rest = late(() => import("../chat/en.ts"));

export type CoreText = typeof text;
