import "@fontsource-variable/inter/wght.css";
import "./ui/tokens.css";
import "./ui/base.css";
import "./ui/controls.css";
import { QueryClientProvider } from "@tanstack/preact-query";
import { render } from "preact";
import { Router } from "wouter-preact";
import { App } from "./App.tsx";
import { queryClient } from "./query-client.ts";
import { checkSession } from "./sign-in/session.ts";
import { locale } from "./text/text.ts";

document.documentElement.lang = locale;
void checkSession();

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no #app.");
render(
  <QueryClientProvider client={queryClient}>
    <Router base="/console">
      <App />
    </Router>
  </QueryClientProvider>,
  root,
);
