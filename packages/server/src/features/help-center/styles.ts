/** The help centre's style sheet. Colours come from the channel's brand; everything else is quiet. */
export const styles = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#5c6570;--faint:#69717b;--paper:#fff;--wash:#f6f7f8;--line:#e5e8eb;--link:color-mix(in oklab,var(--brand) 88%,#000);--tint:color-mix(in oklab,var(--brand) 9%,var(--paper));--code:#f3f4f6;--shadow:0 1px 2px rgb(16 24 40/.05),0 8px 24px -12px rgb(16 24 40/.12)}
@media (prefers-color-scheme:dark){:root{--ink:#eceff2;--soft:#a3acb6;--faint:#79828c;--paper:#121518;--wash:#181c20;--line:#2a3036;--link:color-mix(in oklab,var(--brand) 55%,#fff);--tint:color-mix(in oklab,var(--brand) 18%,var(--paper));--code:#1d2227;--shadow:none}}
*{box-sizing:border-box}
html{scroll-padding-top:24px;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
body{margin:0;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:16px/1.65 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;text-rendering:optimizeLegibility}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:focus-visible,button:focus-visible,input:focus-visible,pre:focus-visible,.table:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:3px;border-radius:4px}
.skip{position:absolute;inset-inline-start:-999px;background:var(--paper);padding:8px 16px;z-index:2}.skip:focus{inset-inline-start:16px;inset-block-start:8px}
.bar,main,footer{width:100%;max-width:1080px;margin-inline:auto;padding-inline:24px}
.top{border-bottom:1px solid var(--line)}
.bar{display:flex;align-items:center;gap:24px;min-height:64px;padding-block:10px}
.brand{display:flex;align-items:center;gap:10px;font-weight:650;letter-spacing:-.01em;color:var(--ink);text-decoration:none;white-space:nowrap}
.brand small{color:var(--soft);font-size:15px;font-weight:450}
.mark{display:grid;place-items:center;width:30px;height:30px;border-radius:9px;background:var(--brand);color:var(--on-brand);font-weight:700;font-size:15px}
.search{display:flex;align-items:center;position:relative;margin-inline-start:auto;width:min(100%,380px)}
.search svg{position:absolute;inset-inline-start:13px;width:18px;height:18px;fill:none;stroke:var(--faint);stroke-width:1.7;stroke-linecap:round;pointer-events:none}
.search input{appearance:none;width:100%;min-width:0;font:inherit;font-size:16px;color:inherit;background:var(--wash);border:1px solid var(--line);border-radius:12px;padding:8px 14px 8px 40px;padding-inline:40px 14px}
.search input:focus-visible{outline-offset:0;background:var(--paper)}
.search input::placeholder{color:var(--faint)}
.search button{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);border:0;padding:0}
main{flex:1;padding-block:40px 72px}
footer{display:flex;justify-content:space-between;gap:16px;color:var(--faint);font-size:14px;padding-block:20px 28px;border-top:1px solid var(--line)}footer p{margin:0}
h1,h2,h3,h4{line-height:1.25;letter-spacing:-.015em;text-wrap:balance;overflow-wrap:anywhere}
.hero{text-align:center;padding:44px 24px 48px;margin:-8px 0 44px;border-radius:24px;background:var(--tint)}
.hero h1{font-size:clamp(30px,5vw,44px);font-weight:700;letter-spacing:-.03em;margin:0 0 22px}
.hero .search{margin-inline:auto;width:min(100%,560px)}
.hero .search input{font-size:17px;padding-block:14px;background:var(--paper);border-color:transparent;box-shadow:var(--shadow);border-radius:14px}
.hero .search svg{inset-inline-start:15px}.hero .search input{padding-inline-start:44px}
.cards{display:grid;gap:20px;grid-template-columns:repeat(auto-fill,minmax(min(100%,310px),1fr));padding:0;margin:0;list-style:none}
.card{border:1px solid var(--line);border-radius:18px;padding:22px 24px 18px;display:flex;flex-direction:column;background:var(--paper)}
.card h2{font-size:18px;margin:0 0 10px}.card h2 a{color:inherit;text-decoration:none}.card h2 a:hover{color:var(--link)}
.card ul{list-style:none;padding:0;margin:0 0 14px}.card li a{display:block;padding:5px 0;color:var(--soft);text-decoration:none;line-height:1.45}.card li a:hover{color:var(--link);text-decoration:underline}
.card .all{margin-top:auto;font-size:14px;font-weight:550;text-decoration:none}.card .all:hover{text-decoration:underline}
.crumbs{font-size:14px;color:var(--faint);margin-bottom:18px}.crumbs ol{display:flex;flex-wrap:wrap;gap:2px 8px;padding:0;margin:0;list-style:none}.crumbs li+li::before{content:"›";margin-inline-end:8px}.crumbs a{color:var(--soft);text-decoration:none}.crumbs a:hover{color:var(--link);text-decoration:underline}
.page-title{font-size:clamp(26px,4vw,34px);font-weight:700;letter-spacing:-.025em;margin:0 0 20px}
.count{color:var(--soft);margin:-14px 0 24px}
.results{list-style:none;padding:0;margin:0;max-width:760px}
.results li{border-top:1px solid var(--line);padding:18px 0}.results li:first-child{border-top:0;padding-top:6px}
.results h2{font-size:18px;margin:0 0 2px}.results h2 a{text-decoration:none}.results h2 a:hover{text-decoration:underline}
.results p{margin:0;color:var(--soft);overflow-wrap:anywhere}.results .where{font-size:13.5px;color:var(--faint);margin-top:4px}
mark{background:color-mix(in oklab,var(--brand) 22%,transparent);color:var(--ink);border-radius:3px;padding:0 .12em}
.more{display:inline-block;margin-top:18px;padding:9px 18px;border:1px solid var(--line);border-radius:11px;text-decoration:none;font-weight:550;color:var(--ink)}.more:hover{background:var(--wash)}
.empty{text-align:center;padding:56px 0;color:var(--soft)}.empty h1,.empty h2{color:var(--ink);margin:0 0 8px}
.reading{display:grid;grid-template-columns:minmax(0,720px);gap:56px}
.reading.with-toc{grid-template-columns:minmax(0,720px) minmax(180px,1fr)}
.article h1{font-size:clamp(28px,4.4vw,38px);font-weight:700;letter-spacing:-.028em;margin:0 0 12px;line-height:1.15}
.lead{font-size:18.5px;line-height:1.55;color:var(--soft);margin:0 0 10px}
.updated{font-size:14px;color:var(--faint);margin:0 0 30px;padding-bottom:22px;border-bottom:1px solid var(--line)}
.body{font-size:17px;line-height:1.7;overflow-wrap:break-word}
.body p{margin:0 0 1.1em}.body h2{font-size:24px;margin:1.9em 0 .6em}.body h3{font-size:19.5px;margin:1.7em 0 .5em}.body h4{font-size:17px;margin:1.5em 0 .4em}
.body>:first-child{margin-top:0}
.body .anchor{color:var(--faint);text-decoration:none;opacity:0;font-weight:400}.body :is(h2,h3,h4):hover .anchor,.body .anchor:focus-visible{opacity:1}
.body :target{background:linear-gradient(var(--tint),var(--tint));box-shadow:-8px 0 0 var(--tint),8px 0 0 var(--tint);border-radius:4px}
.body ul,.body ol{margin:0 0 1.1em;padding-inline-start:1.5em}.body li{margin:.35em 0}.body li>p{margin:0 0 .6em}.body li::marker{color:var(--faint)}
.body img{max-width:100%;height:auto;border-radius:12px;border:1px solid var(--line)}
.body code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--code);border-radius:5px;padding:.15em .35em;overflow-wrap:anywhere}
.body pre{background:var(--code);border-radius:12px;padding:16px 18px;overflow-x:auto;margin:0 0 1.2em;line-height:1.55}.body pre code{background:none;padding:0;font-size:14.5px;overflow-wrap:normal}
.body blockquote{margin:0 0 1.2em;padding:2px 0 2px 18px;padding-inline:18px 0;border-inline-start:3px solid var(--line);color:var(--soft)}
.body hr{border:0;border-top:1px solid var(--line);margin:2em 0}
.table{overflow-x:auto;margin:0 0 1.3em;border:1px solid var(--line);border-radius:12px}.table table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.5}.table th,.table td{padding:10px 14px;text-align:start;vertical-align:top;border-top:1px solid var(--line);min-width:7em}.table thead th{background:var(--wash);border-top:0;font-weight:600}
.callout{--tone:#3b82f6;border-radius:12px;padding:13px 18px;margin:0 0 1.3em;border-inline-start:4px solid var(--tone);background:color-mix(in oklab,var(--tone) 8%,var(--paper))}
.callout.tip{--tone:#16a34a}.callout.important{--tone:#8b5cf6}.callout.warning{--tone:#d97706}.callout.caution{--tone:#dc2626}
.callout .callout-title{font-weight:650;font-size:14.5px;margin:0 0 2px;color:color-mix(in oklab,var(--tone) 75%,var(--ink))}.callout>:last-child{margin-bottom:0}
.toc{font-size:14px;line-height:1.45}.toc nav{position:sticky;top:28px;max-height:calc(100dvh - 56px);overflow-y:auto}
.toc h2{font-size:13px;letter-spacing:0;color:var(--faint);font-weight:600;margin:4px 0 10px}.toc ul{list-style:none;padding:0;margin:0;border-inline-start:1px solid var(--line)}.toc a{display:block;padding:4px 14px;color:var(--soft);text-decoration:none}.toc a:hover{color:var(--link)}
.helpful{display:flex;flex-wrap:wrap;align-items:center;gap:10px 14px;margin:44px 0 0;padding:18px 22px;border-radius:16px;background:var(--wash)}.helpful p{margin:0;font-weight:550}
.helpful button{font:inherit;font-weight:550;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:6px 18px;cursor:pointer}.helpful button:hover{border-color:var(--link);color:var(--link)}
.helpful .trap{position:absolute;inset-inline-start:-9999px}
.related{margin-top:40px}.related h2{font-size:19px;margin:0 0 10px}.related ul{list-style:none;padding:0;margin:0}.related li{border-top:1px solid var(--line)}.related a{display:block;padding:11px 0;text-decoration:none;color:var(--ink);font-weight:520}.related a:hover{color:var(--link)}.related small{display:block;color:var(--soft);font-weight:400;font-size:14px;line-height:1.45}
@media (max-width:900px){.reading.with-toc{grid-template-columns:minmax(0,1fr);gap:0}.toc{order:-1;margin-bottom:20px}.toc nav{position:static;max-height:none;border:1px solid var(--line);border-radius:12px;padding:12px 8px}.toc h2{padding-inline:14px}.toc ul{border:0}}
@media (max-width:600px){.bar,main,footer{padding-inline:18px}.bar{flex-wrap:wrap;gap:10px}.bar .search{width:100%}main{padding-block:26px 56px}.hero{margin-inline:-6px;padding:34px 18px 36px;border-radius:20px}.body{font-size:16.5px}.lead{font-size:17px}}
@media print{.top,.toc,.helpful,.related,.crumbs,.anchor,.skip,footer{display:none!important}body{background:#fff;color:#000;font-size:11pt}main{padding:0;max-width:none}.body a{color:#000}.body a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}.callout,.table,pre{break-inside:avoid}h2,h3{break-after:avoid}}
`;
