// The icons the product uses; `scripts/build-icons.ts` draws exactly these into static/icons.svg.

/** Icon names, as lucide spells them. */
export const ICON_NAMES = [
  "arrow-left",
  "arrow-right",
  "arrow-up-down",
  "ban",
  "calendar-clock",
  "calendar-plus",
  "car",
  "check",
  "chevron-down",
  "chevron-right",
  "circle-alert",
  "clock",
  "history",
  "house",
  "info",
  "landmark",
  "locate-fixed",
  "map",
  "map-pin",
  "pencil",
  "phone",
  "plane",
  "repeat",
  "share-2",
  "signpost",
  "train-front",
  "triangle-alert",
] as const;

/** Name of an icon in the sprite. */
export type IconName = typeof ICON_NAMES[number];
