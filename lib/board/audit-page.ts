// The audit log for those who read it: what was asked for, a page of entries, one entry with its proof, and how the log is.
import type { OperatorSession } from "../accounts/session.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import type { Appender, LogFigures } from "../audit/appender.ts";
import { type AuditEntry, parseEntry } from "../audit/entry.ts";
import type { EntryFinder, FoundEntries } from "../audit/find-entries.ts";
import { furtherOf } from "../audit/further-subjects.ts";
import { type ProvedEntry, type ProveDeps, proveEntry } from "../audit/prove-entry.ts";
import { RequestError } from "../errors/request-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { showMarks } from "../kernel/acting.ts";
import { withKey } from "../security/has-key.ts";
import { openWhy } from "../security/sealed-why.ts";
import type { SubjectKeys } from "../security/subject-keys.ts";
import {
  type AuditQuery,
  isUnknownReference,
  type QuestionDeps,
  questionOf,
} from "./audit-query.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** What the pages need. */
export interface AuditPageDeps extends FramedDeps, ProveDeps, QuestionDeps {
  db: FramedDeps["db"];
  auditFinder: EntryFinder;
  auditAppender: Appender;
  people: Pick<PersonStore, "staff">;
  fleet: Pick<FleetStore, "all">;
  subjectKeys: SubjectKeys;
}

/** Somebody or something to choose from, by its id. */
export interface Choice {
  id: string;
  name: string;
}

/** The list. */
export interface AuditData extends Framed, FoundEntries {
  query: AuditQuery;
  figures: LogFigures;
  staff: readonly Choice[];
  holders: readonly Choice[];
  /** True when the reference that was asked for is no booking's. */
  isUnknown: boolean;
}

/** A subject of an entry; nothing is kept any more under a mark without a key. */
export interface EntrySubject {
  mark: string;
  isKept: boolean;
}

/** One entry. */
export interface AuditEntryData extends Framed {
  index: number;
  text: string;
  /** Null for a text that nobody can read. */
  entry: AuditEntry | null;
  proved: ProvedEntry;
  /** The reason; null where there is none, or nobody can read it any more. */
  why: string | null;
  subjects: readonly EntrySubject[];
  /** How many subjects there are beside those that are shown. */
  furtherCount: number;
  staff: readonly Choice[];
}

/** Subjects of one entry that are shown. */
const MAX_SHOWN = 200;

/** Reads a page of the list. */
export async function loadAudit(
  deps: AuditPageDeps,
  operator: OperatorSession,
  query: AuditQuery,
  below: number,
): Promise<AuditData> {
  const asked = await questionOf(deps, query);
  const [frame, found, figures, names] = await Promise.all([
    framed(deps, operator),
    deps.auditFinder.find(asked, below),
    deps.auditAppender.figures(),
    namesOf(deps),
  ]);
  showEntries(found.entries);
  const isUnknown = isUnknownReference(query, asked);
  return { ...frame, ...found, ...names, query, figures, isUnknown };
}

/** Reads one entry. Throws RequestError("not-found"). */
export async function loadAuditEntry(
  deps: AuditPageDeps,
  operator: OperatorSession,
  id: string,
): Promise<AuditEntryData> {
  const { index, text } = await entryAt(deps, id);
  const entry = parseEntry(text);
  const [frame, proved, { staff }, further, why] = await Promise.all([
    framed(deps, operator),
    proveEntry(deps, { index, text }),
    namesOf(deps),
    entry === null ? [] : furtherOf(deps.db.read, entry),
    entry?.why === undefined ? null : openWhy(deps, entry.why),
  ]);
  const marks = [...entry?.subjects ?? [], ...further];
  showMarks(marks, `auditEntry/${index}`);
  const shown = marks.slice(0, MAX_SHOWN);
  const kept = await withKey(deps.db, shown);
  const subjects = shown.map((mark) => ({ mark, isKept: kept.has(mark) }));
  const all = (entry?.subjects.length ?? 0) + (entry?.further?.count ?? 0);
  const furtherCount = all - subjects.length;
  return { ...frame, index, text, entry, proved, why, subjects, furtherCount, staff };
}

/** One entry with its proof. Throws RequestError("not-found"), also where no checkpoint has it yet. */
export async function readProvedEntry(
  deps: Pick<AuditPageDeps, "auditFinder"> & ProveDeps,
  id: string,
): Promise<NonNullable<ProvedEntry["proof"]>> {
  const found = await entryAt(deps, id);
  const { proof } = await proveEntry(deps, found);
  if (proof === null) throw new RequestError("not-found", {});
  showMarks(parseEntry(found.text)?.subjects ?? [], `auditEntry/${found.index}`);
  return proof;
}

/** Takes down whose data some entries name: whoever reads the log leaves an entry as well, also where it has nothing. */
export function showEntries(entries: readonly AuditEntry[]): void {
  showMarks([], "auditHead");
  for (const { index, subjects } of entries) showMarks(subjects, `auditEntry/${index}`);
}

async function entryAt(
  { auditFinder }: Pick<AuditPageDeps, "auditFinder">,
  id: string,
): Promise<{ index: number; text: string }> {
  const index = /^\d{1,15}$/.test(id) ? Number(id) : -1;
  const text = await auditFinder.text(index);
  if (text === null) throw new RequestError("not-found", {});
  return { index, text };
}

async function namesOf({ people, fleet }: Pick<AuditPageDeps, "people" | "fleet">) {
  const [persons, { holders }] = await Promise.all([people.staff(), fleet.all()]);
  return {
    staff: persons.map(({ id, name }) => ({ id, name })),
    holders: holders.map(({ id, name }) => ({ id, name })),
  };
}
