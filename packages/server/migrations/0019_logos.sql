CREATE TABLE "logos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "logos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logos" ADD CONSTRAINT "logos_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "logos_workspace_id_channel_id_created_at_index" ON "logos" USING btree ("workspace_id","channel_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "logos_channel_id_hash_index" ON "logos" USING btree ("channel_id","hash");--> statement-breakpoint
CREATE POLICY "logos_workspace" ON "logos" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);