// A Swedish number plate as it is read off a car: ordinary ones and personal ones.
import { plainLine } from "./clean-text.ts";

/** The plate as it is stored, or what is wrong with the text. */
export type NumberPlateReading =
  | { ok: true; value: string }
  | { ok: false; code: "plate" | "plateLetterO" };

/** Most letters and digits of a personal plate (Transportstyrelsen). */
const MAX_SIGNS = 7;

/**
 * Reads `abc123`, `ABC-12D` and personal plates of two to seven letters and digits. A plate never ends with the
 * letter O: `ABC 12O` has a zero there.
 */
export function readNumberPlate(typed: string): NumberPlateReading {
  const plate = plainLine(typed).toUpperCase().replace(/-/g, " ").replace(/\s+/g, " ");
  const signs = plate.replaceAll(" ", "");
  if (!/^[A-ZÅÄÖ0-9]+$/.test(signs) || signs.length < 2 || signs.length > MAX_SIGNS) {
    return { ok: false, code: "plate" };
  }
  const ordinary = /^([A-Z]{3})(\d{2}[A-Z0-9])$/.exec(signs);
  if (ordinary === null) return { ok: true, value: plate };
  if (signs.endsWith("O")) return { ok: false, code: "plateLetterO" };
  return { ok: true, value: `${ordinary[1]} ${ordinary[2]}` };
}
