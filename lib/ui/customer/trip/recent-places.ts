// The places this device asked about last, for who has said that it may keep them. They stay in its storage: nothing of it
// is sent anywhere. That the list is there, empty or not, is the yes; taking it away is the no.
import type { IconName } from "../../parts/icon-names.ts";
import { kindWord, type Place, type PlaceKind } from "../../../places/place.ts";

/** The name under which the texts have the kind of a place. */
export type KindWord = ReturnType<typeof kindWord>;

/** What the list shows of a place. */
export interface OfferedPlace {
  id: string;
  kind: PlaceKind;
  kindWord: KindWord;
  name: string;
  area: string;
  /** What it is called in the field, when that is not its name: without the spot along a street. */
  called?: string;
  /** False of a town or a long street: choosing it asks where in it. */
  isStop?: boolean;
  /** What stood in the field when it was chosen before. */
  words?: string;
  /** What its person calls it, "Home", and the icon for that: it is one of the places they keep. */
  own?: { name: string; icon: IconName };
}

/** A place of the search as it is offered. */
export function offered(
  place: Place & { called?: string; isStop?: boolean },
): OfferedPlace {
  const { id, kind, name, area, called = name, isStop = true } = place;
  return { id, kind, kindWord: kindWord(place), name, area, called, isStop };
}

/** Most places kept: more would be a record of somebody's days. */
export const MAX_RECENT = 3;

const KEY = "recent-places";

/** Asked for when it is used: only reading the name throws where a browser forbids it. */
const ownStorage = () => localStorage;

/** The places kept on this device, the latest first. */
export function recentPlaces(storage = ownStorage): OfferedPlace[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MAX_RECENT) : [];
  } catch {
    // Storage is forbidden or holds something else: then nothing is known.
    return [];
  }
}

/** True when somebody has said that this device may keep them. */
export function keepsPlaces(storage = ownStorage): boolean {
  try {
    return storage().getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Says so: one press, as saying no is. */
export function keepPlaces(storage = ownStorage): void {
  try {
    if (!keepsPlaces(storage)) storage().setItem(KEY, "[]");
  } catch {
    // What cannot be kept is not offered either.
  }
}

/** Puts a place first; the oldest one leaves. Nothing is kept before somebody has said that it may. */
export function rememberPlace(place: OfferedPlace, storage = ownStorage): void {
  if (!keepsPlaces(storage)) return;
  const others = recentPlaces(storage).filter(({ id, words }) =>
    id !== place.id || words !== place.words
  );
  const { id, kind, kindWord, name, area, words = name } = place;
  try {
    const kept = [{ id, kind, kindWord, name, area, words }, ...others].slice(0, MAX_RECENT);
    storage().setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: the list is a convenience.
  }
}

/** Takes the list away, and with it the yes. */
export function forgetPlaces(storage = ownStorage): void {
  try {
    storage().removeItem(KEY);
  } catch {
    // What cannot be read is not shown either.
  }
}

function isPlace(row: unknown): row is OfferedPlace {
  const parts = ["id", "kind", "kindWord", "name", "area", "words"] as const;
  return typeof row === "object" && row !== null &&
    parts.every((part) => part in row && typeof Reflect.get(row, part) === "string");
}
