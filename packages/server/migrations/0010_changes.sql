ALTER TABLE "conversations" ADD COLUMN "changed_in" "xid8" DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "changed_in" "xid8" DEFAULT '0' NOT NULL;--> statement-breakpoint
CREATE INDEX "conversations_workspace_id_changed_in_index" ON "conversations" USING btree ("workspace_id","changed_in");--> statement-breakpoint
CREATE INDEX "tickets_workspace_id_changed_in_index" ON "tickets" USING btree ("workspace_id","changed_in");
--> statement-breakpoint
-- Whoever writes a row, it bears the transaction that did: see docs/decisions/0013-change-cursor.md.
create function stamp_change() returns trigger language plpgsql as $$ begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
--> statement-breakpoint
create trigger stamp_change before insert or update on conversations for each row execute function stamp_change();
--> statement-breakpoint
create trigger stamp_change before insert or update on tickets for each row execute function stamp_change();
--> statement-breakpoint
-- What a conversation or ticket is shown with changes it too. A new message has written its conversation already.
create function touch_conversation() returns trigger language plpgsql as $$ begin
  update public.conversations set changed_in = default where id = coalesce(new.conversation_id, old.conversation_id);
  return null;
end $$;
--> statement-breakpoint
create trigger touch_conversation after update or delete on messages for each row execute function touch_conversation();
--> statement-breakpoint
create trigger touch_conversation after insert or update or delete on notes for each row execute function touch_conversation();
--> statement-breakpoint
create function touch_of_contact() returns trigger language plpgsql as $$ begin
  update public.conversations set changed_in = default where contact_id = new.id;
  update public.tickets set changed_in = default where contact_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_of_contact after update on contacts for each row
  when ((old.name, old.email, old.phone, old.external_id, old.attributes, old.verified) is distinct from (new.name, new.email, new.phone, new.external_id, new.attributes, new.verified))
  execute function touch_of_contact();
--> statement-breakpoint
create function touch_of_ticket() returns trigger language plpgsql as $$ begin
  update public.conversations set changed_in = default where ticket_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_of_ticket after update on tickets for each row
  when ((old.subject, old.status) is distinct from (new.subject, new.status))
  execute function touch_of_ticket();
--> statement-breakpoint
create function touch_of_agent() returns trigger language plpgsql as $$ begin
  update public.conversations set changed_in = default where assignee_id = new.id;
  update public.tickets set changed_in = default where assignee_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_of_agent after update on agents for each row
  when (old.name is distinct from new.name)
  execute function touch_of_agent();
--> statement-breakpoint
create function touch_of_channel() returns trigger language plpgsql as $$ begin
  update public.conversations set changed_in = default where channel_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_of_channel after update on channels for each row
  when (old.name is distinct from new.name)
  execute function touch_of_channel();
--> statement-breakpoint
create function touch_of_team() returns trigger language plpgsql as $$ begin
  update public.conversations set changed_in = default where team_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger touch_of_team after update on teams for each row
  when (old.name is distinct from new.name)
  execute function touch_of_team();
