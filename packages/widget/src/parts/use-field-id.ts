import { useState } from "preact/hooks";

let fields = 0;

/** One that no other field has: labels name it. Not Preact's, which would come with the first bytes. */
export const useFieldId = (): string => useState(() => `field-${++fields}`)[0];
