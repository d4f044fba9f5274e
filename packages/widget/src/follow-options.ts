import { type DeskbellCommands, type MountOptions, mountDeskbell } from "./index.ts";

/** A widget that follows options which a framework makes anew with every rendering. */
export interface Following {
  readonly deskbell: DeskbellCommands;
  /** Changes what differs from before; does nothing when nothing does. Another host or channel wants another widget. */
  follow(options: MountOptions): void;
}

export function mountFollowing(options: MountOptions): Following {
  let latest = options;
  // One function whatever they bring: another would be another proof.
  const getToken = async () => (await latest.getToken?.()) ?? null;
  const settings = () => {
    const { host, channelKey, getToken: asks, ...rest } = latest;
    const said = Object.entries(rest).filter(([, value]) => value !== undefined);
    return { host, channelKey, settings: { ...Object.fromEntries(said), ...(asks && { getToken }) } };
  };
  const { host, channelKey, settings: first } = settings();
  const deskbell = mountDeskbell({ host, channelKey, ...first });
  let known = optionsKey(options);
  return {
    deskbell,
    follow(next) {
      latest = next;
      if (known === optionsKey(next)) return;
      known = optionsKey(next);
      deskbell.update(settings().settings);
    },
  };
}

const optionsKey = (options: MountOptions): string =>
  JSON.stringify(options, (_, value) => (typeof value === "function" ? "function" : value));
