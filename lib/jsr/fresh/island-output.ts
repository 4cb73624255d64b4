// Islands on the server: their HTML between markers, their props collected for the browser.
import type { ComponentType, VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { Island } from "./handler.ts";
import { between } from "./marked-output.ts";
import type { RenderState, SlotRecord } from "./render-state.ts";
import { isSignal } from "./signal-like.ts";

/** Stands for JSX in serialised props. */
export class SlotRef {
  readonly id: number;

  constructor(id: number) {
    this.id = id;
  }
}

const islands = new WeakMap<object, Island>();

/** Makes `island.fn` an island wherever it is rendered from now on. */
export function registerIsland(island: Island): void {
  islands.set(island.fn, island);
}

/** The island that `type` is, undefined for other components. */
export function islandOf(type: object): Island | undefined {
  return islands.get(type);
}

const ISLAND_CLOSE = "<!--/frsh:island-->";

/** The props of a template that is `island` between markers; it joins the page's islands. */
export function islandTemplate(
  island: Island,
  props: Record<string, unknown>,
  state: RenderState,
): object {
  const forServer: Record<string, unknown> = {};
  const forClient: Record<string, unknown> = {};
  for (const name in props) {
    const value = props[name];
    if (value === undefined) continue;
    const [server, client] = holdsJsx(value) ? splitJsx(value, state) : [value, value];
    forServer[name] = server;
    forClient[name] = client;
  }
  const index = state.islands.push({ island, props: forClient }) - 1;
  const content = jsx(island.fn as ComponentType<object>, forServer);
  state.pending = content;
  return { tpl: [`<!--frsh:island:${index}-->`, ISLAND_CLOSE], exprs: [content] };
}

// A signal passes for a vnode, so that it can be rendered as text.
function isVNode(value: unknown): value is VNode {
  return typeof value === "object" && value !== null && value.constructor === undefined &&
    "type" in value && "props" in value && !isSignal(value);
}

function holdsJsx(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsJsx) : isVNode(value);
}

/** `value` for the server and for the browser, with its JSX as numbered slots. */
function splitJsx(value: unknown, state: RenderState): [unknown, unknown] {
  if (Array.isArray(value)) {
    const pairs = value.map((item) => splitJsx(item, state));
    return [pairs.map(([server]) => server), pairs.map(([, client]) => client)];
  }
  if (!isVNode(value)) return [value, value];
  const record: SlotRecord = { content: value, rendered: false };
  const id = state.slots.push(record) - 1;
  return [jsx(SlotOutput, { id, record }), new SlotRef(id)];
}

/** Renders JSX that was passed to an island, between markers. */
export function SlotOutput({ id, record }: { id: number; record: SlotRecord }): VNode {
  record.rendered = true;
  return between(`<!--frsh:slot:${id}-->`, record.content, "<!--/frsh:slot-->");
}
