// What a place field offers before anything is typed, in its order.
import type { PlaceGroup } from "./PlacePanel.tsx";
import type { OfferedPlace } from "./recent-places.ts";

/** The places a person keeps, those of the device, and the usual ones; groups without places are left out. */
export function knownGroups({ own, recent, popular }: {
  own: readonly OfferedPlace[];
  recent: readonly OfferedPlace[];
  popular: readonly OfferedPlace[];
}): PlaceGroup[] {
  // What somebody keeps stands once, under its name.
  const others = recent.filter(({ id, words }) =>
    own.every((kept) => kept.id !== id || kept.words !== words)
  );
  const groups: PlaceGroup[] = [
    { kind: "own", places: own },
    { kind: "recent", places: others },
    { kind: "popular", places: popular },
  ];
  return groups.filter(({ places }) => places.length > 0);
}
