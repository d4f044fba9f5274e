import type { Identity, SessionCheck } from "@deskbell/sdk";
import type { Refused } from "./ask-server.ts";

/** What is looked at, in the order in which it is told. */
export const checks = [
  "script",
  "policy",
  "storage",
  "server",
  "socket",
  "polling",
  "clock",
  "domain",
  "identity",
] as const;
export type Check = (typeof checks)[number];

/** What can be wrong. Stable: docs/troubleshooting.md explains each. */
export type Fault =
  | "script_twice"
  | "script_old"
  | "policy_blocks"
  | "storage_denied"
  | "server_unreachable"
  | "server_refuses"
  | "channel_not_found"
  | "socket_blocked"
  | "polling_blocked"
  | "clock_wrong"
  | "domain_not_allowed"
  | "token_failed"
  | "identity_required"
  | "identity_invalid"
  | "identity_expired"
  | "identity_off";

export interface Finding {
  check: Check;
  /** `null`: all is well. `unknown`: something else is in its way. */
  fault: Fault | "unknown" | null;
  /** For whoever mends it: an address, a directive, a field. Not translated. */
  detail: string;
}

/** What is to be diagnosed. */
export interface Patient {
  /** Origin of the server. */
  host: string;
  channelKey: string;
  identity?: Identity | undefined;
  getToken?: (() => Promise<string | null>) | undefined;
  /** Whether a session is under way: then the page's proof was good enough, or none is needed. */
  hasSession: boolean;
  ask(identity: Identity | null): Promise<SessionCheck | Refused>;
}

/** How long a probe may take, in ms. */
const patience = 8_000;
/** What a clock may be off by, in ms: less disturbs nothing. */
const clockTolerance = 120_000;

type Verdict = [fault: Finding["fault"], detail?: string];
const well: Verdict = [null];
const unknown: Verdict = ["unknown"];

/** Looks at everything that is known to keep a widget from working. Asks the server a few times and changes nothing. */
export async function diagnose(patient: Patient): Promise<Finding[]> {
  const policy = watchPolicy(patient.host);
  const [proof, socket, polling] = await Promise.all([
    proofOf(patient),
    checkSocket(patient.host),
    checkPolling(patient.host),
    loadPicture(patient.host),
  ]);
  const askedAt = Date.now();
  const answer = await within(patient.ask(proof.identity)).catch((): Refused => ({ status: null, code: "" }));
  const clockThen = (askedAt + Date.now()) / 2;
  const blocked = await policy.stop();
  const known = "refusals" in answer ? answer : null;
  const isForbidden = blocked.some((directive) => directive.startsWith("connect-src"));
  const isSilent = !known && (answer as Refused).status === null;
  const verdicts: Record<Check, Verdict> = {
    script: checkScript(known),
    policy: blocked.length > 0 ? ["policy_blocks", blocked.join(", ")] : well,
    storage: checkStorage(),
    // What the policy forbids is no fault of the server, and what a silent server does not answer none of what lies between.
    server: "refusals" in answer ? well : isSilent && isForbidden ? unknown : checkServer(answer, patient),
    socket: socket[0] && (isForbidden || isSilent) ? unknown : socket,
    polling: polling[0] && (isForbidden || isSilent) ? unknown : polling,
    clock: known ? checkClock(known, clockThen) : unknown,
    domain: known ? checkDomain(known) : unknown,
    identity: proof.failed ?? (known ? checkIdentity(known, patient.hasSession) : unknown),
  };
  return checks.map((check) => ({ check, fault: verdicts[check][0], detail: verdicts[check][1] ?? "" }));
}

function checkScript(known: SessionCheck | null): Verdict {
  const scripts = [...document.scripts].filter(({ src }) => /\/w\/[\w-]+\.js$/.test(URL.parse(src)?.pathname ?? ""));
  if (scripts.length > 1) return ["script_twice", scripts.map(({ src }) => src).join(", ")];
  const [running] = performance
    .getEntriesByType("resource")
    .flatMap(({ name }) => /\/w\/assets\/\d+-(\w+)\/app\.js$/.exec(name)?.[1] ?? [])
    .slice(-1);
  return running && known?.app && running !== known.app ? ["script_old", `${running} → ${known.app}`] : well;
}

/** What the page's own policy has forbidden us, now and since the page began. */
function watchPolicy(host: string) {
  const directives = new Set<string>();
  const ours = [host, host.replace(/^http/, "ws")];
  const note = (directive: string, uri: string) => {
    if (ours.some((one) => uri.startsWith(one))) directives.add(`${directive} ${uri.split(/[?#]/)[0]}`);
  };
  const listener = (event: SecurityPolicyViolationEvent) => note(event.effectiveDirective, event.blockedURI);
  document.addEventListener("securitypolicyviolation", listener);
  return {
    async stop(): Promise<string[]> {
      // They are told a moment after what they forbid has failed.
      await new Promise((resolve) => setTimeout(resolve, 50));
      document.removeEventListener("securitypolicyviolation", listener);
      return [...directives];
    },
  };
}

function checkStorage(): Verdict {
  try {
    localStorage.setItem("deskbell:check", "1");
    localStorage.removeItem("deskbell:check");
    return well;
  } catch (thrown) {
    return ["storage_denied", (thrown as DOMException).name];
  }
}

function checkServer({ status, code }: Refused, { host, channelKey }: Patient): Verdict {
  if (code === "channel_not_found") return ["channel_not_found", channelKey];
  if (status) return ["server_refuses", `${status} ${code}`];
  return ["server_unreachable", host];
}

/** A socket greets as soon as it is open; proxies that do not know sockets never do. */
async function checkSocket(host: string): Promise<Verdict> {
  const address = `${host.replace(/^http/, "ws")}/socket/?EIO=4&transport=websocket`;
  let socket: WebSocket | undefined;
  try {
    socket = new WebSocket(address);
    const asked = socket;
    await within(
      new Promise((resolve, reject) => {
        asked.onmessage = resolve;
        asked.onerror = asked.onclose = reject;
      }),
    );
    return well;
  } catch {
    return ["socket_blocked", address];
  } finally {
    socket?.close();
  }
}

/** What is used where sockets are blocked. */
async function checkPolling(host: string): Promise<Verdict> {
  const address = `${host}/socket/?EIO=4&transport=polling`;
  try {
    const response = await within(fetch(address, { credentials: "omit" }));
    const greeting = /^0(\{.*\})$/.exec(await within(response.text()));
    if (!greeting?.[1]) return ["polling_blocked", `${response.status} ${address}`];
    const { sid } = JSON.parse(greeting[1]) as { sid: string };
    // Says goodbye, so that the server need not wait for us.
    void fetch(`${address}&sid=${sid}`, { method: "POST", body: "1", credentials: "omit" }).catch(() => {});
    return well;
  } catch {
    return ["polling_blocked", address];
  }
}

/** Only the page's policy can be told by it: whether there is one does not matter. */
const loadPicture = (host: string): Promise<void> =>
  within(
    new Promise<void>((resolve) => {
      const picture = new Image();
      picture.onload = picture.onerror = () => resolve();
      picture.src = `${host}/files/check`;
    }),
  ).catch(() => {});

function checkClock({ time }: SessionCheck, now: number): Verdict {
  const off = now - Date.parse(time);
  return Math.abs(off) > clockTolerance ? ["clock_wrong", `${Math.round(off / 60_000)} min`] : well;
}

const checkDomain = ({ refusals, origin }: SessionCheck): Verdict =>
  refusals.some(({ code }) => code === "domain_not_allowed") ? ["domain_not_allowed", origin ?? ""] : well;

function checkIdentity({ refusals }: SessionCheck, hasSession: boolean): Verdict {
  const refusal = refusals.find(({ code }) => code.startsWith("identity_"));
  if (!refusal || (refusal.code === "identity_required" && hasSession)) return well;
  const detail = Object.entries(refusal.fields).map(([field, wrong]) => `${field}: ${wrong}`);
  return [refusal.code as Fault, detail.join("; ")];
}

async function proofOf({ identity, getToken }: Patient): Promise<{ identity: Identity | null; failed?: Verdict }> {
  if (identity || !getToken) return { identity: identity ?? null };
  try {
    const token = await within(getToken());
    return { identity: token ? { token } : null };
  } catch (thrown) {
    return { identity: null, failed: ["token_failed", `${thrown}`] };
  }
}

function within<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
