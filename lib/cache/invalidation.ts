// What is said to be no longer true: one key, all that has a tag, all ids of a form, a category, or everything.
import { z } from "zod";
import { idOf } from "./cache-key.ts";
import { CACHE_CATEGORIES, type CacheCategory } from "./category.ts";

const category = z.enum(CACHE_CATEGORIES);

const invalidation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("key"), category, name: z.string() }),
  z.object({ kind: z.literal("tag"), tag: z.string() }),
  z.object({ kind: z.literal("pattern"), category, pattern: z.string() }),
  z.object({ kind: z.literal("category"), category }),
  z.object({ kind: z.literal("all") }),
]);

/** One invalidation. In a pattern `*` stands for any characters, also none. */
export type Invalidation = z.infer<typeof invalidation>;

/** What of an entry an invalidation looks at. */
export interface Invalidatable {
  category: CacheCategory;
  name: string;
  tags: readonly string[];
}

/** Longest pattern, in characters. */
export const MAX_PATTERN_LENGTH = 256;

/** True when the invalidation means the entry. */
export function concerns(said: Invalidation, { category, name, tags }: Invalidatable): boolean {
  switch (said.kind) {
    case "all":
      return true;
    case "category":
      return said.category === category;
    case "key":
      return said.category === category && said.name === name;
    case "tag":
      return tags.includes(said.tag);
    case "pattern":
      return said.category === category && fits(said.pattern, idOf(name));
    default:
      return said satisfies never;
  }
}

/** True when a text has the form of a pattern; in time linear to the text for each part between two stars. */
export function fits(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return text === pattern;
  const last = rest.pop() ?? "";
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

/** An invalidation as text. */
export function encodeInvalidation(said: Invalidation): string {
  return JSON.stringify(said);
}

/** Reads one; null for what this release does not know. */
export function parseInvalidation(text: string): Invalidation | null {
  try {
    const parsed = invalidation.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
