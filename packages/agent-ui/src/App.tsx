import { useEffect } from "preact/hooks";
import { Redirect, Route, Switch } from "wouter-preact";
import { ArticlesPage } from "./articles/ArticlesPage.tsx";
import { InboxPage } from "./inbox/InboxPage.tsx";
import { startLive } from "./live.ts";
import { routes } from "./routes.ts";
import { SettingsPage } from "./settings/SettingsPage.tsx";
import { Shell } from "./shell/Shell.tsx";
import { StartPage } from "./shell/StartPage.tsx";
import { SignIn } from "./sign-in/SignIn.tsx";
import { session } from "./sign-in/session.ts";
import { TicketPage } from "./tickets/TicketPage.tsx";
import { TicketsPage } from "./tickets/TicketsPage.tsx";
import { Toasts } from "./ui/Toasts.tsx";

export function App() {
  return (
    <>
      <Screen />
      <Toasts />
    </>
  );
}

function Screen() {
  const state = session.value;
  if (state.status === "out") return <SignIn />;
  if (state.status !== "in") return <StartPage unreachable={state.status === "unreachable"} />;
  return <SignedIn key={state.me.agent.id} agentId={state.me.agent.id} />;
}

function SignedIn({ agentId }: { agentId: string }) {
  useEffect(() => startLive(agentId), [agentId]);
  return (
    <Shell>
      <Switch>
        <Route path="/inbox/:view?/:conversationId?">
          {({ view, conversationId }) => <InboxPage view={view} conversationId={conversationId} />}
        </Route>
        <Route path="/tickets">
          <TicketsPage />
        </Route>
        <Route path="/tickets/:ticketId">{({ ticketId }) => <TicketPage key={ticketId} ticketId={ticketId} />}</Route>
        <Route path="/articles/:articleId?">{({ articleId }) => <ArticlesPage articleId={articleId} />}</Route>
        <Route path="/settings/:section?/:id?">{({ section, id }) => <SettingsPage section={section} id={id} />}</Route>
        <Route>
          <Redirect to={routes.inbox()} replace />
        </Route>
      </Switch>
    </Shell>
  );
}
