// Who wishes a change, and when.
import type { Actor } from "./booking.ts";

/** Given to `decide`, which has no clock. */
export interface CommandMeta {
  at: string;
  actor: Actor;
}
