import type { ComponentType } from "preact";
import { type Late, late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";
import { lateRichText } from "../parts/late-rich-text.ts";
import { MeanwhileScreen } from "../parts/MeanwhileScreen.tsx";
import type { Route } from "../route.ts";
import { withDeskbell } from "../with-deskbell.ts";
import { lateSections } from "./late-sections.tsx";

const tickets = late(() => import("./ticket-screens.ts"), withDeskbell);

const screen = <E, P extends object>(part: Late<E>, pick: (screens: E) => ComponentType<P>) =>
  lateComponent<E, P>(part, pick, MeanwhileScreen);

const Articles = screen(lateSections, (screens) => screens.Articles);
const Article = screen(lateRichText, (screens) => screens.Article);
const Conversations = screen(lateSections, (screens) => screens.Conversations);
const Tickets = screen(tickets, (screens) => screens.Tickets);
const Ticket = screen(tickets, (screens) => screens.Ticket);
const TicketForm = screen(tickets, (screens) => screens.TicketForm);

/** Every screen that is not there from the first moment. */
export function LateScreen({ route }: { route: Route }) {
  switch (route.name) {
    case "conversations":
      return <Conversations />;
    case "articles":
      return <Articles />;
    case "article":
      return <Article slug={route.slug} anchor={route.anchor} />;
    case "tickets":
      return <Tickets />;
    case "ticket":
      return <Ticket publicId={route.publicId} />;
    case "ticket-form":
      return <TicketForm />;
    default:
      return null;
  }
}
