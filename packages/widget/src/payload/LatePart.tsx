import type { Message, Thread, ThreadState } from "@deskbell/sdk";
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { addStyles } from "../styles.ts";

/** What the parts of a message beside its text are given. */
export interface PartProps {
  message: Message;
  thread: Thread;
  state: ThreadState;
  /** It is the last thing said. */
  newest: boolean;
  onDone?: () => void;
}

interface Chunk {
  parts: Record<"Payload" | "Change", ComponentType<PartProps>>;
  styles: string;
}
let chunk: Chunk | null = null;
const styled = new WeakSet<ShadowRoot>();

/** A part whose code is fetched when a message first needs it; `children` stand in its place until then. */
export function LatePart({
  name,
  children = null,
  ...props
}: PartProps & { name: "Payload" | "Change"; children?: ComponentChildren }) {
  const { shell, text } = useApp();
  const [loaded, setLoaded] = useState(chunk);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (loaded) return;
    let shown = true;
    import("./payload-parts.ts").then(
      ({ Payload, Change, styles }) => {
        chunk = { parts: { Payload, Change }, styles };
        if (shown) setLoaded(chunk);
      },
      () => shown && setFailed(true),
    );
    return () => {
      shown = false;
    };
  }, [attempt]);
  if (!loaded) {
    if (!failed) return <>{children}</>;
    const retry = () => {
      setFailed(false);
      setAttempt(attempt + 1);
    };
    return (
      <>
        {children}
        <button type="button" class="button offer" onClick={retry}>
          {text.retry}
        </button>
      </>
    );
  }
  if (!styled.has(shell.root)) addStyles(shell.root, loaded.styles);
  styled.add(shell.root);
  const Part = loaded.parts[name];
  return <Part {...props} />;
}
