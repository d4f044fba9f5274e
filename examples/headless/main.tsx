import { createDeskbell } from "@deskbell/sdk";
import { createRoot } from "react-dom/client";
import { Chat } from "./Chat.tsx";

const deskbell = createDeskbell({ host: "http://localhost:4000", channelKey: "demo" });
deskbell.connect();

// The conversation from before, or a new one, which begins with its first message.
const { data } = await deskbell.conversations.list({ limit: 1 });
const root = document.getElementById("root");
if (root) createRoot(root).render(<Chat thread={deskbell.thread(data[0]?.id ?? null)} />);
