import { localError, type Proof } from "@deskbell/sdk/chat";
import type { Shell } from "./app.ts";
import { late } from "./late.ts";

const identity = late(() => import("./identity-parts.ts"));

/** Who the contact is, by code that comes when the page says so. `onExpiring`: see `createProof`. */
export function createLateProof({ settings, root }: Shell, onExpiring: () => void): Proof {
  let proof: Promise<Proof> | null = null;
  let isForgotten = false;
  const bring = () => {
    proof ??= identity.load(root).then(({ createProof }) =>
      createProof({
        identity: settings.identity,
        getToken: async () => (await settings.getToken?.()) ?? null,
        onExpiring,
      }),
    );
    // As long as it cannot be had, the server cannot be asked; the next attempt is another one.
    return proof.catch((cause) => {
      proof = null;
      throw localError("network", cause);
    });
  };
  return {
    async give(given) {
      isForgotten = false;
      (await bring()).give(given);
    },
    forget() {
      isForgotten = true;
      proof?.then((known) => known.forget());
    },
    use: async (ask) =>
      !proof && (isForgotten || !(settings.identity || settings.getToken)) ? ask(null) : (await bring()).use(ask),
  };
}
