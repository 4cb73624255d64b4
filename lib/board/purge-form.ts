// What somebody wants thrown away of what is kept ready, as a form says it.
import { CACHE_CATEGORIES } from "../cache/category.ts";
import { type Invalidation, MAX_PATTERN_LENGTH } from "../cache/invalidation.ts";
import { SURROGATE_KEYS, type SurrogateKey } from "../edge/surrogate-key.ts";
import { MAX_REASON_LENGTH } from "../booking/booking.ts";

/** Ways to say it; the last is what a cache in front has. */
export const PURGE_WAYS = ["tag", "category", "pattern", "edge"] as const;

/** One of them. */
export type PurgeWay = typeof PURGE_WAYS[number];

/** The fields as they were typed; "" for one that is not there. */
export interface PurgeForm {
  by: PurgeWay;
  tag: string;
  category: string;
  pattern: string;
  key: string;
}

/** What is to go. */
export type PurgeWish =
  | { of: "kept"; said: Invalidation }
  | { of: "edge"; keys: readonly SurrogateKey[] };

/** The field that says nothing that can be done. */
export type PurgeFault = "tag" | "category" | "pattern" | "key" | "reason";

/** The keys of a cache in front. */
export const EDGE_KEYS: readonly SurrogateKey[] = Object.values(SURROGATE_KEYS);

/** Longest tag, in characters. */
export const MAX_TAG_LENGTH = 128;

/** Reads the fields; null where nothing is asked for. */
export function readPurgeForm(fields: ReadonlyMap<string, string>): PurgeForm | null {
  const by = PURGE_WAYS.find((one) => one === fields.get("by"));
  if (by === undefined) return null;
  const text = (name: string) => fields.get(name) ?? "";
  return {
    by,
    tag: text("tag"),
    category: text("category"),
    pattern: text("pattern"),
    key: text("key"),
  };
}

/** What a form means, or the field that has to be another. */
export function purgeWish(
  { by, tag, category: named, pattern, key }: PurgeForm,
): { ok: true; wish: PurgeWish } | { ok: false; fault: PurgeFault } {
  const category = CACHE_CATEGORIES.find((one) => one === named);
  switch (by) {
    case "tag":
      return isTag(tag) ? kept({ kind: "tag", tag }) : wrong("tag");
    case "category":
      return category === undefined ? wrong("category") : kept({ kind: "category", category });
    case "pattern":
      return category === undefined
        ? wrong("category")
        : isPattern(pattern)
        ? kept({ kind: "pattern", category, pattern })
        : wrong("pattern");
    case "edge": {
      const found = EDGE_KEYS.find((one) => one === key);
      return found === undefined ? wrong("key") : { ok: true, wish: { of: "edge", keys: [found] } };
    }
    default:
      return by satisfies never;
  }
}

/** True for a reason that can be written down. */
export function isReason(text: string): boolean {
  return text !== "" && text.length <= MAX_REASON_LENGTH;
}

/** The fields that count, for an address that says the same. */
export function purgeQuery({ by, tag, category, pattern, key }: PurgeForm): Record<string, string> {
  switch (by) {
    case "tag":
      return { by, tag };
    case "category":
      return { by, category };
    case "pattern":
      return { by, category, pattern };
    case "edge":
      return { by, key };
    default:
      return by satisfies never;
  }
}

function isTag(tag: string): boolean {
  return tag !== "" && tag.length <= MAX_TAG_LENGTH;
}

function isPattern(pattern: string): boolean {
  return pattern !== "" && pattern.length <= MAX_PATTERN_LENGTH;
}

function kept(said: Invalidation): { ok: true; wish: PurgeWish } {
  return { ok: true, wish: { of: "kept", said } };
}

function wrong(fault: PurgeFault): { ok: false; fault: PurgeFault } {
  return { ok: false, fault };
}
