// An address as a service of others knows it, cleaned: nothing unseen, nothing endless, nothing abroad.
import { cleanLine, isReadable } from "../../forms/clean-text.ts";
import type { Point } from "../place.ts";
import { isInSweden, type SwedenOutline } from "../sweden.ts";

/** What was found: a house by its number, a street, a town or part of one, or something with a name of its own. */
export type FoundKind = "house" | "street" | "area" | "landmark";

/** A found address; texts are "" where the service does not say. */
export interface FoundAddress {
  kind: FoundKind;
  /** What it is called: "Stadsbiblioteket", "Vasagatan", "Borås"; "" for a plain house. */
  name: string;
  street: string;
  /** "11", "24 B". */
  houseNumber: string;
  /** Five digits. */
  postcode: string;
  town: string;
  /** All that lies around it: district, town, municipality. */
  areas: readonly string[];
  point: Point;
}

/** The same before it is cleaned, as a gateway reads it. */
export interface RawAddress {
  /** What the service says it is; "landmark" when it has only a name. */
  kind: FoundKind;
  name?: string | undefined;
  street?: string | undefined;
  houseNumber?: string | undefined;
  postcode?: string | undefined;
  /** Around it, from the smallest. */
  areas: readonly (string | undefined)[];
  town?: string | undefined;
  /** Two letters. */
  country?: string | undefined;
  point: Point;
}

/** Longer is no name of a place. */
export const MAX_NAME_LENGTH = 100;
const HOUSE_NUMBER = /^\d{1,4}(?:\s?[-–/]\s?\d{1,4})?(?:\s?\p{L})?$/u;

/** The address, or undefined when it is abroad or says nothing. */
export function toFoundAddress(raw: RawAddress, sweden: SwedenOutline): FoundAddress | undefined {
  if (raw.country?.toLowerCase() !== "se" || !isInSweden(sweden, raw.point)) return undefined;
  const street = nameOf(raw.street) || (raw.kind === "street" ? nameOf(raw.name) : "");
  const number = nameOf(raw.houseNumber);
  const houseNumber = street !== "" && HOUSE_NUMBER.test(number) ? number : "";
  const name = raw.kind === "street" ? street : raw.kind === "house" ? "" : nameOf(raw.name);
  const kind = raw.kind === "house" || name === "" ? (houseNumber ? "house" : "street") : raw.kind;
  if (name === "" && street === "") return undefined;
  const postcode = nameOf(raw.postcode).replace(/\D/g, "");
  return {
    kind,
    name: kind === "street" ? street : name,
    street,
    houseNumber: kind === "street" ? "" : houseNumber,
    postcode: postcode.length === 5 ? postcode : "",
    town: nameOf(raw.town),
    areas: [...new Set([...raw.areas, raw.town].map(nameOf).filter(Boolean))],
    point: raw.point,
  };
}

/** "Vasagatan 11", "Stadsbiblioteket". */
export function addressLabel({ kind, name, street, houseNumber }: FoundAddress): string {
  return kind === "house" ? `${street} ${houseNumber}` : name;
}

function nameOf(text: string | undefined): string {
  if (text === undefined || text.length > 2 * MAX_NAME_LENGTH) return "";
  const clean = cleanLine(text);
  return clean.length <= MAX_NAME_LENGTH && isReadable(clean) ? clean : "";
}
