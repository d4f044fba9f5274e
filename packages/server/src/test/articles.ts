import type { Context } from "../context.ts";
import { type ArticleFile, importArticles } from "../features/articles/import-articles.ts";

/** Three short articles of a made-up bicycle shop. */
export const shopArticles: ArticleFile[] = [
  {
    path: "return-a-bicycle.md",
    text: `---
title: Return a bicycle
description: Send back a bicycle within 30 days.
category: Orders
---
You can return a bicycle within 30 days of delivery. Pack it in its original box and book the courier in your account.

## Refunds

The refund reaches your bank account within five working days after the bicycle has arrived. See [deliveries](deliveries.md#where-is-my-parcel).
`,
  },
  {
    path: "deliveries.md",
    text: `---
title: Deliveries
description: How and when we deliver.
category: Orders
---
## Where is my parcel?

Follow the tracking link in your confirmation e-mail. Parcels leave our warehouse in Utrecht every weekday.
`,
  },
  {
    path: "tire-pressure.md",
    text: `---
title: Choose the right tire pressure
description: A table of pressures.
category: Riding
---
Touring tires ride best between 3.5 and 4.5 bar. Check the pressure every two weeks with the pump's gauge.
`,
  },
];

export async function importShopArticles(ctx: Context): Promise<void> {
  const { failed } = await importArticles(ctx, shopArticles);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}
