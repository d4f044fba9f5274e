import type { VerifiedIdentity } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";

/** How far what is said of a contact may be trusted. `null`: not at all. */
export function Trust({ by }: { by: VerifiedIdentity["by"] | null }) {
  return (
    <small
      class={by ? "verified" : "unverified"}
      title={by ? text.contact.verifiedHint[by] : text.contact.unverifiedHint}
    >
      {by ? text.contact.verified[by] : text.contact.unverified}
    </small>
  );
}
