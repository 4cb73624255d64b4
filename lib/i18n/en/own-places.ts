// English: the places a person keeps.
import type { ownPlacesSv } from "../sv/own-places.ts";

/** My places. */
export const ownPlacesEn: typeof ownPlacesSv = {
  title: "My places",
  lead: "They are shown first when you choose where you go from and to. Only you see them.",
  none: "You have no places saved yet.",
  kinds: { home: "Home", work: "Work" },
  add: "Save a place",
  place: "Place",
  kind: "What kind of place is it?",
  kindHint: "A new home or work replaces the one before.",
  somethingElse: "Something else",
  name: "What you call the place",
  nameHint: "For example Grandma or The gym.",
  nameOptional: "not for home or work",
  save: "Save the place",
  saving: "Saving",
  changeOf: (name) => `Change ${name}`,
  rename: "Save the name",
  remove: "Remove the place",
  gone: "We no longer find this place. Remove it and save it again.",
  saved: "The place is saved.",
  renamed: "The name is saved.",
  removed: "The place is removed.",
  book: "Book a trip",
  saveEnd: (place) => `Save the place ${place}`,
};
