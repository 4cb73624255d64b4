// What entries are found by, each word as a number: an index of numbers names nobody.
import type { AuditEntry } from "./entry.ts";
import type { Intent } from "./intent.ts";

/** How it ended. */
export const AUDIT_OUTCOMES = ["done", "tried", "refused"] as const;

/** One of them. */
export type AuditOutcome = typeof AUDIT_OUTCOMES[number];

/** What a word says of an entry, with the number that begins its hash. */
const WORD_KINDS = {
  who: 1,
  /** A command, or a use case's own word. */
  what: 2,
  kind: 3,
  outcome: 4,
  /** The beginning of the network. */
  from: 5,
  /** Of a changed row: `booking`. */
  family: 6,
  /** The first part of a changed row's key: `01K…` of `booking/01K…`. */
  id: 7,
  /** A mark. */
  subject: 8,
} as const;

/** One of them. */
export type WordKind = keyof typeof WORD_KINDS;

/** A word to look for. */
export interface Word {
  kind: WordKind;
  word: string;
}

/** How what an entry tells of ended: whatever is no refusal and no try was done, or there would be no entry. */
export function outcomeOf({ kind, what }: Pick<Intent, "kind" | "what">): AuditOutcome {
  if (kind !== "security") return "done";
  if (what.startsWith("refused: ")) return "refused";
  return what.startsWith("sign-in try: ") ? "tried" : "done";
}

/** The number of a word: FNV-1a over UTF-16 units, its bits mixed once more (MurmurHash3's last step). */
export function wordNumber({ kind, word }: Word): number {
  let hash = Math.imul(0x811c9dc5 ^ WORD_KINDS[kind], 0x01000193);
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** Mixes the bits of a number. */
export function mixed(number: number): number {
  let hash = Math.imul(number ^ number >>> 16, 0x85ebca6b);
  hash = Math.imul(hash ^ hash >>> 13, 0xc2b2ae35);
  return (hash ^ hash >>> 16) >>> 0;
}

/** Calls back with every word of an entry; `further` are subjects that it does not name itself. Some come twice. */
export function eachWord(
  entry: Intent | AuditEntry,
  further: readonly string[],
  found: (kind: WordKind, word: string) => void,
): void {
  found("who", entry.who);
  found("what", entry.what);
  for (const act of entry.act?.split(" ") ?? []) found("what", act);
  found("kind", entry.kind);
  found("outcome", outcomeOf(entry));
  if (entry.from !== "") found("from", entry.from);
  for (const { row } of entry.rows) {
    const [family = "", id = ""] = row.split("/", 2);
    found("family", family);
    if (id !== "") found("id", id);
  }
  for (const subject of entry.subjects) found("subject", subject);
  for (const subject of further) found("subject", subject);
}

/** True when the entry itself has the word; subjects beyond those it names are the index's to know. */
export function hasWord(entry: AuditEntry, { kind, word }: Word): boolean {
  let isFound = false;
  eachWord(entry, [], (kindOf, one) => void (isFound ||= kindOf === kind && one === word));
  return isFound || (kind === "subject" && entry.further !== undefined);
}
