// @vitest-environment happy-dom
import { presetNames, presets } from "@deskbell/sdk";
import { expect, test } from "vitest";
import { settingsCss, type WidgetSettings } from "./widget-settings.ts";

const settings = {
  brandColor: "#2f6b4f",
  position: "right",
  offsetX: 24,
  offsetY: 0,
  theme: "auto",
  preset: "classic",
} as WidgetSettings;

/** What a declaration of the style sheet says, by its name. */
function declared(changes: Partial<WidgetSettings>): Record<string, string> {
  const body = /^:host\{(.*)\}$/.exec(settingsCss({ ...settings, ...changes }))?.[1] ?? "";
  return Object.fromEntries(body.split(";").map((each) => each.split(/:(.*)/)));
}

test.each(presetNames)("the preset %s is what the contract says it is", (preset) => {
  expect(declared({ preset })).toMatchObject(presets[preset]);
});

test("a preset that there is not looks as classic", () => {
  expect(declared({ preset: "rococo" as "soft" })).toMatchObject(presets.classic);
});

test("offsets are pixels from the side and from the bottom", () => {
  expect(declared({})).toMatchObject({
    "--right": "var(--deskbell-x)",
    "--deskbell-x": "24px",
    "--deskbell-y": "0px",
  });
  expect(declared({ position: "left" })).toMatchObject({ "--left": "var(--deskbell-x)" });
  expect(declared({ position: "middle" as "left" })).toMatchObject({ "--right": "var(--deskbell-x)" });
});

test.each([
  ["auto", "light dark"],
  ["light", "light"],
  ["dark", "dark"],
] as const)("the theme %s", (theme, scheme) => {
  expect(declared({ theme })["color-scheme"]).toBe(scheme);
});
