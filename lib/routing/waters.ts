// Everything a road of the country must go round, in one list.
import { FELLS } from "./roadless.ts";
import type { Water } from "./water.ts";
import { EAST_COAST } from "./waters-east.ts";
import { LAKES } from "./waters-lakes.ts";
import { MALAREN } from "./waters-malaren.ts";
import { WEST_COAST } from "./waters-west.ts";

/** Lakes, coasts and fells; what is not here is crossed as if it were land. */
export const WATERS: readonly Water[] = [
  ...LAKES,
  ...MALAREN,
  ...WEST_COAST,
  ...EAST_COAST,
  ...FELLS,
];
