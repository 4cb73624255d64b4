// What the provider's books say otherwise than ours: both sides as they were found, and who said what it came from.

/** What can be different. */
export const DIFFERENCE_KINDS = [
  /** It holds or took money for no payment of ours. */
  "unknown-charge",
  /** It took money twice for one payment. */
  "second-charge",
  /** It took more or less than we know. */
  "taken-differs",
  /** It holds more than we know. */
  "held-differs",
  /** It gave back more or less than we know. */
  "returned-differs",
  /** We took money it knows nothing of. */
  "missing-charge",
  /** A bank has refused what was to go back. */
  "refund-failed",
  /** A bank has taken the money back, and has not decided yet. */
  "disputed",
  /** Money is held or kept for a ride that is off. */
  "dead-booking",
  /** What was taken and given back is not booked so. */
  "not-booked",
  /** Its balance moved in a way our books do not know. */
  "unknown-movement",
  /** It could not be held against ours: the look at it failed. */
  "not-compared",
] as const;

/** One of them. */
export type DifferenceKind = typeof DIFFERENCE_KINDS[number];

/** Money as one side has it, in öre; null: that side has nothing of the kind. */
export interface MoneySide {
  heldOre: number;
  takenOre: number;
  returnedOre: number;
}

/** What was found to be different, before anybody writes it down. */
export interface FoundDifference {
  kind: DifferenceKind;
  /** What the provider calls it: a charge or a movement; null where it has nothing. */
  providerId: string | null;
  paymentId: string | null;
  bookingId: string | null;
  theirs: MoneySide | null;
  ours: MoneySide | null;
}

/** One that was written down. */
export interface Difference extends FoundDifference {
  id: string;
  /** The day whose comparison found it, local. */
  date: string;
  foundAt: string;
  /** When somebody settled it, or it went away; null while it stands. */
  settledAt: string | null;
  /** Id of who settled it; null while it stands, and where it went away by itself. */
  settledBy: string | null;
  /** What they wrote. */
  note: string;
}

/** Longest note, in characters. */
export const MAX_NOTE_LENGTH = 500;

/** Its id: the same difference of the same thing is one, however often it is found. */
export function differenceId({ kind, providerId, paymentId }: FoundDifference): string {
  return [kind, providerId ?? paymentId ?? ""].join("-");
}
