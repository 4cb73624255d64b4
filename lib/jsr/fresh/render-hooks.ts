// The hook into rendering: finds islands, marks current links, locks image URLs, adds nonces.
import { type ComponentType, Fragment, options, type VNode } from "preact";
import { asset, assetSrcSet } from "./asset.ts";
import { contentOf } from "./content.ts";
import type { Island } from "./handler.ts";
import { islandOf, islandTemplate, SlotOutput } from "./island-output.ts";
import { currentRender, type RenderState } from "./render-state.ts";

type Hook = (vnode: VNode) => void;
// `__b` is the name under which preact publishes its "before this vnode renders" hook.
const hooks = options as unknown as { __b?: Hook; diffed?: Hook };
const { __b: before, diffed: after } = hooks;

// Called for every vnode of every page: everything that is not special must leave at once.
hooks.__b = (vnode) => {
  const current = currentRender();
  if (current !== null) {
    const { type } = vnode;
    if (typeof type === "string") visitElement(vnode, type, current);
    else if (type !== Fragment) visitComponent(vnode, type, current);
  }
  before?.(vnode);
};

hooks.diffed = (vnode) => {
  const current = currentRender();
  if (current !== null && current.open.length > 0 && current.open.at(-1)?.vnode === vnode) {
    current.island = current.open.pop()?.outer ?? null;
  }
  after?.(vnode);
};

function visitComponent(vnode: VNode, type: ComponentType, state: RenderState): void {
  if (vnode === state.pending) {
    state.pending = null;
    state.open.push({ vnode, outer: state.island });
    state.island = vnode;
  } else if (state.island === null) {
    const island = islandOf(type);
    if (island !== undefined) return markIsland(vnode, island, state);
    // Rendered in place: a component of its own for every layer is what a page costs most.
    const content = contentOf(type);
    if (content !== undefined) {
      vnode.type = Fragment as ComponentType;
      vnode.props = { children: content.inner } as VNode["props"];
    }
  } else if (type as unknown === SlotOutput) {
    // What is in a slot was written outside the island: islands in it are islands of their own.
    state.open.push({ vnode, outer: state.island });
    state.island = null;
  }
}

function markIsland(vnode: VNode, island: Island, state: RenderState): void {
  const { type, props } = vnode;
  const template = islandTemplate(island, props as Record<string, unknown>, state);
  state.changed.push({ vnode, type, props });
  vnode.type = Fragment as ComponentType;
  vnode.props = template as VNode["props"];
}

function visitElement(vnode: VNode, type: string, state: RenderState): void {
  const props = vnode.props as Record<string, unknown>;
  switch (type) {
    case "a":
      markCurrentLink(vnode, props, state);
      break;
    case "img":
    case "source":
      lockAsset(vnode, props, state);
      break;
    case "script":
    case "style":
      if (state.nonce !== null && props.nonce === undefined) {
        change(vnode, props, { nonce: state.nonce }, state);
      }
      break;
  }
  if (vnode.key != null && HEAD_ELEMENTS.has(type)) {
    change(vnode, vnode.props as Record<string, unknown>, { "data-key": vnode.key }, state);
  }
}

const HEAD_ELEMENTS = new Set(["title", "meta", "link", "script", "style", "base", "noscript"]);

function markCurrentLink(vnode: VNode, props: Record<string, unknown>, state: RenderState): void {
  const { href } = props;
  if (typeof href !== "string" || href[0] !== "/" || props["aria-current"] != null) return;
  const end = href.search(/[?#]/);
  const target = (end === -1 ? href : href.slice(0, end)).replace(/(?<=.)\/$/, "");
  const here = state.path.length > 1 ? state.path.replace(/\/$/, "") : state.path;
  if (target === here) {
    change(vnode, props, { "data-current": "true", "aria-current": "page" }, state);
  } else if (target === "/" || here.startsWith(`${target}/`)) {
    change(vnode, props, { "data-ancestor": "true", "aria-current": "true" }, state);
  }
}

function lockAsset(vnode: VNode, props: Record<string, unknown>, state: RenderState): void {
  if ("data-fresh-disable-lock" in props) return;
  const { src, srcset, srcSet } = props;
  const changes: Record<string, unknown> = {};
  if (typeof src === "string") changes.src = asset(src);
  if (typeof srcset === "string") changes.srcset = assetSrcSet(srcset);
  if (typeof srcSet === "string") changes.srcSet = assetSrcSet(srcSet);
  change(vnode, props, changes, state);
}

function change(
  vnode: VNode,
  props: Record<string, unknown>,
  changes: Record<string, unknown>,
  state: RenderState,
): void {
  state.changed.push({ vnode, type: vnode.type, props: vnode.props });
  vnode.props = { ...props, ...changes } as object as VNode["props"];
}
