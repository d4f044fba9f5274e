import type { WidgetSettings } from "./widget-settings.ts";

/** Where the launcher stands, and the panel above it. */
export const sideOf = ({ position }: WidgetSettings): "left" | "right" => (position === "left" ? position : "right");
