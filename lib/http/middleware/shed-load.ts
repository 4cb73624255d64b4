// At the door when there is too much to do: who is here to book comes in first.
import type { Middleware } from "fresh";
import { RequestError } from "../../errors/request-error.ts";
import type { Priority } from "../../resilience/load-shedder.ts";
import type { State } from "../define.ts";

/** What an address is for, by its beginning; the first that fits counts, and what fits none is the rest. */
const PURPOSES: readonly (readonly [address: RegExp, priority: Priority | null])[] = [
  // Whoever watches, and answers that are open for hours.
  [/^\/(livez|readyz)$|\/events$/, null],
  // Operators run the day; bookings, and tickets of those who wait for their car.
  [/^\/(api\/)?(admin|bookings|enter)(\/|$)/, "book"],
  [/^\/(api\/)?quotes(\/|$)/, "quote"],
  [/^\/$/, "quote"],
  [/^\/api\/(places|pins)(\/|$)/, "search"],
];

/** Seconds after which those who are turned away come back, spread so that they do not come together. */
const COME_BACK = { atLeast: 2, atMost: 8 };

/** Throws RequestError("overloaded") for what has no room now. */
export function shedLoad(random: () => number = Math.random): Middleware<State> {
  return (ctx) => {
    const priority = priorityOf(ctx.url.pathname);
    if (priority === null || ctx.state.services.shedder.admits(priority)) return ctx.next();
    const { atLeast, atMost } = COME_BACK;
    const retryAfterSeconds = Math.round(atLeast + random() * (atMost - atLeast));
    throw new RequestError("overloaded", { retryAfterSeconds });
  };
}

/** What a path is for; null: it always comes in. */
export function priorityOf(pathname: string): Priority | null {
  const found = PURPOSES.find(([address]) => address.test(pathname));
  return found === undefined ? "rest" : found[1];
}
