// Finds the route for a path: a table for fixed paths, then patterns in order of registration.
import { type Method, METHODS } from "./handler.ts";
import {
  type CompiledPattern,
  compilePattern,
  encodeLiteral,
  isDynamicPattern,
  matchPattern,
  NO_PARAMS,
  type Params,
} from "./pattern.ts";
import type { Run } from "./scope.ts";

/** One pattern with the handlers registered for it. */
export interface RouteEntry<State> {
  readonly pattern: string;
  /** The pattern as applications see it in `ctx.route`. */
  readonly display: string;
  readonly compiled: CompiledPattern | null;
  readonly runs: Map<string, Run<State>>;
  /** `runs.get("GET")`, which most requests want. */
  get: Run<State> | undefined;
  /** Runs the route's middlewares and then answers 405, or 204 to OPTIONS. */
  otherwise: Run<State>;
  /** Whether the route is loaded on first use, so that only its run knows the methods. */
  isLazy: boolean;
}

/** A route that matched a path. */
export interface Match<State> {
  readonly entry: RouteEntry<State>;
  readonly params: Params;
}

/** The routes of an application. */
export class Router<State> {
  readonly #fixed = new Map<string, Match<State>>();
  readonly #byPattern = new Map<string, RouteEntry<State>>();
  readonly #headless: RouteEntry<State>[] = [];
  readonly #byHead = new Map<string, RouteEntry<State>[]>();

  /** Registers `run`; the first registration of a method and pattern wins. */
  add(
    method: Method | "ALL",
    pattern: string,
    run: Run<State>,
    otherwise: Run<State>,
    isLazy: boolean,
  ): void {
    let entry = this.#byPattern.get(pattern);
    if (entry === undefined) entry = this.#create(pattern, otherwise);
    for (const name of method === "ALL" ? METHODS : [method]) {
      if (!entry.runs.has(name)) entry.runs.set(name, run);
    }
    entry.get = entry.runs.get("GET");
    entry.isLazy ||= isLazy;
  }

  /** The first route that matches `path`; whether it handles the method is not asked. */
  match(path: string): Match<State> | null {
    const fixed = this.#fixed.get(path);
    if (fixed !== undefined) return fixed;
    const slash = path.indexOf("/", 1);
    const head = slash === -1 ? path.slice(1) : path.slice(1, slash);
    for (const entry of this.#byHead.get(head) ?? this.#headless) {
      const params = matchPattern(entry.compiled as CompiledPattern, path);
      if (params !== null) return { entry, params };
    }
    return null;
  }

  #create(pattern: string, otherwise: Run<State>): RouteEntry<State> {
    const compiled = isDynamicPattern(pattern) ? compilePattern(pattern) : null;
    const entry: RouteEntry<State> = {
      pattern,
      display: pattern.replace(/\{\/(:\w+)\}\?/g, "/$1?"),
      compiled,
      runs: new Map(),
      get: undefined,
      otherwise,
      isLazy: false,
    };
    this.#byPattern.set(pattern, entry);
    if (compiled === null) this.#addFixed(entry);
    else this.#addDynamic(entry, compiled);
    return entry;
  }

  #addFixed(entry: RouteEntry<State>): void {
    const path = entry.pattern === "/" ? "/" : encodeLiteral(entry.pattern.replace(/\/$/, ""));
    for (const key of path === "/" ? ["/", ""] : [path, `${path}/`]) {
      if (!this.#fixed.has(key)) this.#fixed.set(key, { entry, params: NO_PARAMS });
    }
  }

  // Every list holds the patterns that can match its first segment, in order of registration, so
  // that a request tries a handful of patterns instead of all of them.
  #addDynamic(entry: RouteEntry<State>, compiled: CompiledPattern): void {
    if (compiled.head === null) {
      for (const list of this.#byHead.values()) list.push(entry);
      this.#headless.push(entry);
      return;
    }
    const list = this.#byHead.get(compiled.head);
    if (list !== undefined) list.push(entry);
    else this.#byHead.set(compiled.head, [...this.#headless, entry]);
  }
}

/** The `Allow` header for a route that handles the methods of `runs`. */
export function allowedMethods(runs: ReadonlyMap<string, unknown>): string {
  const allowed = METHODS.filter((method) =>
    runs.has(method) || method === "OPTIONS" || (method === "HEAD" && runs.has("GET"))
  );
  return allowed.join(", ");
}
