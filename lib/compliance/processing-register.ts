// The record of processing (Art. 30), made of the families that are stored and of the purposes they serve: what is not
// stored does not stand in it, and what is stored and serves nothing is named. Pure.
import type { AnyFamily, Kept, PrivacyClass, Subject } from "../kv/family.ts";
import { type LegalBasis, type Purpose, type PurposeName, PURPOSES } from "../privacy/purposes.ts";
import type { RecipientId } from "../privacy/recipient.ts";

/** A family as the record says it. */
export interface RegisterFamily {
  name: string;
  privacy: PrivacyClass;
  subject: Subject;
  kept: Kept;
}

/** What is done for one purpose. */
export interface RegisterEntry {
  purpose: PurposeName;
  basis: LegalBasis;
  /** Whose data, in the order they first come. */
  subjects: readonly Subject[];
  families: readonly RegisterFamily[];
  recipients: readonly RecipientId[];
}

/** The record. */
export interface ProcessingRegister {
  entries: readonly RegisterEntry[];
  /** Families with personal data that no purpose names, and names that no family has: both are faults. */
  unnamed: readonly string[];
  unknown: readonly string[];
}

/** Makes it. */
export function processingRegister(
  families: readonly AnyFamily[],
  purposes: readonly Purpose[] = PURPOSES,
): ProcessingRegister {
  const byName = new Map(families.map((family) => [family.name, family]));
  const named = new Set(purposes.flatMap((purpose) => purpose.families));
  return {
    entries: purposes.map((purpose) => entryOf(purpose, byName)),
    unnamed: families.filter((family) => isPersonal(family) && !named.has(family.name))
      .map(({ name }) => name),
    unknown: [...named].filter((name) => !byName.has(name)),
  };
}

/** True for rows that say something of somebody. */
function isPersonal({ subject }: AnyFamily): boolean {
  return subject !== "nobody";
}

function entryOf(
  { name, basis, families, recipients }: Purpose,
  byName: ReadonlyMap<string, AnyFamily>,
): RegisterEntry {
  const stored = families.flatMap((name) => byName.get(name) ?? []);
  return {
    purpose: name,
    basis,
    subjects: [...new Set(stored.map(({ subject }) => subject))],
    families: stored.map(({ name, privacy, subject, kept }) => ({ name, privacy, subject, kept })),
    recipients,
  };
}
