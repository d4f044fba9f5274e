/** Endings of files that are no endings of hosts. */
const fileEndings = /^(txt|jpe?g|png|gif|webp|heic|svg|pdf|docx?|xlsx?|pptx?|odt|csv|json|xml|html?|log|mp[34])$/i;

/**
 * Mail programs make links by themselves of whatever looks like an address. This leaves it readable and nothing to press:
 * `https[:]//example[.]com`.
 */
export const breakLinks = (words: string): string =>
  words
    .replace(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, (name) => {
      const ending = name.slice(name.lastIndexOf(".") + 1);
      return /^\p{L}[\p{L}\p{N}-]+$/u.test(ending) && !fileEndings.test(ending) ? name.replaceAll(".", "[.]") : name;
    })
    .replace(/:(?=\/\/)/g, "[:]");
