import type {
  AfterClose,
  Assignment,
  IdentityMode,
  Preset,
  TeamChannel,
  Theme,
  UpdateChannel,
} from "@deskbell/sdk/agent";

/** What stands in the form, as the server takes it. */
export function readChannelForm(form: HTMLFormElement, channel: TeamChannel): UpdateChannel {
  const data = new FormData(form);
  const word = (name: string) => String(data.get(name) ?? "").trim();
  const idle = data.has("idle")
    ? {
        warnAfterMinutes: Number(word("warnAfterMinutes")),
        closeAfterMinutes: Number(word("closeAfterMinutes")),
        makeTicket: data.has("makeTicket"),
      }
    : null;
  const conversations = { several: data.has("several"), afterClose: word("afterClose") as AfterClose };
  const assignment = word("assignment") as Assignment;
  const ticketFields = JSON.parse(word("ticketFields"));
  if (channel.kind !== "website") return { assignment, conversations, idle, ticketFields };
  return {
    name: word("name"),
    settings: {
      greeting: word("greeting"),
      tagline: word("tagline"),
      botName: word("botName"),
      brandColor: word("brandColor"),
      title: word("title") || null,
      logoUrl: JSON.parse(word("logoUrl")),
      theme: word("theme") as Theme,
      preset: word("preset") as Preset,
      offsetX: Number(word("offsetX")),
      offsetY: Number(word("offsetY")),
      position: word("position") === "left" ? "left" : "right",
      locale: word("locale") || null,
      ...JSON.parse(word("home")),
    },
    allowedDomains: word("allowedDomains")
      .split(/[\s,]+/)
      .filter(Boolean),
    identityMode: word("identityMode") as IdentityMode,
    identityHash: data.has("identityHash"),
    assignment,
    conversations,
    idle,
    preChat: JSON.parse(word("preChat")),
    ticketFields,
    hours: JSON.parse(word("hours")),
    proactive: JSON.parse(word("proactive")),
  };
}
