/** What a contact chooses with one press: `text` is what they then say, `value` is for the program behind. */
export interface Choice {
  /** Unique within its message. 1 to 200 characters. */
  value: string;
  /** 1 to 80 characters. */
  text: string;
}

/** Answers to choose from; shown for as long as their message is the last one. */
export interface QuickReplies {
  type: "quick_replies";
  /** 1 to 12. */
  options: Choice[];
}

/** A `link` opens in a new tab (http, https or mailto), a `reply` is a {@link Choice}. */
export type CardButton = { kind: "link"; text: string; url: string } | { kind: "reply"; text: string; value: string };

export interface Card {
  title: string;
  text: string | null;
  /** https only. */
  imageUrl: string | null;
  /** At most 3. */
  buttons: CardButton[];
}

/** Things to look at, side by side. */
export interface Cards {
  type: "cards";
  /** 1 to 10. */
  cards: Card[];
}

/** A way into an article of the help centre. */
export interface ArticleLink {
  slug: string;
  title: string;
  excerpt: string;
}

export interface ArticleLinks {
  type: "articles";
  articles: ArticleLink[];
}

export const formFieldKinds = ["text", "multiline", "email", "phone", "number", "select", "consent"] as const;
export type FormFieldKind = (typeof formFieldKinds)[number];

export interface FormField {
  /** Unique within the form: a letter, then letters, digits, `_` and `-`. */
  name: string;
  label: string;
  kind: FormFieldKind;
  required: boolean;
  /**
   * What all of the text must match. A sequence of characters, classes such as `[a-z]` or `\d`, and quantifiers; no groups and no alternatives,
   * so that no pattern takes long. `text` only.
   */
  pattern: string | null;
  /** What a `select` offers; empty for the others. */
  options: string[];
}

/** Questions to answer together, once. */
export interface Form {
  type: "form";
  title: string | null;
  /** 1 to 20. */
  fields: FormField[];
  /** Words on the button; `null`: the reader's own for "Send". */
  submitText: string | null;
}

/** What asks a contact for something structured. */
export type Offer = QuickReplies | Cards | ArticleLinks | Form;

/** An offer as it is sent: articles only by name, their words come from the help centre. */
export type OfferInput = QuickReplies | Cards | Form | { type: "articles"; slugs: string[] };

/** A contact's choice of a {@link Choice}; the message's `body` is its text. */
export interface Reply {
  type: "reply";
  /** The message that offered it. */
  to: string;
  value: string;
}

export type FormValue = string | number | boolean;

/** A contact's answers as they are sent. */
export interface FormResponseInput {
  type: "form_response";
  /** The message with the form. */
  to: string;
  /** By field name. What was left empty is left out. */
  values: Record<string, FormValue>;
}

/** A contact's answers as they are stored; the message's `body` says the same in words. */
export interface FormResponse {
  type: "form_response";
  to: string;
  /** In the form's order; `null` was left empty. */
  answers: { name: string; label: string; value: FormValue | null }[];
}

/** What a contact may send beside text: only what answers an offer of the same conversation. */
export type ResponseInput = Reply | FormResponseInput;

/** What may be chosen in a message with this payload. */
export function choicesOf(payload: { type: string } | null): Choice[] {
  const offer = payload as Offer | null;
  if (offer?.type === "quick_replies") return offer.options;
  if (offer?.type !== "cards") return [];
  return offer.cards.flatMap(({ buttons }) => buttons.filter((button) => button.kind === "reply"));
}
