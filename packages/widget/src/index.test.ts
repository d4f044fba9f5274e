// @vitest-environment happy-dom
import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { type DeskbellCommands, type DeskbellFunction, type DeskbellPageEvents, mountDeskbell } from "./index.ts";

// Nothing of it is loaded until somebody wants it.
vi.mock("./mount.tsx", () => ({}));

const options = { host: "https://desk.test/", channelKey: "demo" };
let mounted: DeskbellCommands[] = [];
function mount(parent?: Element | null): DeskbellCommands {
  const deskbell = parent === undefined ? mountDeskbell(options) : mountDeskbell(parent, options);
  mounted.push(deskbell);
  return deskbell;
}
afterEach(() => {
  for (const deskbell of mounted) deskbell.destroy();
  mounted = [];
  document.body.replaceChildren();
});

describe("mountDeskbell", () => {
  test("puts the launcher beside the body, and takes it away again", () => {
    const deskbell = mount();
    expect(document.querySelector("html > deskbell-widget")).not.toBeNull();
    deskbell.destroy();
    expect(document.querySelector("deskbell-widget")).toBeNull();
    expect(window.Deskbell).toBeUndefined();
  });

  test("puts it where it is told", () => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    const deskbell = mount(dialog);
    expect(dialog.querySelector("deskbell-widget")).not.toBeNull();
    expect(document.querySelectorAll("deskbell-widget")).toHaveLength(1);
    deskbell.destroy();
    expect(dialog.childElementCount).toBe(0);
  });

  test("with nowhere told it is as if nothing was said", () => {
    mount(null);
    expect(document.querySelector("html > deskbell-widget")).not.toBeNull();
  });

  test("every command is a method, and each is one of the script's", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const deskbell = mount();
    for (const [name, run] of Object.entries(deskbell)) {
      if (!["on", "off", "diagnose", "destroy"].includes(name)) run("x");
    }
    expect(warn.mock.calls.filter(([words]) => String(words).includes("unknown"))).toEqual([]);
    warn.mockRestore();
  });
});

test("the types tell what commands take and events bring", () => {
  expectTypeOf<Parameters<DeskbellCommands["setTheme"]>>().toEqualTypeOf<["light" | "dark" | "auto"]>();
  expectTypeOf<Parameters<DeskbellCommands["newMessage"]>>().toEqualTypeOf<[text?: string]>();
  expectTypeOf<ReturnType<DeskbellCommands["on"]>>().toEqualTypeOf<() => void>();
  expectTypeOf<DeskbellPageEvents["unreadCountChange"]["count"]>().toEqualTypeOf<number>();
  expectTypeOf<DeskbellPageEvents["error"]["code"]>().toEqualTypeOf<string>();
  expectTypeOf<WindowEventMap["deskbell:message"]["detail"]>().toEqualTypeOf<DeskbellPageEvents["message"]>();
  const calls = (deskbell: DeskbellFunction) => {
    expectTypeOf(deskbell("on", "open", ({ type }) => type)).toEqualTypeOf<() => void>();
    deskbell("addLabel", "billing");
    // @ts-expect-error a label is a word
    deskbell("addLabel", 1);
    // @ts-expect-error there is no such command
    deskbell("explode");
    // @ts-expect-error there is no such event
    deskbell("on", "explosion", () => undefined);
  };
  expectTypeOf(calls).returns.toBeVoid();
});
