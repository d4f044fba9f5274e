import { useEffect, useRef, useState } from "react";
import { type Following, mountFollowing } from "./follow-options.ts";
import type { DeskbellCommands, MountOptions } from "./index.ts";

export * from "./index.ts";

/**
 * The widget, for as long as this component is mounted. Answers with its commands; `null` on the server and until then.
 * Options that change are applied at once; another `host` or `channelKey` is another widget.
 * @example
 * const deskbell = useDeskbell({ host: "https://support.example.com", channelKey: "demo" });
 * useEffect(() => deskbell?.on("message", ({ message }) => console.log(message)), [deskbell]);
 */
export function useDeskbell(options: MountOptions): DeskbellCommands | null {
  const { host, channelKey } = options;
  const [mounted, setMounted] = useState<Following | null>(null);
  const latest = useRef(options);

  useEffect(() => {
    latest.current = options;
    mounted?.follow(options);
  });

  useEffect(() => {
    const following = mountFollowing(latest.current);
    setMounted(following);
    return () => {
      following.deskbell.destroy();
      setMounted(null);
    };
  }, [host, channelKey]);

  return mounted?.deskbell ?? null;
}

/** {@link useDeskbell} as a component that draws nothing where it stands. */
export function DeskbellWidget(options: MountOptions): null {
  useDeskbell(options);
  return null;
}
