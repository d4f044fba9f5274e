import type { Hono } from "hono";
import { html } from "hono/html";
import { AppError } from "../../app-error.ts";
import type { Deps } from "../../context.ts";
import { lookUp } from "../../transact.ts";
import { findChannelByKey } from "../channels/index.ts";

/** `/demo`: a website such as ours could be, with the demo channel's widget on it. */
export function demoPages(app: Hono<{ Variables: { requestId: string } }>, deps: Deps): void {
  app.get("/demo", async (http) => {
    if (!(await lookUp(deps, (db) => findChannelByKey(db, "demo")))) throw new AppError("not_found");
    return http.html(page);
  });
}

const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Fernwood — houseplants that arrive alive</title>
<meta name="description" content="A demo shop with the Deskbell widget on it.">
<script async src="/w/demo.js"></script>
<style>
  :root { color-scheme: light dark; --ink: #1d2b24; --soft: #5b6b62; --paper: #fbfaf6; --leaf: #2f6b4f; --line: #e4e1d6; --card: #fff }
  @media (prefers-color-scheme: dark) { :root { --ink: #edf3ee; --soft: #a5b5ab; --paper: #141a17; --leaf: #7fc4a0; --line: #2a352f; --card: #1b2420 } }
  * { box-sizing: border-box }
  body { margin: 0; font: 16px/1.6 ui-sans-serif, system-ui, sans-serif; color: var(--ink); background: var(--paper) }
  header, main, footer { max-width: 1080px; margin-inline: auto; padding-inline: 24px }
  header { display: flex; gap: 24px; align-items: center; padding-block: 20px }
  header b { font-size: 20px; letter-spacing: -.02em } nav { margin-inline-start: auto; display: flex; gap: 20px } a { color: inherit }
  nav a { text-decoration: none; color: var(--soft) } nav a:hover { color: var(--ink) }
  .hero { padding-block: 72px 56px; max-width: 640px }
  h1 { font: 600 clamp(36px, 6vw, 60px)/1.05 ui-serif, Georgia, serif; letter-spacing: -.02em; margin: 0 0 20px }
  .hero p { font-size: 19px; color: var(--soft); margin: 0 0 28px }
  button { font: inherit; font-weight: 600; padding: 12px 20px; border: 0; border-radius: 10px; background: var(--leaf); color: var(--paper); cursor: pointer }
  button:focus-visible, a:focus-visible { outline: 2px solid var(--leaf); outline-offset: 3px }
  ul { list-style: none; padding: 0; margin: 0 0 72px; display: grid; gap: 20px; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)) }
  li { border: 1px solid var(--line); border-radius: 16px; background: var(--card); overflow: hidden }
  li svg { display: block; width: 100%; height: 180px } li div { padding: 16px 18px 18px } h2 { font-size: 17px; margin: 0 } li p { margin: 2px 0 0; color: var(--soft) }
  footer { padding-block: 24px 96px; color: var(--soft); border-top: 1px solid var(--line) }
</style>
</head>
<body>
<header><b>Fernwood</b><nav><a href="#plants">Plants</a><a href="/help/demo">Help</a><a href="/console">For agents</a></nav></header>
<main>
<section class="hero">
<h1>Houseplants that arrive alive.</h1>
<p>This shop is made up; the support on it is real. Open the chat in the corner and ask something about Deskbell, such as “How do I put the widget on my website?”</p>
<button type="button" id="ask">Ask us anything</button>
</section>
<ul id="plants">
<li><svg viewBox="0 0 220 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><rect width="220" height="180" fill="#dfe9dc"/><path d="M110 165V70" stroke="#2f6b4f" stroke-width="5"/><g fill="#3f8a63"><ellipse cx="78" cy="80" rx="36" ry="17" transform="rotate(28 78 80)"/><ellipse cx="142" cy="70" rx="36" ry="17" transform="rotate(-28 142 70)"/><ellipse cx="110" cy="40" rx="17" ry="34"/></g></svg><div><h2>Rubber fig</h2><p>Forgiving. Likes a window.</p></div></li>
<li><svg viewBox="0 0 220 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><rect width="220" height="180" fill="#efe6d8"/><g stroke="#5c7f3a" stroke-width="9" stroke-linecap="round"><path d="M110 160V40M110 160 70 60M110 160l40-100M110 160 48 100M110 160l62-60"/></g></svg><div><h2>Snake plant</h2><p>Water it once a month, or don’t.</p></div></li>
<li><svg viewBox="0 0 220 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true"><rect width="220" height="180" fill="#dde6ea"/><g fill="#4a8c7a"><circle cx="80" cy="70" r="30"/><circle cx="140" cy="62" r="34"/><circle cx="112" cy="104" r="30"/></g><path d="M112 165v-40M80 98l30 40M140 96l-26 40" stroke="#34675a" stroke-width="5"/></svg><div><h2>Pilea</h2><p>Makes friends, then makes more.</p></div></li>
</ul>
</main>
<footer>Fernwood is a demo page of Deskbell. The articles behind the bot are in the <a href="/help/demo">help centre</a>.</footer>
<script>document.getElementById("ask").addEventListener("click", function () { window.Deskbell && window.Deskbell("open") })</script>
</body>
</html>`;
