import type { Citation } from "@deskbell/sdk";
import { lateComponent } from "../late-component.tsx";
import { lateRichText } from "./late-rich-text.ts";

interface WordsProps {
  body: string;
  citations?: Citation[] | undefined;
}

/** Nothing in them means more than it says. */
const plain = /^[^*_`~#>[\]\\|:\n]*$/;

const RichText = lateComponent(lateRichText, (parts) => parts.RichText, Plain);

/** What somebody said. */
export const Words = (props: WordsProps) => (plain.test(props.body) ? <Plain {...props} /> : <RichText {...props} />);

function Plain({ body }: WordsProps) {
  return (
    <div class="rich" dir="auto">
      <p>{body}</p>
    </div>
  );
}
