/** The button on the page. Answers with it, and with the way to change what it says. */
export function createLauncher(root: ShadowRoot) {
  const button = document.createElement("button");
  const count = document.createElement("span");
  button.append(count);
  button.className = "launcher";
  root.append(button);
  /** `badge`: how many unread messages; `!` when the panel could not be loaded. */
  const draw = (label: string, open: boolean, badge: string) => {
    button.ariaLabel = `${label} ${badge}`;
    button.ariaExpanded = `${open}`;
    count.textContent = badge;
  };
  return [button, draw] as const;
}
