CREATE TABLE "tracked_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"name" text NOT NULL,
	"attributes" jsonb NOT NULL,
	"url" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tracked_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "labels" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "attributes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tracked_events" ADD CONSTRAINT "tracked_events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracked_events" ADD CONSTRAINT "tracked_events_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "tracked_events_contact_id_client_id_index" ON "tracked_events" USING btree ("contact_id","client_id");--> statement-breakpoint
CREATE INDEX "tracked_events_workspace_id_contact_id_id_index" ON "tracked_events" USING btree ("workspace_id","contact_id","id");--> statement-breakpoint
CREATE POLICY "tracked_events_workspace" ON "tracked_events" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);