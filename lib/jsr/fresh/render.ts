// Renders pages: the component inside its layouts and app wrapper, to one string, to a Response.
import type { ComponentChildren, ComponentType, VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import type { RenderConfig } from "./context.ts";
import { contentComponent } from "./content.ts";
import { documentResponse } from "./document.ts";
import type { PageProps } from "./handler.ts";
import type { Layer, Layers } from "./layers.ts";
import type { RequestContext } from "./request-context.ts";

const NO_LAYERS: Layers = { app: null, layouts: [] };

/** The page `layer` with `data`, inside the wrappers of the matched route. */
export function renderPage<State>(
  ctx: RequestContext<State>,
  layer: Layer,
  data: unknown,
  init: ResponseInit,
): Response | Promise<Response> {
  const layers = ctx.layers ?? NO_LAYERS;
  if (layer.isAsync || hasAsync(layers)) return renderAsync(ctx, layer, data, init, layers);
  const vnode = element(layer, pageProps(ctx, data, Nothing));
  return documentResponse(ctx, wrap(ctx, vnode, layers), init);
}

/** `vnode` inside the wrappers of the matched route. */
export function renderVNode<State>(
  ctx: RequestContext<State>,
  vnode: VNode | null,
  init: ResponseInit,
  config: RenderConfig,
): Response | Promise<Response> {
  const all = ctx.layers ?? NO_LAYERS;
  const layers = {
    app: config.skipAppWrapper ? null : all.app,
    layouts: config.skipInheritedLayouts ? [] : all.layouts,
  };
  return hasAsync(layers)
    ? wrapAsync(ctx, vnode, layers, init)
    : documentResponse(ctx, wrap(ctx, vnode, layers), init);
}

function hasAsync(layers: Layers): boolean {
  return layers.app?.isAsync === true || layers.layouts.some((layout) => layout.isAsync);
}

function wrap<State>(
  ctx: RequestContext<State>,
  page: ComponentChildren,
  layers: Layers,
): ComponentChildren {
  let inner = page;
  for (let i = layers.layouts.length - 1; i >= 0; i--) {
    inner = wrapOnce(ctx, layers.layouts[i] as Layer, inner);
  }
  return layers.app === null ? inner : wrapOnce(ctx, layers.app, inner);
}

function wrapOnce<State>(
  ctx: RequestContext<State>,
  layer: Layer,
  inner: ComponentChildren,
): VNode {
  return element(layer, pageProps(ctx, undefined, contentComponent(inner)));
}

async function renderAsync<State>(
  ctx: RequestContext<State>,
  layer: Layer,
  data: unknown,
  init: ResponseInit,
  layers: Layers,
): Promise<Response> {
  const props = pageProps(ctx, data, Nothing);
  const result = layer.isAsync ? await call(layer, props) : element(layer, props);
  if (result instanceof Response) return result;
  return await wrapAsync(ctx, result, layers, init);
}

async function wrapAsync<State>(
  ctx: RequestContext<State>,
  page: ComponentChildren,
  layers: Layers,
  init: ResponseInit,
): Promise<Response> {
  let inner = page;
  const outwards = [...layers.layouts].reverse();
  if (layers.app !== null) outwards.push(layers.app);
  for (const layer of outwards) {
    if (!layer.isAsync) {
      inner = wrapOnce(ctx, layer, inner);
      continue;
    }
    const result = await call(layer, pageProps(ctx, undefined, contentComponent(inner)));
    if (result instanceof Response) return result;
    inner = result;
  }
  return documentResponse(ctx, inner, init);
}

function call(layer: Layer, props: PageProps): Promise<ComponentChildren | Response> {
  return Promise.resolve(layer.component(props as PageProps<never, never>));
}

// `jsx()` rather than `h()`: it keeps the props object instead of copying it.
function element(layer: Layer, props: PageProps): VNode {
  return jsx(layer.component as ComponentType<PageProps>, props);
}

function pageProps<State>(
  ctx: RequestContext<State>,
  data: unknown,
  Component: ComponentType,
): PageProps<unknown, State> {
  return {
    Component,
    config: ctx.config,
    data,
    error: ctx.error,
    info: ctx.info,
    isPartial: false,
    params: ctx.params,
    req: ctx.req,
    state: ctx.state,
    url: ctx.url,
    route: ctx.route,
  };
}

function Nothing(): null {
  return null;
}
