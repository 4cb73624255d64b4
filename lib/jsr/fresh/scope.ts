// Scopes: the tree of path prefixes that own middlewares, layouts and error pages.
import type { LayoutConfig, Middleware } from "./handler.ts";
import type { Layer, Layers } from "./layers.ts";
import type { RequestContext } from "./request-context.ts";

/** Answers a request; synchronously when nothing in it waits. */
export type Run<State> = (ctx: RequestContext<State>) => Response | Promise<Response>;

/** A path prefix; file route groups are scopes that add nothing to the path. */
export class Scope<State> {
  readonly parent: Scope<State> | null;
  readonly pattern: string;
  readonly children: Map<string, Scope<State>> = new Map();
  readonly middlewares: Middleware<State>[] = [];
  app: Layer | null = null;
  layout: { layer: Layer; config: LayoutConfig } | null = null;
  onError: Run<State> | null = null;

  constructor(parent: Scope<State> | null, pattern: string) {
    this.parent = parent;
    this.pattern = pattern;
  }

  /** The scope of `piece` below this one, made when missing. */
  child(piece: string): Scope<State> {
    let scope = this.children.get(piece);
    if (scope === undefined) {
      scope = new Scope(this, this.pattern + pieceInUrl(piece));
      this.children.set(piece, scope);
    }
    return scope;
  }

  /** This scope and the ones above it, outermost first. */
  path(): Scope<State>[] {
    return this.parent === null ? [this] : [...this.parent.path(), this];
  }
}

/** The scope for `path` (`*` and trailing `/*` mean everything below). */
export function scopeOf<State>(root: Scope<State>, path: string): Scope<State> {
  let scope = root;
  for (const piece of path.replace(/\/?\*$/, "").split("/")) {
    if (piece !== "") scope = scope.child(piece);
  }
  return scope;
}

/** What wraps a page in `scope` at this moment of registration. */
export function layersOf<State>(scope: Scope<State>, config: LayoutConfig | undefined): Layers {
  let app: Layer | null = null;
  let layouts: Layer[] = [];
  for (const step of scope.path()) {
    if (step.app !== null) app = step.app;
    if (step.layout === null) continue;
    if (step.layout.config.skipAppWrapper) app = null;
    if (step.layout.config.skipInheritedLayouts) layouts = [];
    layouts.push(step.layout.layer);
  }
  return {
    app: config?.skipAppWrapper ? null : app,
    layouts: config?.skipInheritedLayouts ? [] : layouts,
  };
}

function pieceInUrl(piece: string): string {
  if (/^\([^:)]*\)$/.test(piece)) return "";
  return piece.startsWith("{/") ? piece : `/${piece}`;
}
