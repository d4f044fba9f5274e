CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"person_id" uuid NOT NULL,
	"page_url" text,
	"page_title" text
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "nodes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alive_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "max_concurrent_chats" integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "return_after_seconds" integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "status" text DEFAULT 'online' NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "max_concurrent_chats" integer;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "unavailable_since" timestamp (3) with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "last_given_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "assignment" text DEFAULT 'manual' NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_node_id_nodes_id_fk" FOREIGN KEY ("node_id") REFERENCES "public"."nodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "connections_node_id_person_id_index" ON "connections" USING btree ("node_id","person_id");--> statement-breakpoint
CREATE INDEX "connections_workspace_id_person_id_index" ON "connections" USING btree ("workspace_id","person_id");--> statement-breakpoint
CREATE POLICY "connections_workspace" ON "connections" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "connections_lookup" ON "connections" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);