// What an answer says of whoever asked, for those who watch over security: by route, status and code. Pure.
import type { SecurityEventKind } from "../security/security-events.ts";

/** What is known of an answer. */
export interface Answered {
  /** Pattern of the route, "" when there is none. */
  route: string;
  isSafe: boolean;
  status: number;
  /** Code of the error, "" when it was none. */
  code: string;
}

/** What it says; of how many people personal data was seen, where it was. */
export interface Signal {
  kind: SecurityEventKind;
  subjects: number;
}

/** Routes whose address is, or has in it, a secret of a customer. */
const SECRETS =
  /^\/(bookings\/:link|quotes\/:id|enter\/:token|sign-in\/recover\/:token|api\/bookings\/:link|api\/quotes\/:quoteId)(\/|$)/;
/** Pages on which one person of the board is seen, and such on which there are as many as a day has. */
const STAFF_ONE = /^\/(api\/)?admin\/(bookings|messages|data-requests)\/:/;
/** Files with personal data of many. */
const STAFF_FILES = new Set([
  "/admin/day.csv",
  "/admin/audit/export.csv",
  "/admin/audit/export.json",
  "/admin/data-requests/export.csv",
]);

/** The signals of an answer. */
export function signalsOf({ route, isSafe, status, code }: Answered): Signal[] {
  const said = (kind: SecurityEventKind, subjects = 0): Signal[] => [{ kind, subjects }];
  if (status === 429 || code === "too-many-tries") return said("limit-hit");
  if (status === 403) return said("refused");
  if (status === 404 || status === 410) {
    if (route === "/api/sms/:token") return said("report-unknown");
    return SECRETS.test(route) ? said("secret-unknown") : [];
  }
  if (status >= 400) return [];
  if (!isSafe) {
    if (route === "/quotes" || route === "/api/quotes") return said("price-asked");
    return route === "/bookings" || route === "/api/bookings" ? said("booked") : [];
  }
  if (route === "/bookings/:link" || route === "/api/bookings/:link") return said("ticket-read");
  if (STAFF_FILES.has(route)) return said("staff-export");
  return STAFF_ONE.test(route) ? said("staff-read", 1) : [];
}
