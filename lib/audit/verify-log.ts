// Verifies a log from its entries alone, and names the first that is wrong. Knows no database: entries come one after
// the other, and beside them whatever bears witness of them.
import { type AuditEntry, parseEntry } from "./entry.ts";
import type { Exported } from "./exported-lines.ts";
import { Frontier, type Hash, isSameHash, leafHash } from "./merkle.ts";
import { type RestoreEntry, restoreOf } from "./restored-log.ts";

/** What is wrong. */
export type LogFault =
  /** The text is no entry. */
  | "unreadable"
  /** It says that it stands elsewhere: something was put in, taken out or moved. */
  | "misplaced"
  /** There is none, and there are later ones, or it is known that there were. */
  | "missing"
  /** It is another than the one whose hash stands in the tree, or was exported. */
  | "altered"
  /** The tree is another than the one that was signed: one from here up to `before` is. */
  | "forked";

/** The first entry that is wrong. */
export interface FirstBad {
  index: number;
  fault: LogFault;
  /** Of `forked`: the first entry that is signed for and no longer fits; the bad one stands before it. */
  before?: number;
}

/** An entry as it is found. */
export interface FoundEntry {
  index: number;
  text: string;
}

/** What bears witness. */
export interface Witnesses {
  /** Hashes as the log's own tree has them, by index; null where there is none. Whoever can edit entries can edit these. */
  ownLeaf?(index: number): Hash | null | Promise<Hash | null>;
  /** How many entries the log's own head says it has. */
  ownSize?: number;
  /** Signed roots, by the size of the tree. */
  signed: ReadonlyMap<number, Hash>;
  /** What was exported. */
  exported?: Exported;
}

/** What was found. */
export interface Verdict {
  /** Entries that were looked at. */
  size: number;
  root: Hash;
  firstBad: FirstBad | null;
  /** The largest size whose signature the entries agree with. */
  signedSize: number;
  /** Restores of backups that entries tell of, up to the first that is wrong and with it. */
  restores: readonly RestoreEntry[];
}

/** Looks at entries in their order, once. `verified` is a tree whose entries were looked at before: it goes on there. */
export async function verifyLog(
  entries: AsyncIterable<FoundEntry> | Iterable<FoundEntry>,
  witnesses: Witnesses,
  verified = new Frontier(),
): Promise<Verdict> {
  const tree = new Frontier(verified.size, verified.hashes);
  const restores: RestoreEntry[] = [];
  let signedSize = verified.size;
  const verdict = (firstBad: FirstBad | null): Verdict => ({
    ...{ size: tree.size, root: tree.root(), firstBad, signedSize, restores },
  });
  for await (const { index, text } of entries) {
    const at = tree.size;
    const leaf = leafHash(text);
    const entry = parseEntry(text);
    const restore = entry === null ? null : restoreOf(entry);
    if (restore !== null) restores.push(restore);
    const fault = index === at ? await faultOf(entry, at, leaf, witnesses) : "missing";
    if (fault !== null) return verdict({ index: at, fault });
    tree.append(leaf);
    const signed = witnesses.signed.get(tree.size);
    if (signed === undefined) continue;
    if (!isSameHash(signed, tree.root())) {
      return verdict({ index: signedSize, fault: "forked", before: tree.size });
    }
    signedSize = tree.size;
  }
  return verdict(missingAfter(tree.size, witnesses));
}

async function faultOf(
  entry: AuditEntry | null,
  index: number,
  leaf: Hash,
  { exported, ownLeaf }: Witnesses,
): Promise<LogFault | null> {
  if (exported !== undefined && index < exported.size) {
    // Signed for, outside: what the log says of itself does not matter.
    if (!isSameHash(exported.leaf(index), leaf)) return "altered";
  }
  if (entry === null) return "unreadable";
  if (entry.index !== index) return "misplaced";
  const own = await ownLeaf?.(index) ?? null;
  return own !== null && !isSameHash(own, leaf) ? "altered" : null;
}

/** What is known of having been there after the last one. */
function missingAfter(size: number, { ownSize = 0, signed, exported }: Witnesses): FirstBad | null {
  const known = Math.max(ownSize, exported?.size ?? 0, ...signed.keys());
  return known > size ? { index: size, fault: "missing" } : null;
}
