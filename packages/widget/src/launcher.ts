/** The button on the page. */
export interface Launcher {
  button: HTMLButtonElement;
  /** What the button says and shows. */
  draw(state: LauncherState): void;
}

export interface LauncherState {
  open: boolean;
  /** The panel was asked for and is on its way. */
  busy: boolean;
  hidden: boolean;
  label: string;
  /** How many unread messages; `!` when the panel could not be loaded. */
  badge: string;
}

const bubble =
  "M12 3C6.8 3 3 6.6 3 11c0 2.3 1 4.3 2.7 5.7L5 21l4.3-2.2c.9.2 1.8.3 2.7.3 5.2 0 9-3.6 9-8.1S17.2 3 12 3Z";

export function createLauncher(root: ShadowRoot): Launcher {
  const button = document.createElement("button");
  const count = document.createElement("span");
  const [svg, path] = ["svg", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  path?.setAttribute("d", bubble);
  svg?.setAttribute("viewBox", "0 0 24 24");
  svg?.append(path ?? "");
  button.append(svg ?? "", count);
  button.className = "launcher";
  button.ariaHasPopup = "dialog";
  root.append(button);
  return {
    button,
    draw({ open, busy, hidden, label, badge }) {
      button.hidden = hidden;
      button.ariaExpanded = `${open}`;
      button.ariaBusy = `${busy}`;
      button.ariaLabel = badge ? `${label} (${badge})` : label;
      count.textContent = badge;
    },
  };
}
