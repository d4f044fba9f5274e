export { createChannel, type NewChannel } from "./create-channel.ts";
export { mayEmbed } from "./policy.ts";
export { type ChannelRow, presentChannel } from "./present.ts";
export { findChannelByKey, getApiChannel } from "./queries.ts";
