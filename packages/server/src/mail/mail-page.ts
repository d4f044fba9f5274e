import { html } from "hono/html";

/** HTML in which everything has been escaped. */
export type MailMarkup = ReturnType<typeof html>;

/** A mail as a document: mail programs show little but text, so it is little more. */
export async function mailPage(page: { locale: string; title: string; main: MailMarkup }): Promise<string> {
  const { locale, title, main } = page;
  const direction = /^(ar|fa|he|ur)\b/i.test(locale) ? "rtl" : "ltr";
  const document = await html`<!doctype html>
<html lang="${locale}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body style="margin:0 auto;max-width:640px;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
${main}
</body>
</html>
`;
  return document.toString();
}

/** Words as they were written, line by line. */
export const linesOf = (words: string): MailMarkup[] =>
  words.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`));
