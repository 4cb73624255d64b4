// What something is kept under: its category, its id, of private data whose it is, and the tags it is invalidated by.
import { invariant } from "../kernel/invariant.ts";
import type { CacheCategory } from "./category.ts";
import type { CachePolicy } from "./policy.ts";

/** Under what something is kept. */
export interface CacheKey {
  category: CacheCategory;
  /** Names it within its category; bounded by MAX_ID_LENGTH. */
  id: string;
  /** Whose it is: required of private categories, refused in shared ones. */
  subject?: string;
  /**
   * What it is invalidated with, said before it is loaded: a tag that only the answer knows would miss an invalidation
   * that comes while it is loaded. At most MAX_TAGS.
   */
  tags?: readonly string[];
}

/** Longest id, in characters; a longer one is hashed by its caller. */
export const MAX_ID_LENGTH = 512;
/** Most tags of one key: each is looked up when something was invalidated. */
export const MAX_TAGS = 16;

const NO_TAGS: readonly string[] = [];
/** Stands in no subject and no id: `subjectOf` and ids come from our own programs. */
const BETWEEN = "\u0000";

/** The key within its category. Throws where the key does not fit its policy. */
export function nameOf(
  { id, subject }: CacheKey,
  { privacy }: Pick<CachePolicy, "privacy">,
): string {
  if (id.length > MAX_ID_LENGTH) throw new RangeError("An id of the cache is too long");
  if (privacy === "shared") {
    invariant(subject === undefined, "What is shared is nobody's");
    return id;
  }
  invariant(subject !== undefined && subject !== "", "What is private says whose it is");
  return joinedName(subject, id);
}

/** The name of something private. */
export function joinedName(subject: string | undefined, id: string): string {
  return subject + BETWEEN + id;
}

/** The id in a name. */
export function idOf(name: string): string {
  return name.slice(name.indexOf(BETWEEN) + 1);
}

/** Whose it is, by its name; undefined for what is shared. */
export function subjectOf(name: string): string | undefined {
  const at = name.indexOf(BETWEEN);
  return at < 0 ? undefined : name.slice(0, at);
}

/** All tags of a key: its own, and of private data that of its subject. */
export function tagsOf({ subject, tags = NO_TAGS }: CacheKey): readonly string[] {
  invariant(tags.length <= MAX_TAGS, `A key has at most ${MAX_TAGS} tags`);
  return subject === undefined ? tags : [...tags, subjectTag(subject)];
}

/** The tag everything private of a subject has. */
export function subjectTag(subject: string): string {
  return `subject${BETWEEN}${subject}`;
}
