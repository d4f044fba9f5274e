CREATE TABLE "message_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"change" text NOT NULL,
	"body" text NOT NULL,
	"payload" jsonb,
	"author_kind" text NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "last_change_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "change_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "edited_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_by_kind" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "deleted_by_name" text;--> statement-breakpoint
ALTER TABLE "message_versions" ADD CONSTRAINT "message_versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_versions" ADD CONSTRAINT "message_versions_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_versions_workspace_id_message_id_id_index" ON "message_versions" USING btree ("workspace_id","message_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_conversation_id_change_seq_index" ON "messages" USING btree ("conversation_id","change_seq") WHERE "messages"."change_seq" > 0;--> statement-breakpoint
CREATE POLICY "message_versions_workspace" ON "message_versions" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);