// Raw markers around rendered content.
import { Fragment, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";

/** An element whose output is `open`, the rendered `content`, `close`, without escaping. */
export function between(open: string, content: unknown, close: string): VNode {
  return jsx(Fragment, { tpl: [open, close], exprs: [content] } as object);
}
