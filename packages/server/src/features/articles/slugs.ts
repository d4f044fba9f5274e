const maxSlugLength = 120;

/** `Set up_Sites.md` → `set-up-sites`. Empty when nothing of it can stand in an address. */
export function slugOf(name: string): string {
  return name
    .replace(/\.(md|markdown)$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, maxSlugLength)
    .replace(/^-+|-+$/g, "");
}

/** Anchors as GitHub makes them from headings; a repeated heading gets `-1`, `-2` … */
export function createAnchors(): (heading: string) => string {
  const used = new Set<string>();
  return (heading) => {
    const base = anchorOf(heading) || "section";
    let anchor = base;
    for (let n = 1; used.has(anchor); n += 1) anchor = `${base}-${n}`;
    used.add(anchor);
    return anchor;
  };
}

function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");
}
