// `Component`, which layouts and the app wrapper render to place what they wrap.
import type { ComponentChildren, ComponentType } from "preact";

// A property of the function rather than a WeakMap: one entry per layer and request would make
// every garbage collection walk the map.
interface Content {
  (): ComponentChildren;
  content?: { readonly inner: ComponentChildren };
}

/** A component that renders `inner`. */
export function contentComponent(inner: ComponentChildren): ComponentType {
  const Component: Content = () => inner;
  Component.content = { inner };
  return Component as ComponentType;
}

/** What `type` renders when it came from {@linkcode contentComponent}, else undefined. */
export function contentOf(type: object): { readonly inner: ComponentChildren } | undefined {
  return (type as Content).content;
}
