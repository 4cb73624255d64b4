// Letters made comparable, so that a word is found however its letters are typed.
import { plainLine } from "./clean-text.ts";

/** Letters that Unicode does not take apart, as they are typed on another keyboard. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ...{ æ: "ae", ø: "o", œ: "oe", ð: "d", þ: "th", ß: "ss", đ: "d", ħ: "h", ŋ: "n", ŧ: "t" },
  ...{ ł: "l", ı: "i", ĸ: "k", ə: "e", ɓ: "b", ɗ: "d", ƙ: "k", ς: "σ", ـ: "" },
};
const NOT_TAKEN_APART = new RegExp(`[${Object.keys(TYPED_AS).join("")}]`, "g");

/** Small letters without accents: "Åkesson" and "akesson" are the same, "Łukasz" and "lukasz", "Yıldız" and "yildiz". */
export function foldLetters(text: string): string {
  const plain = WESTERN.test(text) ? text : plainLine(text.replace(APOSTROPHES, "'"));
  return plain.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(NOT_TAKEN_APART, (letter) => TYPED_AS[letter] ?? letter);
}

/** Plain as it stands, as nearly all names here are: the index of places folds thousands when it starts. */
const WESTERN = /^[ -~À-ÿ]*$/;

/** What is typed for an apostrophe; NFKC would make a space and an accent of some. */
const APOSTROPHES = /[’‘‛ʼʻʹ′´`׳＇]/g;
