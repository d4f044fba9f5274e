const greeting =
  /^(?:hi+|hey+|hello|hiya|yo|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|grüezi|hola|buen[oa]s(?: (?:días|dias|tardes|noches))?|bonjour|bonsoir|salut|ciao|olá|oi|مرحبا|مرحبًا|أهلا|اهلا|السلام عليكم)(?: (?:there|all|everyone|team|bot|zusammen|à tous))?$/i;
const thanks =
  /^(?:(?:ok(?:ay)?|great|perfect|super|cool|awesome|no) )?(?:(?:many |that )?thanks?(?: you)?(?: (?:so much|very much|a lot|a bunch|again|for (?:your|the) help))?|thx|ty|cheers|that helped|danke(?: (?:schön|sehr|dir|ihnen))?|vielen dank|(?:muchas |mil )?gracias|merci(?: beaucoup)?|obrigad[oa]|grazie|شكرا(?: جزيلا)?|شكرًا(?: جزيلًا)?)$/i;

/** A greeting or thanks and nothing else; with a question beside it, the question counts. */
export function smallTalk(text: string): "greeting" | "thanks" | null {
  const line = text
    .replace(/[\p{P}\p{S}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (greeting.test(line)) return "greeting";
  return thanks.test(line) ? "thanks" : null;
}
