CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"type" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"conversation_id" uuid,
	"ticket_id" uuid,
	"contact_id" uuid,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "agents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "agents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"key_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_keys_keyHash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"scope" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	CONSTRAINT "auth_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	CONSTRAINT "auth_users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"allowed_domains" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channels_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "channels" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"external_id" text,
	"name" text,
	"email" text,
	"phone" text,
	"attributes" jsonb NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contacts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"ticket_id" uuid,
	"handling" text NOT NULL,
	"assignee_id" uuid,
	"last_seq" integer NOT NULL,
	"contact_read_seq" integer NOT NULL,
	"agent_read_seq" integer NOT NULL,
	"rating_score" integer,
	"rating_comment" text,
	"human_requested_at" timestamp (3) with time zone,
	"queued_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"client_id" text,
	"author_kind" text NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"body" text NOT NULL,
	"payload" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"client_id" text NOT NULL,
	"after_seq" integer NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" uuid,
	"author_name" text,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ticket_counters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"last_number" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ticket_counters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"public_id" text NOT NULL,
	"contact_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"status" text NOT NULL,
	"priority" text NOT NULL,
	"source" text NOT NULL,
	"assignee_id" uuid,
	"tags" text[] NOT NULL,
	"version" integer NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tickets_publicId_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "tickets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_auth_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_assignee_id_agents_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_counters" ADD CONSTRAINT "ticket_counters_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_assignee_id_agents_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_workspace_id_conversation_id_id_index" ON "events" USING btree ("workspace_id","conversation_id","id");--> statement-breakpoint
CREATE INDEX "events_workspace_id_ticket_id_id_index" ON "events" USING btree ("workspace_id","ticket_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "agents_workspace_id_user_id_index" ON "agents" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "agents_user_id_index" ON "agents" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_accounts_user_id_index" ON "auth_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_user_id_index" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verifications_identifier_index" ON "auth_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "channels_workspace_id_name_index" ON "channels" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_workspace_id_external_id_index" ON "contacts" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "contacts_workspace_id_email_index" ON "contacts" USING btree ("workspace_id","email");--> statement-breakpoint
CREATE INDEX "sessions_workspace_id_contact_id_index" ON "sessions" USING btree ("workspace_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_contact_id_client_id_index" ON "conversations" USING btree ("contact_id","client_id");--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_contact_id_updated_at_index" ON "conversations" USING btree ("workspace_id","contact_id","updated_at");--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_handling_queued_at_index" ON "conversations" USING btree ("workspace_id","handling","queued_at");--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_assignee_id_updated_at_index" ON "conversations" USING btree ("workspace_id","assignee_id","updated_at");--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_updated_at_index" ON "conversations" USING btree ("workspace_id","updated_at");--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_ticket_id_index" ON "conversations" USING btree ("workspace_id","ticket_id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_conversation_id_seq_index" ON "messages" USING btree ("conversation_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_conversation_id_client_id_index" ON "messages" USING btree ("conversation_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notes_conversation_id_client_id_index" ON "notes" USING btree ("conversation_id","client_id");--> statement-breakpoint
CREATE INDEX "notes_workspace_id_conversation_id_id_index" ON "notes" USING btree ("workspace_id","conversation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_counters_workspace_id_index" ON "ticket_counters" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_workspace_id_number_index" ON "tickets" USING btree ("workspace_id","number");--> statement-breakpoint
CREATE INDEX "tickets_workspace_id_status_updated_at_index" ON "tickets" USING btree ("workspace_id","status","updated_at");--> statement-breakpoint
CREATE INDEX "tickets_workspace_id_assignee_id_updated_at_index" ON "tickets" USING btree ("workspace_id","assignee_id","updated_at");--> statement-breakpoint
CREATE INDEX "tickets_workspace_id_contact_id_updated_at_index" ON "tickets" USING btree ("workspace_id","contact_id","updated_at");--> statement-breakpoint
CREATE POLICY "workspaces_workspace" ON "workspaces" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "workspaces_lookup" ON "workspaces" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);--> statement-breakpoint
CREATE POLICY "events_workspace" ON "events" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agents_workspace" ON "agents" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "agents_lookup" ON "agents" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);--> statement-breakpoint
CREATE POLICY "api_keys_workspace" ON "api_keys" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "api_keys_lookup" ON "api_keys" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);--> statement-breakpoint
CREATE POLICY "channels_workspace" ON "channels" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "channels_lookup" ON "channels" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);--> statement-breakpoint
CREATE POLICY "contacts_workspace" ON "contacts" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sessions_workspace" ON "sessions" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sessions_lookup" ON "sessions" AS PERMISSIVE FOR SELECT TO "deskbell_lookup" USING (true);--> statement-breakpoint
CREATE POLICY "conversations_workspace" ON "conversations" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "messages_workspace" ON "messages" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "notes_workspace" ON "notes" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "ticket_counters_workspace" ON "ticket_counters" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tickets_workspace" ON "tickets" AS PERMISSIVE FOR ALL TO "deskbell_app" USING (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('deskbell.workspace_id', true), '')::uuid);