// Where the dashed part of a way ends on the picture, and where words stand. In pixels.

/** A position in the picture or its size. */
export interface Pixels {
  x: number;
  y: number;
}

/** How long the dashed part is: long enough to be seen as a line, too short to be taken for a scale. */
export const STUB_LENGTH = 96;
/** Ends keep this far from the rim, for the mark and its words. */
export const RIM = 30;
/** Words of a name and their distance to the mark need this much. */
const WORDS_WIDTH = 90;
const WORDS_HEIGHT = 44;

/** From `edge` towards `place`, as far as the picture goes and no farther than a stub. */
export function stubEnd(edge: Pixels, place: Pixels, size: Pixels): Pixels {
  const [dx, dy] = [place.x - edge.x, place.y - edge.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return edge;
  const share = Math.min(1, STUB_LENGTH / length);
  return {
    x: within(edge.x + dx * share, size.x),
    y: within(edge.y + dy * share, size.y),
  };
}

/** Where words stand at a point; beside it is to the right, or to the left by the right rim; before it to the left. */
export type LabelSide = "above" | "below" | "beside" | "before";

/** How densely a way is looked at, in pixels. */
const STEP = 6;
/** Pieces of a way looked at from its end: what lies farther off covers no words there. */
const MAX_PIECES = 200;

/** The side of a way's end on which less of the way would lie under its words; `way` starts at the end. */
export function sideOffWay(way: readonly Pixels[]): LabelSide {
  const [end] = way;
  if (end === undefined) return "above";
  let above = 0;
  let below = 0;
  for (const { x, y } of way.slice(0, MAX_PIECES).flatMap((at, i) => between(at, way[i + 1]))) {
    const [dx, dy] = [Math.abs(x - end.x), y - end.y];
    if (dx > WORDS_WIDTH / 2 || Math.abs(dy) > WORDS_HEIGHT) continue;
    if (dy < 0) above++;
    if (dy > 0) below++;
  }
  return above > below ? "below" : "above";
}

/** Positions on the piece from `a` to `b`. */
function between(a: Pixels, b: Pixels | undefined): Pixels[] {
  if (b === undefined) return [a];
  const steps = Math.min(MAX_PIECES, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / STEP));
  return Array.from({ length: steps }, (_, i) => ({
    x: a.x + (b.x - a.x) * i / steps,
    y: a.y + (b.y - a.y) * i / steps,
  }));
}

/** Words beside an end of a straight line need this much of the picture outside it. */
const OUTER_ROOM = 132;

/** The side for words at the end `at` of a straight line to `other`: outside it where there is room, else off it. */
export function sideOffLine(at: Pixels, other: Pixels, size: Pixels): LabelSide {
  const isSteep = Math.abs(at.y - other.y) > Math.abs(at.x - other.x);
  if (isSteep) return at.y < other.y ? "above" : "below";
  const isLeft = at.x < other.x;
  const room = isLeft ? at.x : size.x - at.x;
  if (room >= OUTER_ROOM) return isLeft ? "before" : "beside";
  return sideOffWay([at, other]);
}

/** Classes of words at a point: on which side of it, and to where they grow so that they stay in the picture. */
export function labelSide(at: Pixels, size: Pixels, wanted: LabelSide): string {
  if (wanted === "beside") return at.x > size.x - WORDS_WIDTH ? "beside leftwards" : "beside";
  if (wanted === "before") return "beside leftwards";
  const isHigh = at.y < WORDS_HEIGHT;
  const isLow = at.y > size.y - WORDS_HEIGHT;
  const side = wanted === "above" ? (isHigh ? "below" : "above") : (isLow ? "above" : "below");
  const turn = at.x < WORDS_WIDTH ? "rightwards" : at.x > size.x - WORDS_WIDTH ? "leftwards" : "";
  return [side, turn].filter(Boolean).join(" ");
}

/** About the width of a letter, the height of a line and the distance of the words from their dot. */
const LETTER = 7;
const LINE = 20;
const FROM_DOT = 10;
/** Room the pin in the middle needs to all sides. */
const PIN_ROOM = 44;
/** Room of the zoom buttons in the upper right corner, and of scale and credit along the lower rim. */
const BUTTONS = { x: 60, y: 112 };
const LOWER_RIM = 34;

/** A name that can be shown: its number, and the side of its dot. */
export interface FreeName {
  at: number;
  side: "beside" | "before";
}

/** Which names can stand by their dots without covering one before them, the pin, buttons or credit. */
export function freeNames(
  names: readonly (Pixels & { name: string })[],
  size: Pixels,
): FreeName[] {
  const pin = { left: size.x / 2 - PIN_ROOM / 2, right: size.x / 2 + PIN_ROOM / 2 };
  const taken = [
    { ...pin, top: size.y / 2 - PIN_ROOM, bottom: size.y / 2 + LINE / 2 },
    { left: size.x - BUTTONS.x, right: size.x, top: 0, bottom: BUTTONS.y },
    { left: 0, right: size.x, top: size.y - LOWER_RIM, bottom: size.y },
  ];
  return names.flatMap(({ x, y, name }, at) => {
    const far = FROM_DOT + name.length * LETTER;
    for (const side of ["beside", "before"] as const) {
      const [left, right] = side === "beside" ? [x - FROM_DOT, x + far] : [x - far, x + FROM_DOT];
      const box = { left, right, top: y - LINE / 2, bottom: y + LINE / 2 };
      const isIn = left >= 0 && right <= size.x && box.top >= 0 && box.bottom <= size.y;
      if (!isIn || taken.some((other) => isOver(box, other))) continue;
      taken.push(box);
      return [{ at, side }];
    }
    return [];
  });
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function isOver(one: Box, other: Box): boolean {
  return one.left <= other.right && one.right >= other.left && one.top <= other.bottom &&
    one.bottom >= other.top;
}

function within(value: number, size: number): number {
  return Math.max(RIM, Math.min(size - RIM, value));
}
