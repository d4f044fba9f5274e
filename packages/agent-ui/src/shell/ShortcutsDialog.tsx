import { text } from "../text/text.ts";
import { Dialog } from "../ui/Dialog.tsx";

const groups: { name: string; keys: [keys: string[], joint: string | null, meaning: string][] }[] = [
  {
    name: text.shortcuts.groups.list,
    keys: [
      [["j", "↓"], text.shortcuts.or, text.shortcuts.next],
      [["k", "↑"], text.shortcuts.or, text.shortcuts.previous],
      [["Enter"], null, text.shortcuts.open],
      [["/"], null, text.shortcuts.search],
    ],
  },
  {
    name: text.shortcuts.groups.conversation,
    keys: [
      [["r"], null, text.shortcuts.reply],
      [["n"], null, text.shortcuts.note],
      [["c"], null, text.shortcuts.claim],
      [["m"], null, text.shortcuts.transfer],
      [["e"], null, text.shortcuts.escalate],
      [["Esc"], null, text.shortcuts.back],
    ],
  },
  {
    name: text.shortcuts.groups.everywhere,
    keys: [
      [["g", "i"], text.shortcuts.followedBy, text.shortcuts.inbox],
      [["g", "t"], text.shortcuts.followedBy, text.shortcuts.tickets],
      [["g", "a"], text.shortcuts.followedBy, text.shortcuts.articles],
      [["?"], null, text.shortcuts.help],
    ],
  },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={text.shortcuts.title} onClose={onClose} wide>
      <div class="shortcuts">
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.keys.map(([keys, joint, meaning]) => (
                <div key={meaning}>
                  <dt>{meaning}</dt>
                  <dd>
                    {keys.map((key, at) => (
                      <span key={key}>
                        {at > 0 && <small>{joint}</small>}
                        <kbd>{key}</kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
