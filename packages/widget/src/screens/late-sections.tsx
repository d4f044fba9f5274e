import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { type Arrival, lateComponent } from "../late-component.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { withDeskbell } from "../with-deskbell.ts";

/** The first screen and the sections beside it, but not what they lead to. */
export const lateSections = late(() => import("./section-parts.ts"), withDeskbell);

export const Problem = lateComponent(lateSections, (parts) => parts.Problem);
export const Continue = lateComponent(lateSections, (parts) => parts.Continue);
export const StartHint = lateComponent(
  lateSections,
  (parts) => parts.StartHint,
  () => {
    const { text, shell } = useApp();
    return <>{text.startChatHint(shell.settings.botName)}</>;
  },
);
export const HomeLinks = lateComponent(
  lateSections,
  (parts) => parts.HomeLinks,
  (arrival: Arrival) => (
    <section class="card">
      <Meanwhile rows={4} {...arrival} />
    </section>
  ),
);
export const Sections = lateComponent(
  lateSections,
  (parts) => parts.Sections,
  () => <div class="sections" />,
);
