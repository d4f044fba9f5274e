/** Folders and files that say "various" instead of what is in them. */
const nameless = /(^|\/)(utils?|helpers?|services?|lib|common|shared|misc)(\/|\.tsx?$)|(^|\/)types\.ts$/;

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const component = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;

/** What is wrong with a path's names; `null` when nothing is. */
export function nameProblem(file: string): string | null {
  if (nameless.test(file)) return `${file}: name a shared thing for what it is`;
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (/\.tsx?$/.test(name) && !kebabCase.test(name) && !component.test(name)) {
    return `${file}: kebab-case.ts, or Component.tsx`;
  }
  return null;
}
