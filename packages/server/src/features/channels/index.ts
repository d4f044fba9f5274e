export { createChannel, type NewChannel } from "./create-channel.ts";
export { identitySecret } from "./identity-secret.ts";
export { officeStateAt } from "./office-state.ts";
export { mayEmbed } from "./policy.ts";
export { type ChannelRow, presentChannel, settingsOf } from "./present.ts";
export { findChannelByKey, findIdleRules, getApiChannel, getChannel, listLiveIdentityKeys } from "./queries.ts";
export { presentQuestion, readAnswers } from "./questions.ts";
export { widgetFiles, widgetManifest } from "./widget-build.ts";
