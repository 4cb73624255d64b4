// The wrappers around a page.
import type { RouteComponent } from "./handler.ts";

/** A page component with what must be known about it before it runs. */
export interface Layer {
  readonly component: RouteComponent<never, never>;
  readonly isAsync: boolean;
}

/** The wrappers around a page: layouts from the outermost in, and the app wrapper. */
export interface Layers {
  readonly app: Layer | null;
  readonly layouts: readonly Layer[];
}

/** Marks a component; async ones are called, not rendered. */
export function layerOf(component: RouteComponent<never, never>): Layer {
  return { component, isAsync: component.constructor.name === "AsyncFunction" };
}
