// Which open data requests are shown: by type, state and how soon they are due, a page at a time. Pure: time comes as a value.
import {
  DATA_REQUEST_TYPES,
  type DataRequestState,
  type DataRequestType,
} from "../privacy/data-request.ts";
import type { OpenRequest } from "../privacy/data-request-store.ts";
import { daysLeft, OPEN_STATES } from "../privacy/data-request-rules.ts";

/** How soon an answer may have to be due, in days. */
export const DUE_WITHIN = [0, 3, 7, 14] as const;

/** What is looked for; null: any. */
export interface RequestFilters {
  type: DataRequestType | null;
  state: DataRequestState | null;
  /** Due within so many days; what is late is, too. */
  within: number | null;
  /** True for those that who looks did something to last. */
  isMine: boolean;
}

/** Nothing in particular. */
export const ANY_REQUEST: RequestFilters = { type: null, state: null, within: null, isMine: false };

/** A page of those that fit. */
export interface RequestsPage {
  requests: readonly OpenRequest[];
  /** After which the next page begins; "" at the end. */
  next: string;
  /** How many fit in each state, whichever state is looked for. */
  counts: readonly (readonly [state: DataRequestState, count: number])[];
}

/** What an address asks for; what it says wrongly is any. */
export function requestFiltersIn(search: URLSearchParams): RequestFilters {
  const [type, state, within] = ["kind", "status", "until"].map((name) => search.get(name));
  return {
    type: DATA_REQUEST_TYPES.find((one) => one === type) ?? null,
    state: OPEN_STATES.find((one) => one === state) ?? null,
    within: DUE_WITHIN.find((days) => String(days) === within) ?? null,
    isMine: search.get("mine") === "on",
  };
}

/** The same as an address says it. */
export function requestFilterQuery(
  { type, state, within, isMine }: RequestFilters,
): Record<string, string> {
  return {
    ...(type === null ? {} : { kind: type }),
    ...(state === null ? {} : { status: state }),
    ...(within === null ? {} : { until: String(within) }),
    ...(isMine ? { mine: "on" } : {}),
  };
}

/** The page after `cursor` of open requests by their due day: what is answered meanwhile moves none of the others. */
export function requestsPage(
  open: readonly OpenRequest[],
  { type, state, within, isMine }: RequestFilters,
  { cursor, most, now, me }: { cursor: string; most: number; now: Temporal.Instant; me: string },
): RequestsPage {
  const fit = open.filter((one) =>
    (type === null || one.type === type) && (!isMine || one.handler === me) &&
    (within === null || daysLeft(one, now) <= within)
  );
  const counts = OPEN_STATES.map((name) =>
    [name, fit.filter((one) => one.state === name).length] as const
  );
  const after = fit.filter((one) =>
    (state === null || one.state === state) && positionOf(one) > cursor
  );
  const requests = after.slice(0, most);
  const last = requests.at(-1);
  return { requests, next: after.length > most && last ? positionOf(last) : "", counts };
}

/** Sorts as the index of due days does. */
function positionOf({ dueOn, id }: Pick<OpenRequest, "dueOn" | "id">): string {
  return `${dueOn}_${id}`;
}
