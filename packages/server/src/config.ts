import { resolve } from "node:path";
import { z } from "zod";
import { parseSender, type Sender } from "./mail/mail-address.ts";

const flag = z.enum(["0", "1"]).transform((v) => v === "1");
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (v) => URL.canParse(v) && protocols.includes(new URL(v).protocol),
      `must be a URL (${protocols.join(" or ")})`,
    );

function isComplete({ hostname, username, password }: URL): boolean {
  try {
    return hostname !== "" && [username, password].every((part) => typeof decodeURIComponent(part) === "string");
  } catch {
    return false;
  }
}

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().default("0.0.0.0"),
  PUBLIC_URL: url("http:", "https:").optional(),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  DATA_DIR: z.string().default("./.deskbell"),
  REDIS_URL: url("redis:", "rediss:").optional(),
  DESKBELL_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  DESKBELL_ROLE: z.enum(["all", "web", "worker"]).default("all"),
  DESKBELL_DEMO: flag.optional(),
  DESKBELL_LIMITS: z.enum(["on", "off"]).default("on"),
  DRAIN_SECONDS: z.coerce.number().min(0).max(300).default(0),
  DESKBELL_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  S3_ENDPOINT: url("http:", "https:").optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_BUCKET: z.string().min(1).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  CLAMD_URL: url("tcp:", "unix:").optional(),
  SMTP_URL: url("smtp:", "smtps:")
    .refine(
      (v) => !URL.canParse(v) || isComplete(new URL(v)),
      "must name a host, and encode what is special in a password",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((v) => parseSender(v) !== null, "must be an address: support@example.com or Support <support@example.com>")
    .optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: url("http:", "https:").optional(),
  DESKBELL_CHAT_MODEL: z.string().min(1).default("gpt-5-mini"),
});

/** Every variable that is read, for `.env.example` and its test. */
export const environmentVariables = Object.keys(environment.shape);

/** What this process was told. */
export interface Config {
  port: number;
  host: string;
  /** Where people reach it, without a trailing slash; `null` until the port is known. */
  publicUrl: string | null;
  /** `null`: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  redisUrl: string | null;
  /** `null`: made once and kept in `dataDir`. */
  secret: string | null;
  role: "all" | "web" | "worker";
  /** `null`: only on an empty embedded database. */
  demo: boolean | null;
  limits: boolean;
  /** How long `/readyz` says no before a process that was told to end (SIGTERM) refuses connections. */
  drainSeconds: number;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** `null`: files are kept in `dataDir`. */
  s3: { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string } | null;
  /** `null`: files are not scanned. */
  clamdUrl: string | null;
  /** `null`: no mail is sent. */
  mail: { url: string; from: Sender } | null;
  openai: { apiKey: string; baseUrl: string | null; chatModel: string } | null;
}

/** All that is wrong with the environment, a line each. */
export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`The configuration is invalid: ${problems.join("; ")}`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

/** The only reader of the environment. Empty values count as unset. Throws {@link ConfigError} with all problems at once. */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(environmentVariables.map((name) => [name, env[name] || undefined]));
  const parsed = environment.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join(".")} ${i.message}`);
  if (given.DATABASE_URL && !given.DESKBELL_SECRET) problems.push("DESKBELL_SECRET must be set when DATABASE_URL is");
  if (given.REDIS_URL && !given.DATABASE_URL)
    problems.push("REDIS_URL needs DATABASE_URL: several nodes cannot share the embedded database");
  const s3 = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  if (s3.some((name) => given[name]))
    for (const name of s3) if (!given[name]) problems.push(`${name} must be set with the other S3 settings`);
  for (const [name, other] of [
    ["SMTP_URL", "MAIL_FROM"],
    ["MAIL_FROM", "SMTP_URL"],
  ] as const)
    if (given[name] && !given[other]) problems.push(`${other} must be set with ${name}`);
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    databaseUrl: e.DATABASE_URL ?? null,
    dataDir: resolve(e.DATA_DIR),
    redisUrl: e.REDIS_URL ?? null,
    secret: e.DESKBELL_SECRET ?? null,
    role: e.DESKBELL_ROLE,
    demo: e.DESKBELL_DEMO ?? null,
    limits: e.DESKBELL_LIMITS === "on",
    drainSeconds: e.DRAIN_SECONDS,
    logLevel: e.DESKBELL_LOG,
    s3:
      e.S3_ENDPOINT && e.S3_BUCKET && e.S3_ACCESS_KEY_ID && e.S3_SECRET_ACCESS_KEY
        ? {
            endpoint: e.S3_ENDPOINT.replace(/\/+$/, ""),
            region: e.S3_REGION,
            bucket: e.S3_BUCKET,
            accessKeyId: e.S3_ACCESS_KEY_ID,
            secretAccessKey: e.S3_SECRET_ACCESS_KEY,
          }
        : null,
    clamdUrl: e.CLAMD_URL ?? null,
    mail: mailOf(e.SMTP_URL, e.MAIL_FROM),
    openai: e.OPENAI_API_KEY
      ? { apiKey: e.OPENAI_API_KEY, baseUrl: e.OPENAI_BASE_URL ?? null, chatModel: e.DESKBELL_CHAT_MODEL }
      : null,
  };
}

function mailOf(url: string | undefined, sender: string | undefined): Config["mail"] {
  const from = sender ? parseSender(sender) : null;
  return url && from ? { url, from } : null;
}
