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

/** Where words stand at a point; beside it is to the right, or to the left by the right rim. */
export type LabelSide = "above" | "below" | "beside";

/** So far from its end the way shows in pixels where it goes. */
const CLEAR_OF_END = 40;

/** The side of a way's end on which the way is not; `way` starts at the end. */
export function sideOffWay(way: readonly Pixels[]): LabelSide {
  const [end, ...rest] = way;
  if (end === undefined) return "above";
  const isClear = ({ x, y }: Pixels) => Math.hypot(x - end.x, y - end.y) >= CLEAR_OF_END;
  const onward = rest.find(isClear) ?? rest.at(-1) ?? end;
  return onward.y > end.y ? "above" : "below";
}

/** Classes of words at a point: on which side of it, and to where they grow so that they stay in the picture. */
export function labelSide(at: Pixels, size: Pixels, wanted: LabelSide): string {
  if (wanted === "beside") return at.x > size.x - WORDS_WIDTH ? "beside leftwards" : "beside";
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

/** Which names can stand to the right of their dots in the picture without covering one before them or the pin. */
export function freeNames(names: readonly (Pixels & { name: string })[], size: Pixels): number[] {
  const pin = { left: size.x / 2 - PIN_ROOM / 2, right: size.x / 2 + PIN_ROOM / 2 };
  const taken = [{ ...pin, top: size.y / 2 - PIN_ROOM, bottom: size.y / 2 + LINE / 2 }];
  return names.flatMap(({ x, y, name }, i) => {
    const left = x - FROM_DOT;
    const right = x + FROM_DOT + name.length * LETTER;
    const box = { left, right, top: y - LINE / 2, bottom: y + LINE / 2 };
    const isIn = left >= 0 && right <= size.x && box.top >= 0 && box.bottom <= size.y;
    const isFree = taken.every((other) =>
      box.left > other.right || box.right < other.left || box.top > other.bottom ||
      box.bottom < other.top
    );
    if (!isIn || !isFree) return [];
    taken.push(box);
    return [i];
  });
}

function within(value: number, size: number): number {
  return Math.max(RIM, Math.min(size - RIM, value));
}
