// `deno task verify-audit FILE`: verifies an audit log without the product, from a database file or from an export, and
// names the first entry that is wrong. `--key KEY` checks signatures, `--exported FILE` compares with what was kept
// outside, `--since FILE` with checkpoints in a mail that was kept, `--entry N` proves one entry, `--between A B` that the log of B entries begins with that of A.
import { parseArgs } from "node:util";
import { openBySome } from "../lib/audit/checkpoint.ts";
import { notesIn } from "../lib/audit/kept-checkpoints.ts";
import { type Exported, readExported } from "../lib/audit/exported-lines.ts";
import { exportedLog, type LogFile, storedLog } from "../lib/audit/log-file.ts";
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  isConsistent,
  isIncluded,
} from "../lib/audit/merkle.ts";
import { NoteError, type NoteVerifier, noteVerifier } from "../lib/audit/signed-note.ts";
import { checkProof, PROOF_HEAD, ProofError, readProof } from "../lib/audit/tlog-proof.ts";
import type { RestoreEntry } from "../lib/audit/restored-log.ts";
import { type FirstBad, type Verdict, verifyLog } from "../lib/audit/verify-log.ts";
import { Refused, runScript } from "./terminal.ts";

type Say = (line: string) => void;

/** What was asked for. */
interface Wishes {
  file: string;
  keys: readonly NoteVerifier[];
  exported: string | null;
  /** A mail or a file with checkpoints that somebody kept. */
  since: string | null;
  entry: number | null;
  between: readonly [number, number] | null;
}

/** What a database file of SQLite begins with. */
const SQLITE = "SQLite format 3\u0000";

if (import.meta.main) await runScript(() => main(Deno.args));

/** Opens a database file, or an export. */
async function openLogFile(path: string): Promise<LogFile> {
  using file = await Deno.open(path);
  const head = new Uint8Array(SQLITE.length);
  await file.read(head);
  const isDatabase = new TextDecoder().decode(head) === SQLITE;
  return isDatabase ? await storedLog(await Deno.openKv(path)) : await exportedLog(path);
}

/** Verifies and says so; throws Refused with what is wrong. */
export async function main(args: readonly string[], say = console.info): Promise<void> {
  const wishes = wishesOf(args);
  const proof = await proofIn(wishes.file);
  if (proof !== null) return verifyProof(proof, wishes.keys, say);
  await using log = await openLogFile(wishes.file);
  const signed = await signedRoots(log, wishes.keys, say);
  const kept = await keptRoots(wishes);
  for (const [size, root] of kept) signed.set(size, root);
  const exported = await exportedOf(wishes);
  const size = log.ownSize;
  const witnesses = {
    ownLeaf: (index: number) => log.ownLeaf(index),
    ...(size === null ? {} : { ownSize: size }),
    ...(exported === null ? {} : { exported }),
    signed,
  };
  const verdict = await verifyLog(log.entries(), witnesses);
  for (const restore of verdict.restores) say(restoreLine(restore));
  if (verdict.firstBad !== null) {
    throw new Refused(`BAD: ${saidOf(verdict.firstBad)}${explained(verdict)}`);
  }
  say(`${verdict.size} entries, root ${Uint8Array.from(verdict.root).toBase64()}`);
  say(`signed: ${verdict.signedSize} entries, by ${signed.size} checkpoints`);
  if (kept.size > 0) say(`goes on from what was kept: ${[...kept.keys()].join(", ")} entries`);
  if (exported !== null) say(`as exported: ${exported.size} entries`);
  if (wishes.entry !== null) await proveEntry(log, wishes.entry, verdict, say);
  if (wishes.between !== null) await proveBetween(log, wishes.between, say);
  say("GOOD");
}

/** The proof of one entry, where the file is one. */
async function proofIn(path: string): Promise<string | null> {
  using file = await Deno.open(path);
  const head = new Uint8Array(PROOF_HEAD.length);
  await file.read(head);
  return new TextDecoder().decode(head) === PROOF_HEAD ? await Deno.readTextFile(path) : null;
}

function verifyProof(file: string, keys: readonly NoteVerifier[], say: Say): void {
  if (keys.length === 0) throw new Refused("A proof needs --key: unsigned hashes say nothing");
  try {
    const proof = readProof(file);
    const size = checkProof(proof, keys);
    say(`entry ${proof.index}: ${proof.text}`);
    say(`it is in the log of ${size} entries that was signed`);
    say("GOOD");
  } catch (error) {
    if (error instanceof ProofError || error instanceof NoteError) {
      throw new Refused(`BAD: ${error.message}`);
    }
    throw error;
  }
}

function saidOf({ index, fault, before }: FirstBad): string {
  const said = {
    unreadable: `entry ${index} cannot be read`,
    misplaced: `entry ${index} was put in, taken out or moved`,
    missing: `entry ${index} and what came after it is missing`,
    altered: `entry ${index} is another than it was`,
    forked: `the log is another than the one that was signed: the first bad entry is one from ` +
      `${index} up to ${(before ?? index + 1) - 1}`,
  };
  return said[fault];
}

function restoreLine({ index, madeAt, lost }: RestoreEntry): string {
  return `entry ${index}: the backup of ${madeAt} was put back there, and ${lost} signed entries ` +
    "went with what it replaced";
}

/** What was signed before a backup was put back is not what was signed since: the database that was set aside has it. */
function explained({ firstBad, restores, signedSize }: Verdict): string {
  const isThere = firstBad !== null && restores.some(({ index }) => {
    if (firstBad.fault === "altered") return index === firstBad.index;
    const from = firstBad.fault === "missing" ? signedSize : firstBad.index;
    return index >= from && index < (firstBad.before ?? Infinity);
  });
  return isThere
    ? ". A backup was put back there: what was signed before is in the database that was set aside"
    : "";
}

/** Roots by size. Without a key signatures are not checked, which is said. */
async function signedRoots(
  log: LogFile,
  keys: readonly NoteVerifier[],
  say: Say,
): Promise<Map<number, Hash>> {
  const roots = new Map<number, Hash>();
  if (keys.length === 0) {
    say("no --key: signatures are not checked, and roots only against each other");
    return roots;
  }
  for (const note of await log.notes()) {
    const { size, root } = openBySome(note, keys);
    roots.set(size, root);
  }
  return roots;
}

/** Roots that somebody kept: they count before those the log has itself. */
async function keptRoots({ since, keys }: Wishes): Promise<Map<number, Hash>> {
  if (since === null) return new Map();
  if (keys.length === 0) throw new Refused("--since needs --key: unsigned hashes say nothing");
  const notes = notesIn(await Deno.readTextFile(since));
  if (notes.length === 0) throw new Refused(`There is no checkpoint in ${since}`);
  return new Map(notes.map((note) => openBySome(note, keys)).map(({ size, root }) => [size, root]));
}

async function exportedOf({ exported, keys }: Wishes): Promise<Exported | null> {
  if (exported === null) return null;
  if (keys.length === 0) throw new Refused("--exported needs --key: unsigned hashes say nothing");
  return readExported(await Deno.readTextFile(exported), ...keys);
}

async function proveEntry(
  log: LogFile,
  index: number,
  { size, root }: { size: number; root: Hash },
  say: Say,
): Promise<void> {
  if (index >= size) throw new Refused(`There is no entry ${index}: the log has ${size}`);
  const leaf = await log.leaf(index);
  const proof = await inclusionProof(index, size, log.subtree);
  if (!isIncluded({ index, size, leaf, root, proof })) throw new Refused("BAD: no proof");
  say(`entry ${index}: ${await log.text(index)}`);
  say(`proof of inclusion in ${size}:`);
  for (const hash of proof) say(`  ${Uint8Array.from(hash).toBase64()}`);
}

async function proveBetween(
  log: LogFile,
  [former, size]: readonly [number, number],
  say: Say,
): Promise<void> {
  const proof = await consistencyProof(former, size, log.subtree);
  const [formerRoot, root] = [await log.rootAt(former), await log.rootAt(size)];
  if (!isConsistent({ former, size, formerRoot, root, proof })) throw new Refused("BAD: no proof");
  say(`proof that ${size} entries begin with ${former}:`);
  for (const hash of proof) say(`  ${Uint8Array.from(hash).toBase64()}`);
}

function wishesOf(args: readonly string[]): Wishes {
  const options = {
    key: { type: "string", multiple: true },
    exported: { type: "string" },
    since: { type: "string" },
    entry: { type: "string" },
    between: { type: "string" },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, second] = positionals;
  if (file === undefined) throw new Refused("Which file? A database, or an export of the log");
  const former = values.between === undefined ? null : countOf(values.between);
  return {
    file,
    keys: (values.key ?? []).map(noteVerifier),
    exported: values.exported ?? null,
    since: values.since ?? null,
    entry: values.entry === undefined ? null : countOf(values.entry),
    between: former === null ? null : [former, countOf(second ?? "")],
  };
}

function countOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Refused(`Not a number of entries: ${text}`);
  return Number(text);
}
