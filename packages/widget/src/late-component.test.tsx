// @vitest-environment happy-dom
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { AppContext } from "./app-context.ts";
import { late } from "./late.ts";
import { type Arrival, lateComponent } from "./late-component.tsx";

/** A file that comes, or fails to come, when the test says so. */
function slowFile() {
  const exports = { styles: ".greeting{color:red}", Greeting: ({ name }: { name: string }) => <p>Hello {name}</p> };
  const asked: { come(): void; fail(): void }[] = [];
  const fetch = () =>
    new Promise<typeof exports>((resolve, reject) => {
      asked.push({ come: () => resolve(exports), fail: () => reject(new TypeError("offline")) });
    });
  return { asked, fetch };
}

function newRoot(): ShadowRoot {
  return document.createElement("div").attachShadow({ mode: "open" });
}

/** What stands in `root`, drawn by what `draw` makes. */
async function show(root: ShadowRoot, node: ComponentChild): Promise<void> {
  const app = { shell: { root } } as AppContext;
  await act(() => render(<AppContext.Provider value={app}>{node}</AppContext.Provider>, root));
}

/** Does it, and draws what comes of it. */
const settled = (action: () => void): Promise<void> =>
  act(async () => {
    action();
    await new Promise((resolve) => setTimeout(resolve));
  });

const Meanwhile = ({ name, failed, retry }: { name: string } & Arrival) =>
  failed ? (
    <button type="button" onClick={retry}>
      Again
    </button>
  ) : (
    <i>{name} comes</i>
  );

test("a part is asked for when it is first shown, once, and brings its styles to every root that shows it", async () => {
  const { asked, fetch } = slowFile();
  const Greeting = lateComponent(late(fetch), (file) => file.Greeting, Meanwhile);
  expect(asked).toHaveLength(0);
  const [one, other] = [newRoot(), newRoot()];
  const twice = [<Greeting key="1" name="Ada" />, <Greeting key="2" name="Bo" />];
  await show(one, twice);
  await show(other, <Greeting name="Cy" />);
  expect(one.textContent).toBe("Ada comesBo comes");
  expect(asked).toHaveLength(1);
  await settled(() => asked[0]?.come());
  expect([one.textContent, other.textContent]).toEqual(["Hello AdaHello Bo", "Hello Cy"]);
  expect([one.adoptedStyleSheets.length, other.adoptedStyleSheets.length]).toEqual([1, 1]);
  const third = newRoot();
  await show(third, <Greeting name="Di" />);
  expect(third.textContent).toBe("Hello Di");
  expect(third.adoptedStyleSheets).toHaveLength(1);
});

test("a part that does not come can be asked for again", async () => {
  const { asked, fetch } = slowFile();
  const Greeting = lateComponent(late(fetch), (file) => file.Greeting, Meanwhile);
  const root = newRoot();
  await show(root, <Greeting name="Ada" />);
  await settled(() => asked[0]?.fail());
  expect(root.textContent).toBe("Again");
  await act(() => root.querySelector("button")?.click());
  expect(root.textContent).toBe("Ada comes");
  await settled(() => asked[1]?.come());
  expect(root.textContent).toBe("Hello Ada");
});
