import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./src/db/tenant-table.ts", "./src/db/events.ts", "./src/features/*/tables.ts"],
  out: "./migrations",
  casing: "snake_case",
});
