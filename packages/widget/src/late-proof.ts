import { localError, type Proof } from "@deskbell/sdk/chat";
import type { Shell } from "./app.ts";
import { late } from "./late.ts";

const identity = late(() => import("./identity-parts.ts"));

/** Who the contact is, by code that comes when the page says so. `onExpiring`: see `createProof`. */
export function createLateProof(shell: Pick<Shell, "settings" | "root">, onExpiring: () => void): Proof {
  let proof: Promise<Proof> | null = null;
  let isForgotten = false;
  const bring = () => {
    proof ??= identity.load(shell.root).then(({ createProof }) =>
      createProof({
        identity: shell.settings.identity,
        getToken: async () => (await shell.settings.getToken?.()) ?? null,
        onExpiring,
      }),
    );
    // As long as it cannot be had, the server cannot be asked; the next attempt is another one.
    return proof.catch((cause) => {
      proof = null;
      throw localError("network", cause);
    });
  };
  const isSaid = () => !isForgotten && Boolean(shell.settings.identity ?? shell.settings.getToken);
  return {
    async give(given) {
      isForgotten = false;
      (await bring()).give(given);
    },
    forget() {
      isForgotten = true;
      proof?.then(
        (known) => known.forget(),
        () => undefined,
      );
    },
    use: async (ask) => (proof || isSaid() ? (await bring()).use(ask) : ask(null)),
  };
}
