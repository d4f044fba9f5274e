/** Of something that may have to be sent again, and must not happen twice by it. */
export const newClientId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
