// What may stand in a cell, and how it stands there: each reader gives a text in its one written form, so that
// two cells are the same exactly when their texts are.
import { cleanLine, plainLine } from "../forms/clean-text.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import { readNumberPlate } from "../forms/number-plate.ts";
import { readOrganisationNumber } from "../forms/organisation-number.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";
import { isLocalDate } from "../kernel/local-date.ts";

/** Why a cell cannot be read. The sentences are in the dictionaries under the same words. */
export type CellProblem =
  | "missing"
  | "tooLong"
  | "idForm"
  | "versionForm"
  | "notAnOption"
  | "notADate"
  | "notANumber"
  | "outOfRange"
  | "notAnAmount"
  | "notYesOrNo"
  | "phone"
  | "email"
  | "plate"
  | "plateLetterO"
  | "organisationNumber"
  | "organisationNumberCheck"
  | "driverCode"
  | "personnummer"
  | "notAPoint"
  | "zoneShape";

/** The written form of a cell, or why there is none; `expected` says what could stand there. */
export type CellReading =
  | { ok: true; value: string }
  | { ok: false; code: CellProblem; expected?: string };

/** Reads a cell that is not empty. */
export type CellReader = (text: string) => CellReading;

/** Words of yes and no, in both languages, as spreadsheets have them too. */
const YES = new Set(["yes", "ja", "1", "true", "sant", "x"]);
const NO = new Set(["no", "nej", "0", "false", "falskt"]);

/** A line of text. */
export function line(most: number): CellReader {
  return (text) => {
    const clean = cleanLine(text);
    if (hasPersonalNumber(clean)) return bad("personnummer");
    return clean.length <= most ? good(clean) : bad("tooLong", String(most));
  };
}

/** An id that people choose: letters, digits, hyphens. */
export const id: CellReader = (text) => {
  const plain = plainLine(text);
  if (hasPersonalNumber(plain)) return bad("personnummer");
  return /^[A-Za-z0-9ÅÄÖåäö][A-Za-z0-9ÅÄÖåäö._-]{0,39}$/.test(plain) ? good(plain) : bad("idForm");
};

/** Several ids, in their order. */
export const ids: CellReader = (text) => {
  const read = [...new Set(partsOf(text))].sort().map(id);
  return read.find(({ ok }) => !ok) ??
    good(read.flatMap((one) => one.ok ? [one.value] : []).join(", "));
};

/** One of some words. */
export function option(words: readonly string[]): CellReader {
  return (text) => {
    const plain = plainLine(text).toLowerCase();
    const found = words.find((word) => word.toLowerCase() === plain);
    return found === undefined ? bad("notAnOption", words.join(", ")) : good(found);
  };
}

/** A date as `2026-11-26`, `20261126` or `26/11/2026`. */
export const date: CellReader = (text) => {
  const plain = plainLine(text).replace(/ 00:00(:00)?$/, "");
  const iso = plain.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3")
    .replace(
      /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/,
      (_, day, month, year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    );
  return isLocalDate(iso) ? good(iso) : bad("notADate");
};

/** A whole number between two others. */
export function count(least: number, most: number): CellReader {
  return (text) => {
    const plain = plainLine(text).replace(/[.,]0+$/, "");
    if (!/^-?\d+$/.test(plain)) return bad("notANumber");
    const value = Number(plain);
    return value >= least && value <= most
      ? good(String(value))
      : bad("outOfRange", `${least}–${most}`);
  };
}

/** A number with decimals, a comma or a point before them. */
export function decimal(least: number, most: number): CellReader {
  return (text) => {
    const plain = plainLine(text).replace(",", ".");
    if (!/^-?\d+(\.\d+)?$/.test(plain)) return bad("notANumber");
    const value = Number(plain);
    return value >= least && value <= most
      ? good(String(value))
      : bad("outOfRange", `${least}–${most}`);
  };
}

/** Kronor, `1 250,50`, written with a decimal comma. */
export function kronor(most: number): CellReader {
  return (text) => {
    const plain = plainLine(text).replace(/\s*(kr|sek)$/i, "").replace(/[\s\u00a0]/g, "");
    const found = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
    if (found === null) return bad("notAnAmount");
    const ore = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
    return ore <= most ? good(kronorOf(ore)) : bad("outOfRange", `0–${kronorOf(most)}`);
  };
}

/** Öre as they stand in a cell: `1250,50`. */
export function kronorOf(ore: number): string {
  return `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, "0")}`;
}

/** The öre of a cell of kronor. */
export function oreOf(cell: string): number {
  return Number(cell.replace(",", ""));
}

/** Yes or no. */
export const yesOrNo: CellReader = (text) => {
  const plain = plainLine(text).toLowerCase();
  return YES.has(plain) ? good("yes") : NO.has(plain) ? good("no") : bad("notYesOrNo");
};

/** A telephone number as E.164. */
export const phone: CellReader = (text) => {
  const read = readPhoneNumber(text);
  return read.ok ? good(read.value) : bad("phone");
};

/** An e-mail address, its domain as mail is sent to it. */
export const email: CellReader = (text) => {
  const read = readEmailAddress(text);
  return read.ok ? good(read.value) : bad("email");
};

/** A number plate. */
export const plate: CellReader = (text) => {
  const read = readNumberPlate(text);
  return read.ok ? good(read.value) : bad(read.code);
};

/** An organisation number. */
export const organisationNumber: CellReader = (text) => {
  const read = readOrganisationNumber(text);
  return read.ok ? good(read.value) : bad(read.code);
};

/** A förarkod of six digits. */
export const driverCode: CellReader = (text) => {
  const plain = plainLine(text).padStart(6, "0");
  return /^\d{6}$/.test(plain) ? good(plain) : bad("driverCode");
};

/** The number of a taxiförarlegitimation. */
export const licence: CellReader = (text) => {
  const plain = plainLine(text).toUpperCase();
  if (hasPersonalNumber(plain)) return bad("personnummer");
  return plain.length <= 20 ? good(plain) : bad("tooLong", "20");
};

/** Counted words: `child-seat 2, booster 1`; a word alone is one. In the order of `words`. */
export function counted(words: readonly string[], most: number): CellReader {
  return (text) => {
    const found = new Map<string, number>();
    for (const part of partsOf(text)) {
      const [, word = "", number = "1"] = /^(.*?)[\s:×x]*(\d+)?$/i.exec(part) ?? [];
      if (!words.includes(word)) return bad("notAnOption", words.join(", "));
      if (Number(number) > most) return bad("outOfRange", `0–${most}`);
      found.set(word, Number(number));
    }
    const kept = words.filter((word) => (found.get(word) ?? 0) > 0);
    return good(kept.map((word) => `${word} ${found.get(word)}`).join(", "));
  };
}

/** Points of a polygon: `57.70 11.96, 57.71 11.97, …`. */
export const points: CellReader = (text) => {
  const read = plainLine(text).split(/[,;]\s+|[,;](?=\d+\.\d+ )/).map((part) => part.trim()).filter(
    Boolean,
  );
  const isPoint = (part: string) => /^-?\d{1,2}(\.\d+)? -?\d{1,3}(\.\d+)?$/.test(part);
  return read.length >= 3 && read.every(isPoint) ? good(read.join(", ")) : bad("notAPoint");
};

/** The parts of a cell of several. */
export function partsOf(text: string): string[] {
  return plainLine(text).split(/[,;|]/).map((part) => part.trim()).filter(Boolean);
}

function good(value: string): CellReading {
  return { ok: true, value };
}

/** Says why a cell is none of what its column takes. */
export function bad(code: CellProblem, expected?: string): CellReading {
  return expected === undefined ? { ok: false, code } : { ok: false, code, expected };
}
