/** A conversation on its way to somebody's mailbox. */
export interface Transcript {
  id: string;
  conversationId: string;
  /** Where it goes. */
  email: string;
  createdAt: string;
}

/** Body of `POST /v1/agent/conversations/:id/transcript`: to the contact's own address, or `email_unknown`. */
export interface SendTeamTranscript {
  /** Unique per conversation: repeating it sends nothing more. Without one, every request sends. */
  clientId?: string;
  /** BCP 47: the language of all that nobody wrote. Default: the contact's, by their words. */
  locale?: string;
  /** Of the times in it, such as `Europe/Berlin`. Default: UTC. */
  timeZone?: string;
}

/** Body of `POST /v1/conversations/:id/transcript`. */
export interface SendTranscript extends SendTeamTranscript {
  /** Default: the contact's own, if that is known. */
  email?: string;
}
