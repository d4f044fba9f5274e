/**
 * Every refusal there is: its HTTP status and the sentence a person reads. Codes are stable, sentences may be reworded.
 */
export const errorTable = {
  invalid_json: { status: 400, message: "The request body is not valid JSON." },
  invalid_input: { status: 422, message: "Some fields are missing or wrong." },
  body_too_large: { status: 413, message: "The request is larger than what is accepted here." },
  unauthenticated: { status: 401, message: "Sign in or start a session first." },
  wrong_credentials: { status: 401, message: "This e-mail and password do not belong together." },
  session_expired: { status: 401, message: "This session has ended. Start a new one." },
  identity_required: { status: 401, message: "This channel serves people who are signed in. Sign in first." },
  identity_expired: { status: 401, message: "This proof of identity has expired. Make a new one." },
  identity_invalid: { status: 401, message: "This proof of identity does not hold for this channel." },
  identity_off: { status: 403, message: "This channel takes no identities." },
  forbidden: { status: 403, message: "You may not do this." },
  blocked: { status: 403, message: "The team has blocked this contact or network." },
  domain_not_allowed: { status: 403, message: "This website is not on the channel's list of allowed domains." },
  not_found: { status: 404, message: "There is nothing here, or you cannot see it." },
  channel_not_found: { status: 404, message: "No channel has this key. Check the key in your snippet." },
  answers_needed: {
    status: 422,
    message: "This channel asks a few questions before a conversation. Send the answers.",
  },
  conversation_open: { status: 409, message: "This channel has one conversation at a time. Write into the open one." },
  conversation_closed: { status: 409, message: "This conversation is closed. Start a new one." },
  message_deleted: { status: 409, message: "This message has been deleted." },
  already_answered: { status: 409, message: "This form has already been submitted." },
  change_too_late: { status: 409, message: "It is too late to change this message." },
  already_claimed: { status: 409, message: "Somebody else has already taken this conversation." },
  already_there: { status: 409, message: "The conversation is already there." },
  name_taken: { status: 409, message: "There is one of this name already. Choose another name." },
  last_owner: { status: 409, message: "A workspace keeps at least one owner. Make somebody else owner first." },
  illegal_transition: { status: 409, message: "This status cannot follow the present one." },
  version_conflict: { status: 409, message: "Somebody else changed this in the meantime. Reload and try again." },
  client_id_reused: { status: 409, message: "This clientId was already used for something else." },
  file_too_large: { status: 413, message: "This file is larger than what is accepted here." },
  file_type_not_allowed: { status: 415, message: "Files of this kind are not accepted here." },
  file_empty: { status: 422, message: "This file is empty." },
  file_infected: { status: 422, message: "This file holds malware and was put aside." },
  file_used: { status: 409, message: "This file is already in another message." },
  upload_incomplete: { status: 400, message: "The file did not arrive whole. Send it again." },
  link_expired: { status: 410, message: "This link has expired. Open the conversation again for a new one." },
  mail_off: { status: 403, message: "This server sends no e-mail." },
  email_unknown: { status: 422, message: "No e-mail address of this contact is known. Say where to send it." },
  looks_automated: {
    status: 422,
    message: "This was filled in as programs do it. Leave the form's hidden field empty.",
  },
  rate_limited: { status: 429, message: "Too many requests. Wait a moment and try again." },
  internal: { status: 500, message: "Something went wrong on our side. Please try again." },
  unavailable: { status: 503, message: "The service is not available right now. Please try again." },
} as const satisfies Record<string, { status: number; message: string }>;

/** A refusal's stable name. */
export type ErrorCode = keyof typeof errorTable;

/** The body of every refusal. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    /** A sentence for a person, in English. */
    message: string;
    /** Quote this when asking for help: the server's log has the whole story under it. */
    requestId: string;
    /** Path of a field → what is wrong with it. Only with `invalid_input`, `answers_needed`, `illegal_transition`; with `conversation_open`, `conversationId`. */
    fields?: Record<string, string>;
  };
}
