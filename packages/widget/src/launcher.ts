/** The button on the page. */
export interface Launcher {
  button: HTMLButtonElement;
  /** What the button says and shows. */
  draw(state: LauncherState): void;
}

export interface LauncherState {
  open: boolean;
  loading: boolean;
  hidden: boolean;
  label: string;
  /** Shown beside the button, and announced. */
  problem: string;
  unread: number;
}

const bubble =
  "M12 3C6.8 3 3 6.6 3 11c0 2.3 1 4.3 2.7 5.7L5 21l4.3-2.2c.9.2 1.8.3 2.7.3 5.2 0 9-3.6 9-8.1S17.2 3 12 3Z";
const chevron = "m6 9 6 6 6-6";

export function createLauncher(root: ShadowRoot): Launcher {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "launcher";
  button.setAttribute("aria-haspopup", "dialog");
  const badge = document.createElement("span");
  badge.className = "badge";
  button.append(icon(bubble, "bubble"), icon(chevron, "chevron"), badge);
  const problem = document.createElement("p");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  root.append(button, problem);
  return {
    button,
    draw(state) {
      button.hidden = state.hidden;
      button.ariaExpanded = String(state.open);
      button.ariaBusy = String(state.loading);
      button.ariaLabel = state.label + (state.unread ? ` (${state.unread})` : "");
      badge.textContent = state.unread ? String(Math.min(state.unread, 99)) : "";
      problem.textContent = state.problem;
    },
  };
}

function icon(path: string, name: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const line = document.createElementNS(svg.namespaceURI as "http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", name);
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
