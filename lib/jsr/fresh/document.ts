// The finished HTML document and its response.
import type { ComponentChildren, VNode } from "preact";
import { Fragment, isValidElement } from "preact";
import { jsx } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { useAssets } from "./asset-hashes.ts";
import { type BootScript, bootScript, HTML_TYPE } from "./boot-script.ts";
import { moveHead } from "./head-output.ts";
import { HEAD_OPEN } from "./head.ts";
import "./render-hooks.ts";
import { collect, type RenderState } from "./render-state.ts";
import type { RequestContext } from "./request-context.ts";

const HTML_INIT: ResponseInit = { headers: { "content-type": HTML_TYPE } };

/** Renders `content` as a whole document; `init` gives status and further headers. */
export function documentResponse<State>(
  ctx: RequestContext<State>,
  content: ComponentChildren,
  init: ResponseInit,
): Response | Promise<Response> {
  const { snapshot, config } = ctx.runtime;
  const state: RenderState = {
    path: ctx.path,
    nonce: ctx.nonce,
    islands: [],
    slots: [],
    island: null,
    pending: null,
    open: [],
    changed: [],
  };
  ctx.nonceRendered = ctx.nonce !== null;
  useAssets(snapshot?.assets ?? null);
  let html = collect(state, () => renderToString(rootOf(content)));
  if (!html.startsWith("<html")) html = withinDocument(html);
  if (html.includes(HEAD_OPEN)) html = moveHead(html);
  if (state.islands.length === 0 || snapshot === null) {
    return new Response(`<!DOCTYPE html>${html}`, responseInit(init, null));
  }
  const templates = state.slots.length === 0 ? "" : unusedSlots(state);
  const boot = bootScript(state, snapshot.client, config.basePath);
  return boot instanceof Promise
    ? boot.then((loaded) => withBoot(html, templates, loaded, init))
    : withBoot(html, templates, boot, init);
}

function withBoot(html: string, templates: string, boot: BootScript, init: ResponseInit): Response {
  return new Response(
    `<!DOCTYPE html>${beforeBodyEnd(html, templates + boot.html)}`,
    responseInit(init, boot),
  );
}

function rootOf(content: ComponentChildren): VNode {
  return isValidElement(content) ? content : jsx(Fragment, { children: content });
}

function withinDocument(html: string): string {
  return `<html><head><meta charset="utf-8"/></head><body>${html}</body></html>`;
}

function beforeBodyEnd(html: string, addition: string): string {
  const at = html.lastIndexOf("</body>");
  return at === -1 ? html + addition : html.slice(0, at) + addition + html.slice(at);
}

// JSX an island was given but did not render: it may do so later, in the browser.
function unusedSlots(state: RenderState): string {
  let html = "";
  for (let id = 0; id < state.slots.length; id++) {
    const slot = state.slots[id];
    if (slot === undefined || slot.rendered) continue;
    const vnode = rootOf(slot.content as ComponentChildren);
    slot.rendered = true;
    const content = collect(state, () => renderToString(vnode));
    html += `<template id="frsh-slot-${id}">${content}</template>`;
  }
  return html;
}

function responseInit(init: ResponseInit, boot: BootScript | null): ResponseInit {
  if (init.headers === undefined) {
    const base = boot === null ? HTML_INIT : boot.init;
    return init.status === undefined && init.statusText === undefined
      ? base
      : { ...init, headers: base.headers as HeadersInit };
  }
  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", HTML_TYPE);
  if (boot !== null) headers.append("link", boot.link);
  return { ...init, headers };
}
