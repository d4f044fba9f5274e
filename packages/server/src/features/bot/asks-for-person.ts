const person =
  "(?:person|human(?: being)?|agent|representative|rep|operator|advis[eo]r|somebody|someone|real people|staff|support (?:team|agent|person)|team ?member|employee|customer (?:service|support|care))";
const anyOf = "(?:(?:a|an|any|some|the|your|one of your|real|live|actual|human|support|another)\\s+)*";
const own = "(?!'s|’s|\\s+(?:account|page|site|role|console|list|seat|group))";

/** Somebody else is meant to do the talking: that is a question about the product. */
const aboutOthers =
  /\b(visitors?|customers?|contacts?|users?|clients?|guests?|members?|they|he|she|people)\s+(can|could|to|want|talk|speak|chat|should|will|may)\b|\b(can|do|could|should|let|will|may)\s+(my|our|the|a|an|your)?\s*(visitors?|customers?|contacts?|users?|clients?|guests?|members?|they|he|she|people)\b/i;

const patterns: readonly RegExp[] = [
  // English
  new RegExp(`\\b(?:talk|speak|chat|talking|speaking|chatting)\\s+(?:to|with)\\s+${anyOf}${person}\\b${own}`, "i"),
  new RegExp(
    `\\b(?:connect|transfer|put|switch|forward|hand)\\s+me\\b.{0,24}\\b(?:to|with)\\s+${anyOf}${person}\\b`,
    "i",
  ),
  /\b(?:i|we)(?:'d| would)?\s+(?:really\s+|just\s+)?(?:want|need|like|prefer)\s+(?:to have\s+|help from\s+)?(?:a|an|the|some)?\s*(?:real|live|actual|human)?\s*(?:person|human|representative|human agent|live agent|real agent|support agent|human being)\b\s*(?:please|now|here|instead|to (?:help|answer)\b.*)?[.!?]*$/i,
  /\b(?:is|are) there (?:a |an |any )?(?:real |live |actual )?(?:person|human|agent|people|humans|anyone|anybody|someone)s? (?:here|there|available|around|i can (?:talk|speak|chat))/i,
  /\b(?:get|give|find|send) me (?:a |an |the )?(?:real |live |actual |human )*(?:person|human|agent|representative|operator)\b(?!'s)/i,
  /^\W*(?:can|could|may) (?:a|an|some) (?:real |live )?(?:person|human|agent) (?:please )?(?:help|answer|call|contact)\b/i,
  /^\W*(?:please |pls )?(?:a |an |the )?(?:real |live |actual )?(?:human|person|agent|operator|representative|live chat|customer service|human agent|live agent|live person|human support|real person)(?: please| pls| now)?\W*$/i,
  // Deutsch
  /\bmit\s+(?:(?:einem|einer|ner|nem|dem|der|eurem|ihrem|echten|richtigen|realen)\s+)*(?:mensch(?:en)?|person|mitarbeiter(?:in|n)?|agent(?:en|in)?|berater(?:in)?|kundenberater(?:in)?|kundendienst|support|jemand(?:em|en)?)\b.{0,24}\b(?:sprechen|reden|chatten|schreiben|verbinden|verbunden|telefonieren)\b/i,
  /\bverbinde[nt]?\s+(?:sie\s+)?mich\s+(?:bitte\s+)?mit\b/i,
  /^\W*(?:bitte\s+)?(?:ein(?:en|e)?\s+)?(?:echte[rn]?\s+)?(?:mensch(?:en)?|mitarbeiter(?:in)?|kundendienst)(?:\s+bitte)?\W*$/i,
  // Español, português, italiano
  /\b(?:hablar|chatear|comunicar(?:me|se)?|conversar|contactar|con[ée]ct[ae]me|p[aá]s[ae]me)\s+(?:con|a)\s+(?:(?:una?|alg[uú]n|alguna|el|la|otra|verdadera)\s+)*(?:persona|humano|ser humano|agente|alguien|asesor[a]?|operador[a]?|representante)\b/i,
  /^\W*(?:una?\s+)?(?:persona|humano|agente|asesor)(?:\s+(?:real|humano))?(?:\s+por favor)?\W*$/i,
  /\bfalar\s+com\s+(?:(?:uma?|algum|alguma)\s+)?(?:pessoa|humano|atendente|algu[ée]m|agente)\b/i,
  /\bparlare\s+con\s+(?:(?:una?|un')\s*)?(?:persona|umano|operatore|qualcuno|agente)\b/i,
  // Français
  /\b(?:parler|discuter|[ée]changer|parlez|contacter|joindre)\s+(?:(?:à|a|avec)\s+)?(?:(?:un|une|vraie?|quelque)\s+)*(?:humaine?|personne|agent|conseill[eè]re?|[eê]tre humain|quelqu['’]un|op[ée]rateur)(?![\p{L}])/iu,
  // Nederlands, русский, türkçe
  /\bmet\s+(?:een\s+)?(?:echt(?:e)?\s+)?(?:mens|persoon|medewerker|iemand)\s+(?:praten|spreken|chatten)\b/i,
  /(?:поговорить|связаться|соедин|переключ|позов).{0,24}(?:человек|оператор|специалист|сотрудник)/i,
  /(?:bir\s+)?(?:insanla|temsilciyle|müşteri temsilcisi|yetkiliyle).{0,20}(?:konuş|görüş|bağla)/i,
  // العربية, 中文, 日本語
  /(?:تحدث|أتحدث|اتحدث|التكلم|أتكلم|اتكلم|تكلم|التواصل|أتواصل|اتواصل|كلم|حولني|وصلني).{0,20}(?:شخص|إنسان|انسان|موظف|بشري|بشر|ممثل|خدمة العملاء|أحد|احد)/,
  /^\W*(?:موظف|إنسان|انسان|شخص حقيقي|خدمة العملاء)\W*$/,
  /转人工|人工客服|真人|(?:和|跟|与).{0,4}人.{0,2}(?:说话|聊|谈)/,
  /(?:人間|担当者|オペレーター|スタッフ)(?:と|に).{0,6}(?:話|つな|繋|代わ)/,
];

/** Whether these words ask for a human instead of the bot. A question about people ("add a person to a site") does not. */
export function asksForPerson(text: string): boolean {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length > longestRequest || aboutOthers.test(line)) return false;
  return patterns.some((pattern) => pattern.test(line));
}

// Longer texts tell a story, in which such words may mean anything; the button is always there.
const longestRequest = 400;
