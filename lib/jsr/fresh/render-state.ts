// What is collected while one page renders.
import type { VNode } from "preact";
import type { Island } from "./handler.ts";

/** One island on a page. */
export interface IslandInstance {
  readonly island: Island;
  /** Its props, with slot references where JSX was. */
  readonly props: Record<string, unknown>;
}

/** A JSX value passed to an island: rendered here, found again by its id in the browser. */
export interface SlotRecord {
  readonly content: unknown;
  rendered: boolean;
}

/** A vnode that was changed for one render, as it was before. */
export interface ChangedVNode {
  readonly vnode: VNode;
  readonly type: VNode["type"];
  readonly props: VNode["props"];
}

/** An island or slot that is being rendered, and the island it interrupted. */
export interface OpenVNode {
  readonly vnode: VNode;
  readonly outer: VNode | null;
}

/** The state of one render; there is one at a time because rendering never waits. */
export interface RenderState {
  readonly path: string;
  readonly nonce: string | null;
  readonly islands: IslandInstance[];
  readonly slots: SlotRecord[];
  /** The island being rendered: an island inside an island is a plain component. */
  island: VNode | null;
  /** The island that was just given its markers and renders next. */
  pending: VNode | null;
  /** Islands and slots that are open, innermost last. */
  readonly open: OpenVNode[];
  /** JSX makes vnodes new for every render, but one kept in a constant is rendered again. */
  readonly changed: ChangedVNode[];
}

let current: RenderState | null = null;

/** The render that is going on, null outside one. */
export function currentRender(): RenderState | null {
  return current;
}

/** Runs `render` with `state` collecting; changed vnodes are put back even when it throws. */
export function collect<T>(state: RenderState, render: () => T): T {
  const outer = current;
  current = state;
  try {
    return render();
  } finally {
    current = outer;
    for (const { vnode, type, props } of state.changed) {
      vnode.type = type;
      vnode.props = props;
    }
    state.changed.length = 0;
  }
}
