import { type Arrival, late, lateComponent } from "../late.tsx";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";

const articles = late(() => import("./article-screens.ts"));
const tickets = late(() => import("./ticket-screens.ts"));

export const ArticlesScreen = lateComponent(articles, ({ Articles }) => Articles, Meanwhile);
export const ArticleScreen = lateComponent(articles, ({ Article }) => Article, Meanwhile);
export const TicketsScreen = lateComponent(tickets, ({ Tickets }) => Tickets, Meanwhile);
export const TicketScreen = lateComponent(tickets, ({ Ticket }) => Ticket, Meanwhile);
export const TicketFormScreen = lateComponent(tickets, ({ TicketForm }) => TicketForm, Meanwhile);

function Meanwhile({ failed, retry }: Arrival) {
  return (
    <>
      <Header title="" />
      <div class="body">{failed ? <Failure error={null} retry={retry} /> : <Skeleton />}</div>
    </>
  );
}
