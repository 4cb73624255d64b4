// A query that answers a list, as it is declared: which index it walks, how far, and for whom.
import type { AnyFamily } from "./family.ts";

/** Most entries a query may read for each it answers; the rest is the row that says whether there are more. */
export const MOST_READ_FOR_ONE = 1.2;

/** One list query. */
export interface ListQuery {
  /** Its name: the room, and what it answers. */
  readonly name: string;
  /** Where the rows are listed: the file, and the function or method in it. */
  readonly at: string;
  /** The family it walks, which is its index; null: whichever its caller names. */
  readonly walks: AnyFamily | null;
  /** Which leading parts of the key say what is wanted; "" where all rows are. */
  readonly by: string;
  /** In the order of the keys, against it, or as its caller wants. */
  readonly order: "up" | "down" | "either";
  /** Most entries it walks at once. */
  readonly most: number;
  /** The family, maybe of another room, whose rows it reads by the ids that the index holds; null: whichever its caller names. */
  readonly then?: string | null;
  /** Who asks. */
  readonly asks: string;
  /** Background work and tools that have to see every row, a part at a time: nothing is left out of what they read. */
  readonly isWalk?: boolean;
  /** Why it may read more than MOST_READ_FOR_ONE for each it answers. */
  readonly exception?: string;
}

/** A walk over every row, or the next of them: nobody waits for it. */
export function walkQuery(query: Omit<ListQuery, "isWalk">): ListQuery {
  return { ...query, isWalk: true };
}
