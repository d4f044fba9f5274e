export { createProof } from "@deskbell/sdk/chat";
