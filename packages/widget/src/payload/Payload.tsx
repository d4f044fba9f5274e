import { ArticleLinks } from "./ArticleLinks.tsx";
import { Cards } from "./Cards.tsx";
import { FormAnswers } from "./FormAnswers.tsx";
import { FormPart } from "./FormPart.tsx";
import type { PartProps } from "./part-props.ts";
import { QuickReplies } from "./QuickReplies.tsx";

/** What a message has beside its text. */
export function Payload(props: PartProps) {
  const { payload } = props.message;
  switch (payload?.type) {
    case "quick_replies":
      return <QuickReplies {...props} offer={payload} />;
    case "cards":
      return <Cards {...props} offer={payload} />;
    case "articles":
      return <ArticleLinks offer={payload} />;
    case "form":
      return <FormPart {...props} form={payload} />;
    case "form_response":
      return <FormAnswers answers={payload.answers} />;
    default:
      return null;
  }
}
