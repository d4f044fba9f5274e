import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { type Arrival, lateComponent } from "../late-component.tsx";
import { Meanwhile as Coming } from "../parts/Meanwhile.tsx";
import { withDeskbell } from "../with-deskbell.ts";
import type { PartProps } from "./part-props.ts";

export const payload = late(() => import("./payload-parts.ts"), withDeskbell);

export const Payload = lateComponent(payload, (parts) => parts.Payload, Meanwhile);
export const Change = lateComponent(payload, (parts) => parts.Change, Meanwhile);
export const PreChat = lateComponent(payload, (parts) => parts.PreChat, PreChatMeanwhile);

function Meanwhile({ children, failed, retry }: PartProps & Arrival) {
  const { text } = useApp();
  return (
    <>
      {children}
      {failed && (
        <button type="button" class="button offer" onClick={retry}>
          {text.retry}
        </button>
      )}
    </>
  );
}

/** Words are not taken before the questions can be: the server would refuse them. */
function PreChatMeanwhile({ failed, retry }: Arrival) {
  return (
    <div class="pre-chat">
      <Coming rows={3} failed={failed} retry={retry} />
    </div>
  );
}
