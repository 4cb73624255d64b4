// A place a person keeps for their trips: home, work, or one by a name of their own.
import type { SealedText } from "../security/sealed-text.ts";

/** What a kept place is to its person; there is one home and one work. */
export const OWN_PLACE_KINDS = ["home", "work", "named"] as const;

/** One of them. */
export type OwnPlaceKind = typeof OWN_PLACE_KINDS[number];

/** A kept place. */
export interface OwnPlace {
  id: string;
  kind: OwnPlaceKind;
  /** What its person calls it; "" for home and work, which every language has a word for. */
  name: string;
  /** As the search knows it, or a pin. */
  placeId: string;
  /** The person's own words for it, for example "Storgatan 5, portkod 1234". */
  words: string;
}

/** The places of a person, as they are stored. */
export interface OwnPlaces {
  /** A list of them as JSON: where somebody lives is nobody's to read in a copy of the database. */
  sealed: SealedText;
  count: number;
}

/** Most places of one person: a list that is read at a glance, and a row far below KV's limit. */
export const MAX_OWN_PLACES = 20;
/** Longest name of a place, in characters. */
export const MAX_OWN_PLACE_NAME = 40;
