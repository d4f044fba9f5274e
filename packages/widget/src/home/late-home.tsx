import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";

const home = late(() => import("./home-extras.ts"));

const Extras = lateComponent(home, (parts) => parts.HomeExtras);

/** Only where the channel has something to say or to link to, and nothing until that is here. */
export function HomeExtras() {
  const { announcement, links } = useApp().shell.settings;
  return announcement || links.length > 0 ? <Extras /> : null;
}
