ALTER TABLE "channels" ADD COLUMN "several" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "after_close" text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "idle" jsonb;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "idle_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "idle_warned_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_channel_id_idle_since_index" ON "conversations" USING btree ("workspace_id","channel_id","idle_since") WHERE "conversations"."idle_since" is not null and "conversations"."idle_warned_at" is null;--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_channel_id_idle_warned_at_index" ON "conversations" USING btree ("workspace_id","channel_id","idle_warned_at") WHERE "conversations"."idle_warned_at" is not null;