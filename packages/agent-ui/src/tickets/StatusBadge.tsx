import type { TicketStatus } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { Badge, type Tone } from "../ui/Badge.tsx";

const tones: Record<TicketStatus, Tone> = {
  open: "blue",
  in_progress: "violet",
  pending_contact: "amber",
  on_hold: "grey",
  resolved: "green",
  closed: "grey",
  cancelled: "grey",
};

export function StatusBadge({ status }: { status: TicketStatus }) {
  return (
    <Badge tone={tones[status]} dot>
      {text.tickets.status[status]}
    </Badge>
  );
}
