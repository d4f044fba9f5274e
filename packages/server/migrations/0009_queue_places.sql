CREATE TABLE "queue_places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"expected_wait_seconds" integer,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "queue_places_conversationId_unique" UNIQUE("conversation_id")
);
--> statement-breakpoint
ALTER TABLE "queue_places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_places" ADD CONSTRAINT "queue_places_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_waited_index" ON "events" USING btree ("workspace_id","created_at") WHERE "events"."data" ? 'waitedMs';--> statement-breakpoint
CREATE POLICY "queue_places_workspace" ON "queue_places" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "queue_places_lookup" ON "queue_places" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);