import { expect, it } from "vitest";
import { nameProblem } from "./names.ts";

it.each([
  "packages/server/src/features/tickets/utils/dates.ts",
  "packages/sdk/src/helpers.ts",
  "packages/sdk/src/services/thread.ts",
  "packages/widget/src/lib/dom.ts",
  "packages/agent-ui/src/common/Button.tsx",
  "packages/server/src/features/tickets/types.ts",
  "packages/sdk/src/liveList.ts",
  "packages/widget/src/parts/composer_part.tsx",
])("refuses %s", (file) => {
  expect(nameProblem(file)).not.toBeNull();
});

it.each([
  "packages/sdk/src/live-list.ts",
  "packages/sdk/src/live-list.test.ts",
  "packages/contract/src/rich-text.schema.ts",
  "packages/agent-ui/src/inbox/Inbox.tsx",
  "packages/agent-ui/src/inbox/Inbox.test.tsx",
  "packages/widget/src/mount.tsx",
  "packages/widget/vite.config.ts",
  "docs/images/library.png",
])("accepts %s", (file) => {
  expect(nameProblem(file)).toBeNull();
});
