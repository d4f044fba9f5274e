import { createAgentClient, createMemoryStore, type UpdateChannel } from "@deskbell/sdk/agent";
import type { TestServer } from "./server.ts";

/** Signing in is limited: once a server. */
const cookies = new WeakMap<TestServer, Promise<string>>();

async function signIn({ url }: TestServer): Promise<string> {
  const answer = await fetch(`${url}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: "owner@demo.test", password: "deskbell-demo" }),
  });
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
}

/** Changes the demo's website channel, as its owner does. */
export async function changeDemoChannel(server: TestServer, change: UpdateChannel): Promise<void> {
  const { owner, channel } = await demoOwner(server);
  await owner.channels.update(channel.id, change);
}

/** Has the demo's website channel show a logo. Answers with its path. */
export async function uploadDemoLogo(server: TestServer, picture: Blob): Promise<string> {
  const { owner, channel } = await demoOwner(server);
  const { settings } = await owner.channels.uploadLogo(channel.id, picture);
  if (!settings.logoUrl) throw new Error("The logo is not there");
  return settings.logoUrl;
}

async function demoOwner(server: TestServer) {
  const signedIn = cookies.get(server) ?? signIn(server);
  cookies.set(server, signedIn);
  const cookie = await signedIn;
  const owner = createAgentClient({
    host: server.url,
    storage: createMemoryStore(),
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set("cookie", cookie);
      headers.set("origin", server.url);
      return fetch(input, { ...init, headers });
    },
  });
  const channel = (await owner.channels.list()).data.find(({ key }) => key === "demo");
  if (!channel) throw new Error("The demo has no website channel");
  return { owner, channel };
}
