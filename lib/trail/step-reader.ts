// One step of a report as it was sent, read again word by word; what is no step of ours is dropped.
import { knownRoute } from "./known-routes.ts";
import { knownControl, knownIsland } from "./known-words.ts";
import { type Arrival, ARRIVALS, type Deed, DEEDS, type Step, TRAIL_MS } from "./trail.ts";
import { CODE_SHAPE, FIELD_SHAPE, REFERENCE_SHAPE } from "./trail-shapes.ts";

/** Longest time a step may have taken and any figure of it, beside status and order. */
const MAX_MS = 10 * 60_000;
/** Most controls of a kind that are told apart on a page. */
const MAX_NTH = 9_999;

/** The step, or null. */
export function readStep(sent: readonly unknown[]): Step | null {
  const [kind, ago, ...more] = sent;
  if (typeof kind !== "string") return null;
  // The page itself may be older than the minute.
  const agoMs = whole(ago, kind === "page" ? Number.MAX_SAFE_INTEGER : TRAIL_MS);
  if (agoMs === null) return null;
  const deed = DEEDS.find((one) => one === kind);
  if (deed !== undefined) return readUse(agoMs, deed, more);
  switch (kind) {
    case "page":
      return readPage(agoMs, more);
    case "ask":
      return readAsk(agoMs, more);
    case "island":
      return readIsland(agoMs, more);
    case "visibilitychange":
      return { agoMs, kind: "seen", isSeen: more[0] === 0 };
    case "online":
    case "offline":
      return { agoMs, kind: "network", isOnline: kind === "online" };
    default:
      return null;
  }
}

function readPage(agoMs: number, [how, from, told]: readonly unknown[]): Step {
  const arrival: Arrival = ARRIVALS.find((one) => one === how) ?? "";
  return { agoMs, kind: "page", how: arrival, from: knownRoute(String(from)), ...readTold(told) };
}

function readAsk(agoMs: number, [status, took, told]: readonly unknown[]): Step | null {
  const [answered, tookMs] = [whole(status ?? 0, 599), whole(took, MAX_MS)];
  if (answered === null || tookMs === null) return null;
  return { agoMs, kind: "ask", status: answered, tookMs, ...readTold(told) };
}

function readIsland(agoMs: number, [name]: readonly unknown[]): Step | null {
  const island = knownIsland(name);
  return island === "" ? null : { agoMs, kind: "island", island };
}

function readUse(
  agoMs: number,
  deed: Deed,
  [names, order, where]: readonly unknown[],
): Step | null {
  const [control, name, ...others] = typeof names === "string" ? names.split(" ") : [];
  const nth = whole(order, MAX_NTH);
  if (knownControl(control) === "" || others.length > 0 || nth === null) return null;
  // A form is what is sent; whoever presses on its ground uses nothing.
  if (control === "form" && deed !== "submit") return null;
  return {
    agoMs,
    kind: "use",
    deed,
    control: knownControl(control),
    name: fieldName(name),
    nth,
    island: knownIsland(where),
  };
}

/** Route, reference and error code that came with an answer. */
function readTold(told: unknown): { route: string; requestId: string; code: string } {
  const [route = "", requestId = "", code = ""] = typeof told === "string" ? told.split(" ") : [];
  return {
    route: knownRoute(route),
    requestId: REFERENCE_SHAPE.test(requestId) ? requestId : "",
    code: CODE_SHAPE.test(code) && code.length <= 40 ? code : "",
  };
}

function fieldName(value: unknown): string {
  return typeof value === "string" && FIELD_SHAPE.test(value) ? value : "";
}

function whole(value: unknown, most: number): number | null {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most
    ? Number(value)
    : null;
}
