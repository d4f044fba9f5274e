import { type ChannelSettings, presets } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { textOn } from "./text-on.ts";
import "./widget-preview.css";

/** The head of the widget's home and the launcher below it, as visitors will see them. */
export function WidgetPreview({ settings, logoUrl }: { settings: ChannelSettings; logoUrl: string | null }) {
  const { brandColor, theme, preset, position, title, greeting, tagline } = settings;
  const [broken, setBroken] = useState<string | null>(null);
  const isColor = /^#[0-9a-f]{6}$/i.test(brandColor);
  const color = isColor ? brandColor : "#4f46e5";
  return (
    <div
      class="widget-preview"
      role="img"
      aria-label={text.settings.appearance.preview}
      data-side={position}
      data-theme={theme}
      style={{
        ...presets[preset],
        "--brand": color,
        "--on-brand": textOn(color),
        "--away-from-text": textOn(color) === "#fff" ? "#000" : "#fff",
      }}
    >
      <div class="widget-preview-panel">
        <div class="widget-preview-hero">
          {(title || logoUrl) && (
            <p class="widget-preview-brand">
              {logoUrl && logoUrl !== broken && <img src={logoUrl} alt="" onError={() => setBroken(logoUrl)} />}
              <bdi>{title}</bdi>
            </p>
          )}
          <b dir="auto">{greeting}</b>
          <p dir="auto">{tagline}</p>
        </div>
        <div class="widget-preview-card">
          <span />
        </div>
      </div>
      <span class="widget-preview-launcher" />
    </div>
  );
}
