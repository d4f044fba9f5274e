ALTER TABLE "channels" ADD COLUMN "ticket_fields" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "custom_fields" jsonb DEFAULT '[]'::jsonb NOT NULL;