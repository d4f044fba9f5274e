import { chat } from "./chat.ts";
import { overview } from "./overview.ts";

const [suite, ...args] = process.argv.slice(2);
if (suite === undefined) await overview();
else if (suite === "chat") await chat(args);
else throw new Error(`There is no bench "${suite}": pnpm bench, or pnpm bench chat`);
