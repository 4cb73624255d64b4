// Island props as text for the browser.
import { SlotRef } from "./island-output.ts";
import type { IslandInstance } from "./render-state.ts";
import { isComputed, isSignal } from "./signal-like.ts";

/** What the browser needs in order to read the props. */
export interface SerializedProps {
  /** JSON; an array of props, or devalue's flat form of it when `revive` is set. */
  readonly json: string;
  readonly revive: boolean;
  readonly signals: boolean;
}

type Devalue = typeof import("devalue");

let devalue: Devalue | null = null;

/**
 * Serialises the props of all islands of a page together, so that shared values stay shared.
 * Waits only once, for the serialiser: loading it is a fifth of a server's start-up time, and most
 * pages pass nothing but JSON.
 */
export function serializeProps(
  instances: readonly IslandInstance[],
): SerializedProps | Promise<SerializedProps> {
  const list = instances.map(({ props }) => props);
  if (isPlainJson(list)) return { json: JSON.stringify(list), revive: false, signals: false };
  if (devalue !== null) return flatten(devalue, list, instances);
  return import("devalue").then((loaded) => flatten(devalue = loaded, list, instances));
}

function flatten(
  { DevalueError, stringify }: Devalue,
  list: readonly Record<string, unknown>[],
  instances: readonly IslandInstance[],
): SerializedProps {
  let signals = false;
  const reducers = {
    Signal: (value: unknown) => {
      if (!isSignal(value)) return undefined;
      signals = true;
      if (isComputed(value)) return undefined;
      return [value.peek()];
    },
    Computed: (value: unknown) => isSignal(value) ? [value.peek()] : undefined,
    Slot: (value: unknown) => value instanceof SlotRef ? value.id + 1 : undefined,
  };
  try {
    return { json: stringify(list, reducers), revive: true, signals };
  } catch (error) {
    throw error instanceof DevalueError ? unserializable(error, instances) : error;
  }
}

/** Whether JSON keeps `value` exactly, which includes that nothing in it occurs twice. */
function isPlainJson(value: unknown): boolean {
  return isPlain(value, new Set());
}

function isPlain(value: unknown, seen: Set<object>): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0);
    case "object":
      break;
    default:
      return false;
  }
  if (value === null) return true;
  if (seen.has(value)) return false;
  seen.add(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isPlain(value[i], seen)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const name in value) {
    if (name === "toJSON" || name === "__proto__") return false;
    if (!isPlain((value as Record<string, unknown>)[name], seen)) return false;
  }
  return true;
}

function unserializable(
  error: InstanceType<Devalue["DevalueError"]>,
  instances: readonly IslandInstance[],
): TypeError {
  const [, index = "0", path = ""] = /^\[(\d+)\]\.?(.*)$/s.exec(error.path) ?? [];
  const { name = "?", file = "?" } = instances[Number(index)]?.island ?? {};
  const prop = path.replace(/\.value\.0$/, "") || "props";
  const kind = typeof error.value === "function" ? "a function" : describe(error.value);
  return new TypeError(
    `Island "${name}" (${file}) was given ${kind} as prop "${prop}", which cannot be sent to ` +
      `the browser. Pass plain data, dates, URLs, maps, sets, Temporal values, signals or JSX.`,
    { cause: error },
  );
}

function describe(value: unknown): string {
  if (typeof value === "symbol") return "a symbol";
  if (typeof value !== "object" || value === null) return `a ${typeof value}`;
  return `an instance of ${value.constructor?.name ?? "an unknown class"}`;
}
