import type { Block } from "@deskbell/contract";
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantPolicy } from "../../db/tenant-table.ts";
import { contacts } from "../contacts/tables.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const articleCategories = pgTable(
  "article_categories",
  { ...tenantColumns(), slug: text().notNull(), name: text().notNull(), createdAt: instant().notNull() },
  (t) => [tenantPolicy("article_categories"), uniqueIndex().on(t.workspaceId, t.slug)],
);

export const articles = pgTable(
  "articles",
  {
    ...tenantColumns(),
    slug: text().notNull(),
    categoryId: uuid().references(() => articleCategories.id, { onDelete: "set null" }),
    locale: text().notNull(),
    status: text({ enum: ["draft", "published"] }).notNull(),
    title: text().notNull(),
    description: text().notNull(),
    /** The version that is read now. */
    version: integer().notNull(),
    /** Of what the import read: the same again changes nothing. */
    contentHash: text().notNull(),
    helpfulCount: integer().notNull().default(0),
    unhelpfulCount: integer().notNull().default(0),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("articles"),
    uniqueIndex().on(t.workspaceId, t.slug),
    index().on(t.workspaceId, t.title, t.id),
    index().on(t.workspaceId, t.categoryId),
  ],
);

const articleId = () =>
  uuid()
    .notNull()
    .references(() => articles.id, { onDelete: "cascade" });

export const articleVersions = pgTable(
  "article_versions",
  {
    ...tenantColumns(),
    articleId: articleId(),
    version: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    /** As it was written, front matter and all. */
    source: text().notNull(),
    blocks: jsonb().$type<Block[]>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantPolicy("article_versions"), uniqueIndex().on(t.articleId, t.version), index().on(t.workspaceId)],
);

/** Passages of the published versions: what search and the bot find and quote. */
export const articleChunks = pgTable(
  "article_chunks",
  {
    ...tenantColumns(),
    articleId: articleId(),
    position: integer().notNull(),
    anchor: text(),
    heading: text().notNull(),
    text: text().notNull(),
    /** Words of the title (A), of the headings above (B), of the text (D). */
    words: tsvector().notNull(),
    /** How many words that are: BM25's length of a document. */
    length: integer().notNull(),
  },
  (t) => [
    tenantPolicy("article_chunks"),
    uniqueIndex().on(t.articleId, t.position),
    index().on(t.workspaceId, t.articleId),
    index("article_chunks_words").using("gin", t.words),
  ],
);

export const articleFeedback = pgTable(
  "article_feedback",
  {
    ...tenantColumns(),
    articleId: articleId(),
    /** `null` for readers of the public help centre. */
    contactId: uuid(),
    helpful: boolean().notNull(),
    comment: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantPolicy("article_feedback"),
    foreignKey({ columns: [t.contactId], foreignColumns: [contacts.id] }).onDelete("cascade"),
    // Readers without a session are many: nulls are never the same.
    uniqueIndex().on(t.articleId, t.contactId),
    index().on(t.workspaceId, t.articleId),
  ],
);
