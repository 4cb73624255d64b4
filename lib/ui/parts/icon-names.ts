// The icons the product uses; `scripts/build-icons.ts` draws exactly these into static/icons.svg.

/** Icon names, as lucide spells them. */
export const ICON_NAMES = [
  "accessibility",
  "arrow-left",
  "arrow-right",
  "arrow-up-down",
  "ban",
  "bus",
  "calendar-clock",
  "calendar-plus",
  "car",
  "check",
  "chevron-down",
  "chevron-right",
  "circle-alert",
  "clock",
  "copy",
  "crown",
  "history",
  "house",
  "info",
  "landmark",
  "locate-fixed",
  "luggage",
  "map",
  "map-pin",
  "pencil",
  "phone",
  "plane",
  "printer",
  "repeat",
  "share-2",
  "signpost",
  "train-front",
  "triangle-alert",
  "users",
  "wifi-off",
  "x",
] as const;

/** Name of an icon in the sprite. */
export type IconName = typeof ICON_NAMES[number];
