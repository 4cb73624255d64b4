// Whether anything of somebody can still be read.
import type { Database } from "../kv/open.ts";
import { readThoseReadable } from "../kv/read.ts";
import { securityKeys, type SubjectMark } from "./keys.ts";

/** Of some subjects those that have a key: what is sealed under it is theirs, and there. */
export async function withKey(
  { read }: Pick<Database, "read">,
  marks: readonly SubjectMark[],
): Promise<ReadonlySet<SubjectMark>> {
  const rows = await readThoseReadable(read, marks.map((mark) => securityKeys.subjectKeyOf(mark)));
  return new Set(marks.filter((_, i) => rows[i]?.versionstamp !== null));
}
