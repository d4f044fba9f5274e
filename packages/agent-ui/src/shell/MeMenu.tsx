import { StatusChoice } from "../presence/StatusChoice.tsx";
import { WithStatus } from "../presence/StatusDot.tsx";
import { signOut, signOutFailed } from "../sign-in/authenticate.ts";
import { useMe } from "../sign-in/session.ts";
import { chooseLocale, type Locale, locale, locales, text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { CheckIcon, KeyboardIcon, SignOutIcon } from "../ui/icons.tsx";
import { Popover } from "../ui/Popover.tsx";
import { toastFailed } from "../ui/toasts.ts";

export function MeMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { agent, workspace } = useMe();
  async function handleSignOut() {
    await signOut();
    if (signOutFailed.value) toastFailed(text.errors.network);
  }
  return (
    <Popover
      buttonClass="me-button"
      button={
        <>
          <span class="visually-hidden">{text.me.menu}</span>
          <WithStatus status={agent.status}>
            <Avatar name={agent.name} seed={agent.id} url={agent.avatarUrl} size={30} />
          </WithStatus>
        </>
      }
      above
    >
      {(close) => (
        <div role="menu" aria-label={text.me.menu}>
          <div class="menu-head">
            <strong class="truncate">{agent.name}</strong>
            <div class="me-detail truncate">{agent.email}</div>
            <div class="me-detail truncate">
              {text.me.roles[agent.role]} · {workspace.name}
            </div>
          </div>
          {agent.role !== "viewer" && (
            <>
              <hr class="menu-rule" />
              <StatusChoice onChosen={close} />
            </>
          )}
          <hr class="menu-rule" />
          <button
            type="button"
            role="menuitem"
            class="menu-item"
            onClick={() => {
              close();
              onShortcuts();
            }}
          >
            <KeyboardIcon size={17} />
            {text.me.shortcuts}
          </button>
          <hr class="menu-rule" />
          {(Object.entries(locales) as [Locale, string][]).map(([key, name]) => (
            <button
              key={key}
              type="button"
              role="menuitemradio"
              aria-checked={key === locale}
              class="menu-item"
              onClick={() => chooseLocale(key)}
            >
              {name}
              {key === locale && (
                <span class="menu-check">
                  <CheckIcon size={16} />
                </span>
              )}
            </button>
          ))}
          <hr class="menu-rule" />
          <button type="button" role="menuitem" class="menu-item" onClick={() => void handleSignOut()}>
            <SignOutIcon size={17} />
            {text.me.signOut}
          </button>
        </div>
      )}
    </Popover>
  );
}
