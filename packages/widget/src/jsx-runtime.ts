import { type ComponentType, createElement, type VNode } from "preact";

export { Fragment } from "preact";

/** What JSX becomes: Preact's own has what nobody here asks for. */
export const jsx = (type: ComponentType, props: object, key?: string): VNode =>
  createElement(type, key === undefined ? props : { ...props, key });

export { jsx as jsxs };
