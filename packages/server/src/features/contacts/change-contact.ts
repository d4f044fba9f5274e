import type { UpdateContact } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import type { ContactRow } from "./present.ts";
import { getContact } from "./queries.ts";
import { contacts } from "./tables.ts";
import { tellContact } from "./tell-contact.ts";

/**
 * Changes what is given; attributes are merged by key. What a contact says about themselves stays unverified, and never
 * takes the place of what the website vouches for.
 */
export function changeContact(
  ctx: Context | Tx,
  id: string,
  { attributes, ...change }: UpdateContact,
): Promise<ContactRow> {
  return transact(ctx, async (tx) => {
    const before = await getContact(tx, id);
    const vouched = vouchedFields(before, change);
    if (tx.actor.kind !== "contact" && vouched.length > 0)
      throw new AppError(
        "invalid_input",
        Object.fromEntries(vouched.map((field) => [field, "The website vouches for it."])),
      );
    const isGiven = ([field, value]: [string, unknown]) => value !== undefined && !vouched.includes(field);
    const given = Object.fromEntries(Object.entries(change).filter(isGiven));
    if (!attributes && Object.keys(given).length === 0) return before;
    const [row] = await tx.db
      .update(contacts)
      .set({ ...given, ...(attributes && { attributes: { ...before.attributes, ...attributes } }) })
      .where(eq(contacts.id, before.id))
      .returning();
    if (!row) throw new Error("A contact vanished while it was changed");
    await tx.record(
      "contact.updated",
      { contactId: before.id },
      { fields: [...Object.keys(given), ...(attributes ? ["attributes"] : [])] },
    );
    await tellContact(tx, row.id);
    return row;
  });
}

/** What a change would take from the website's word. */
const vouchedFields = ({ verified }: ContactRow, change: Omit<UpdateContact, "attributes">): string[] =>
  (["name", "email"] as const).filter(
    (field) => verified?.[field] && change[field] !== undefined && change[field] !== verified[field],
  );
