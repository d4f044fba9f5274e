CREATE TABLE "team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "team_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "teams" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "kept_queued_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_team_id_agent_id_index" ON "team_members" USING btree ("team_id","agent_id");--> statement-breakpoint
CREATE INDEX "team_members_workspace_id_agent_id_team_id_index" ON "team_members" USING btree ("workspace_id","agent_id","team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_workspace_id_client_id_index" ON "teams" USING btree ("workspace_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name_index" ON "teams" USING btree ("workspace_id",lower("name"));--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_team_id_index" ON "conversations" USING btree ("workspace_id","team_id") WHERE "conversations"."team_id" is not null;--> statement-breakpoint
CREATE POLICY "team_members_workspace" ON "team_members" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "teams_workspace" ON "teams" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);