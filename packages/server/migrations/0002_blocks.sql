CREATE TABLE "blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"contact_id" uuid,
	"network" "cidr",
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "blocks_contact_or_network" CHECK (num_nonnulls("blocks"."contact_id", "blocks"."network") = 1)
);
--> statement-breakpoint
ALTER TABLE "blocks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_workspace_id_contact_id_index" ON "blocks" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "blocks_workspace_id_network_index" ON "blocks" USING btree ("workspace_id","network");--> statement-breakpoint
CREATE POLICY "blocks_workspace" ON "blocks" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "blocks_lookup" ON "blocks" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);