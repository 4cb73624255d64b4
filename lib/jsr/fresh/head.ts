// <Head>: elements for the document's head, from anywhere in the page.
import { type ComponentChildren, Fragment, type VNode } from "preact";
import { useEffect } from "preact/hooks";
import { jsx } from "preact/jsx-runtime";

/** Markers around the children of `<Head>` in server output; moved into `<head>` afterwards. */
export const HEAD_OPEN = "<!--frsh:head-->";
/** Ends what {@linkcode HEAD_OPEN} started. */
export const HEAD_CLOSE = "<!--/frsh:head-->";

/** What `<Head>` takes. */
export interface HeadProps {
  children?: ComponentChildren;
}

/** Moves its children into the document's `<head>`, replacing the ones they match. */
export function Head({ children }: HeadProps): VNode | null {
  if (typeof document === "undefined") {
    return jsx(Fragment, { tpl: [HEAD_OPEN, HEAD_CLOSE], exprs: [children ?? null] } as object);
  }
  useEffect(() => {
    const list = Array.isArray(children) ? children.flat(4) : [children];
    for (const child of list as VNode[]) if (child?.type) patch(child);
  });
  return null;
}

function patch(vnode: VNode): void {
  const { children, ...attributes } = vnode.props as Record<string, unknown>;
  const text = [children].flat(4).filter((part) => part != null && typeof part !== "boolean")
    .join("");
  const type = vnode.type as string;
  if (type === "title") {
    document.title = text;
    return;
  }
  const element = find(type, vnode.key as unknown, attributes) ??
    document.head.appendChild(document.createElement(type));
  if (vnode.key != null) element.setAttribute("data-key", String(vnode.key));
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  if (text !== "" || element.textContent !== "") element.textContent = text;
}

function find(type: string, key: unknown, attributes: Record<string, unknown>): Element | null {
  const by = (name: string, value: unknown) =>
    document.head.querySelector(`${type}[${name}="${CSS.escape(String(value))}"]`);
  if (key != null) return by("data-key", key);
  if (attributes.id != null) return by("id", attributes.id);
  for (const name of ["name", "property", "http-equiv"]) {
    if (type === "meta" && attributes[name] != null) return by(name, attributes[name]);
  }
  const same = Array.from(document.head.querySelectorAll(type)).find((element) =>
    Object.entries(attributes).every(([name, value]) => element.getAttribute(name) === `${value}`)
  );
  return same ?? null;
}
