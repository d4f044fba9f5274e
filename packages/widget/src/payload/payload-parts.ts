export { default as styles } from "../styles/payload.css?inline";
export { Change } from "./Change.tsx";
export { CustomFields } from "./CustomFields.tsx";
export { checkAnswers } from "./form-fill.ts";
export { Payload } from "./Payload.tsx";
export { PreChat } from "./PreChat.tsx";
export { Questions } from "./Questions.tsx";
