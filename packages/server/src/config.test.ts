import { expect, it } from "vitest";
import { ConfigError, loadConfig } from "./config.ts";

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

it("mail needs a server and a sender, or neither", () => {
  const [url, from] = ["smtps://user:p%40ss@mail.example.com:465", "Example <support@example.com>"];
  expect(loadConfig({}).mail).toBeNull();
  expect(loadConfig({ SMTP_URL: url, MAIL_FROM: from }).mail).toEqual({
    url,
    from: { name: "Example", address: "support@example.com" },
  });
  expect(problemsOf({ SMTP_URL: url })).toEqual(["MAIL_FROM must be set with SMTP_URL"]);
  expect(problemsOf({ MAIL_FROM: from })).toEqual(["SMTP_URL must be set with MAIL_FROM"]);
});

it.each(["mail.example.com", "https://mail.example.com", "smtp://", "smtp://:25", "smtp://u:100%@mail.example.com"])(
  "a mail server that is none is refused together with all else that is wrong: %s",
  (url) => {
    const problems = problemsOf({ SMTP_URL: url, MAIL_FROM: "nobody", PORT: "x" });
    for (const name of ["SMTP_URL", "MAIL_FROM", "PORT"])
      expect(
        problems.filter((problem) => problem.startsWith(`${name} `)),
        name,
      ).toHaveLength(1);
  },
);
