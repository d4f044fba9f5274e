import type { Preset } from "@deskbell/sdk";

/**
 * Of each: `--deskbell-radius`, `--deskbell-launcher-radius` and `--deskbell-launcher`, in pixels, where they differ from `classic`. As in the
 * contract, which every page would otherwise load; a test compares what is drawn.
 */
export const presets: Partial<Record<Preset, [radius: number, launcherRadius: number, launcher?: number]>> = {
  soft: [24, 20],
  compact: [12, 99, 48],
  square: [2, 2],
};
