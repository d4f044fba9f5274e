import { useApp } from "../app-context.ts";
import { type Arrival, late, lateComponent } from "../late.tsx";
import type { PartProps } from "./part-props.ts";

const payload = late(() => import("./payload-parts.ts"));

export const Payload = lateComponent(payload, (parts) => parts.Payload, Meanwhile);
export const Change = lateComponent(payload, (parts) => parts.Change, Meanwhile);

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
