// What a request is for, by its method and path alone: it is asked at the door, of each, before anything else is known.
import { readHeader } from "../forms/header-inputs.ts";
import type { Priority, Purpose } from "../resilience/load-shedder.ts";
import { PLAIN_COOKIE } from "../accounts/session-cookie.ts";
import { isSafe } from "./safe-method.ts";

/** By the first name of a path, with `/api` or without it; who has none of these is the rest. */
const PAGES: ReadonlyMap<string, Priority> = new Map([
  // Whoever books, and tickets of those who wait for their car.
  ["bookings", "book"],
  // Operators who come in by a link.
  ["enter", "book"],
  // Anybody can try to sign in, as often as they like: those who book keep room of their own.
  ["sign-in", "quote"],
  ["quotes", "quote"],
]);
const API: ReadonlyMap<string, Priority> = new Map([
  ...PAGES,
  ["places", "search"],
  ["pins", "search"],
]);

/**
 * Whoever watches the process, answers that stay open for hours, and what a page that was let in is of no use without:
 * its styles and scripts, which cost next to nothing.
 */
const ALWAYS = /^\/(?:livez|readyz)$|^\/_fresh\/|\/events$|\.(?:css|js|svg|woff2|webmanifest)$/;

/** What `request` is for. */
export function purposeOf(request: Request): Purpose {
  return { priority: priorityOf(request), writes: !isSafe(request.method) };
}

function priorityOf(request: Request): Priority | null {
  const path = pathOf(request.url);
  if (ALWAYS.test(path)) return null;
  const [, first = "", second = ""] = path.split("/", 3);
  const isApi = first === "api";
  const name = isApi ? second : first;
  // Operators run the day of everybody who has booked. Whoever only says so is let in as far as the sign-in.
  if (name === "admin") return isOperator(request.headers) ? null : "book";
  return (isApi ? API : PAGES).get(name) ?? "rest";
}

/** The path of an absolute address, escaped as it came. */
function pathOf(address: string): string {
  const start = address.indexOf("/", address.indexOf("//") + 2);
  if (start === -1) return "/";
  const end = address.slice(start).search(/[?#]/);
  return end === -1 ? address.slice(start) : address.slice(start, start + end);
}

function isOperator(headers: Headers): boolean {
  // Whatever prefix stands before it.
  return (readHeader(headers, "cookie") ?? "").includes(`${PLAIN_COOKIE}=`);
}
