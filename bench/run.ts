import { chat } from "./chat.ts";
import { overview } from "./overview.ts";
import { widget } from "./widget.ts";

const [suite, ...args] = process.argv.slice(2);
if (suite === undefined) await overview();
else if (suite === "chat") await chat(args);
else if (suite === "widget") await widget(args);
else throw new Error(`There is no bench "${suite}": pnpm bench, pnpm bench chat or pnpm bench widget`);
