import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BlankProject, createBlankProject } from "./blank-project.ts";

let project: BlankProject;
beforeAll(async () => {
  project = await createBlankProject();
});
afterAll(() => project.remove());

const resolutions = ["bundler", "node16"] as const;

const sdkApp = `
import { createDeskbell, createUploads, DeskbellError, parseMarkdown, type ErrorCode, type Message, type ThreadState } from "@deskbell/sdk";
import { createAgentClient } from "@deskbell/sdk/agent";
import { createServerClient, verifyWebhook, type Ticket } from "@deskbell/sdk/node";

const deskbell = createDeskbell({ host: "https://a.example", channelKey: "demo", getToken: async () => null });
const state: ThreadState = deskbell.thread(null).get();
const off: () => void = deskbell.on("message.created", ({ seq }) => seq.toFixed());
// @ts-expect-error there is no such event
deskbell.on("message.lost", () => undefined);
// @ts-expect-error nobody is told what the team notes
deskbell.on("note.created", () => undefined);
const code: ErrorCode | "network" | "timeout" | "aborted" = new DeskbellError(state.error!).code;
// @ts-expect-error there is no such code
code === "lost";
const agent = createAgentClient({ host: "", apiKey: "dk_x" });
export const role: Promise<"owner" | "admin" | "supervisor" | "agent" | "viewer"> = agent.me().then((me) => me.role);
const server = createServerClient({ host: "https://a.example", apiKey: "dk_x" });
export async function count(): Promise<Ticket[]> {
  const open: Ticket[] = [];
  for await (const ticket of server.all((page) => server.tickets.list({ view: "open", ...page }))) open.push(ticket);
  return open;
}
export const real: boolean = verifyWebhook("{}", new Headers(), "whsec_eA==", { toleranceSeconds: 60 });
export const progress: number[] = createUploads({ files: deskbell.files }).get().map(({ progress }) => progress);
export const texts = (messages: Message[]) => messages.map(({ body }) => parseMarkdown(body));
off();
`;

const widgetApp = `
import { mountDeskbell, type DeskbellCommands, type DeskbellSettings } from "@deskbell/widget";
import { DeskbellWidget, useDeskbell } from "@deskbell/widget/react";
import { useDeskbell as useInVue } from "@deskbell/widget/vue";

const settings: DeskbellSettings = { theme: "dark", brandColor: "#4f46e5" };
const options = { host: "https://a.example", channelKey: "demo", ...settings };
export function page(dialog: HTMLDialogElement): DeskbellCommands {
  const deskbell = mountDeskbell(dialog, options);
  const off: () => void = deskbell.on("unreadCountChange", ({ count }) => count.toFixed());
  // @ts-expect-error there is no such theme
  deskbell.setTheme("pink");
  // @ts-expect-error there is no such command
  deskbell.explode();
  // @ts-expect-error the channel has to be said
  mountDeskbell({ host: "https://a.example" });
  off();
  return mountDeskbell(options);
}
export const inReact = (): DeskbellCommands | null => DeskbellWidget(options) ?? useDeskbell(options);
export const inVue = (): DeskbellCommands | null => useInVue(() => options).value;
`;

const described: Record<string, string[]> = {
  "@deskbell/sdk": [
    "DeskbellOptions",
    "ServerClientOptions",
    "ServerClient",
    "AnyThread",
    "Thread",
    "ThreadState",
    "Uploads",
  ],
  "@deskbell/widget": ["DeskbellCommands", "DeskbellSettings", "DeskbellUser", "DeskbellPageEvents", "MountOptions"],
};

describe.each([
  ["@deskbell/sdk", sdkApp],
  ["@deskbell/widget", widgetApp],
])("%s as it is published", (name, app) => {
  it.each(resolutions)("compiles in a blank project with moduleResolution %s", async (moduleResolution) => {
    await project.write("app.ts", app);
    expect(await project.compile("app.ts", moduleResolution)).toBe("");
  });

  it("says what everything is: there is no any in its types", async () => {
    const files = [...(await project.read(name))].filter(([file]) => file.endsWith(".d.ts"));
    expect(files.length).toBeGreaterThan(2);
    for (const [file, text] of files) {
      const types = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(types.match(/^.*\bany\b.*$/m)?.[0], file).toBeUndefined();
    }
  });

  it("describes every option, command, setting and event where it is typed", async () => {
    const text = (await project.read(name)).entries();
    const types = [...text].flatMap(([file, content]) => (file.endsWith(".d.ts") ? content : [])).join("\n");
    for (const named of described[name] ?? expect.unreachable()) {
      const body =
        new RegExp(`^interface ${named}\\b[^]*?\\{\\n([^]*?)^\\}`, "m").exec(types)?.[1] ?? expect.unreachable(named);
      const lines = body.split("\n");
      const bare = lines.filter((line, at) => /^ {4}[\w"]/.test(line) && !/\*\/$/.test(lines[at - 1] ?? ""));
      expect(bare, named).toEqual([]);
    }
  });

  it("brings no zod, nothing of the workspace, a licence and a first page to read", async () => {
    const files = await project.read(name);
    const texts = [...files].filter(([file]) => /\.(js|ts|json)$/.test(file)).map(([, text]) => text);
    expect(texts.join("\n")).not.toMatch(/\bzod\b|@deskbell\/contract|workspace:\*/);
    expect([...files.keys()]).toEqual(expect.arrayContaining(["package.json", "README.md", "LICENSE", "index.d.ts"]));
    const { dependencies = {}, sideEffects, type } = JSON.parse(files.get("package.json") ?? "");
    expect({ dependencies: Object.keys(dependencies), sideEffects, type }).toEqual({
      dependencies: name === "@deskbell/sdk" ? ["socket.io-client"] : [],
      sideEffects: false,
      type: "module",
    });
  });
});

it("every door opens on a server, where there is no window, and loads no socket", async () => {
  const said = await project.node(
    "--input-type=module",
    "-e",
    `for (const door of ["sdk", "sdk/agent", "sdk/node", "widget", "widget/react", "widget/vue"]) await import("@deskbell/" + door);
     const { createDeskbell, parseMarkdown } = await import("@deskbell/sdk");
     createDeskbell({ host: "https://a.example", channelKey: "demo" }).thread(null).close();
     console.log(parseMarkdown("hi")[0].type, typeof window, process.getActiveResourcesInfo().filter((one) => /Timeout|TCP/.test(one)).length)`,
  );
  expect(said).toBe("paragraph undefined 0\n");
});

/** What a page loads at once whose own code is this. */
async function bundle(code: string): Promise<string> {
  await project.write("page.js", code);
  const result = await build({
    root: project.folder,
    configFile: false,
    logLevel: "silent",
    build: { write: false, modulePreload: false, rolldownOptions: { input: `${project.folder}/page.js` } },
  });
  const output = [result].flat().flatMap((one) => ("output" in one ? one.output : []));
  return output.flatMap((chunk) => (chunk.type === "chunk" && chunk.isEntry ? chunk.code : [])).join("\n");
}

it("a page pays for what it imports: an error class brings no client, a client no socket", async () => {
  const error = await bundle(
    `import { DeskbellError } from "@deskbell/sdk"; console.log(new DeskbellError({ code: "network" }).code)`,
  );
  expect(error.length).toBeLessThan(1_500);
  expect(error).not.toMatch(/conversations|localStorage/);
  const client = await bundle(`import { createDeskbell } from "@deskbell/sdk"; createDeskbell({}).start()`);
  expect(client).toMatch(/conversations/);
  expect(client).not.toMatch(/EIO|engine\.io/);
  const launcher = await bundle(`import { mountDeskbell } from "@deskbell/widget"; mountDeskbell({ host: "" })`);
  expect(launcher).toMatch(/deskbell-widget/);
  expect(launcher).not.toMatch(/localStorage\.setItem|\/v1\//);
});
