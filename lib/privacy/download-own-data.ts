// Hands somebody the file of their own data. It is made while it is sent and kept nowhere: a copy of all there is of a
// person would be one more to guard. That it was asked for, and that it went out, is a request like every other.
import { driverOf } from "../accounts/driver-account.ts";
import type { Person } from "../accounts/person.ts";
import { isStaff } from "../accounts/person-rules.ts";
import type { Owner } from "../booking/booking-owners.ts";
import { type BookingOwnDataDeps, ownBookingIds } from "../booking/own-data.ts";
import type { Locale } from "../kernel/locale.ts";
import type { DataSubject, OwnData, OwnRow } from "../kernel/own-data.ts";
import { takeTry, type TryLimit } from "../kv/tries.ts";
import { type ArchivedFamily, archivePage, SHOWN_ROWS } from "./ArchivePage.tsx";
import { csvOf, jsonOf, schemaOf } from "./archive-text.ts";
import { changeIfItFits } from "./change-data-request.ts";
import { createDataRequest, type CreateRequestDeps } from "./create-data-request.ts";
import type { Visitor } from "./visitor.ts";
import { type ArchiveFile, zipOf } from "./zip-stream.ts";

/** Files an hour of one person: each reads everything there is of them. */
export const DOWNLOAD_LIMIT: TryLimit = { most: 5, withinMs: 60 * 60_000 };

/** What it needs. */
export type DownloadDeps = CreateRequestDeps & BookingOwnDataDeps;

/** What a file is made of. */
export interface DownloadInput {
  families: readonly OwnData[];
  locale: Locale;
}

const SYSTEM = { kind: "system" } as const;

/**
 * The file as it is made. The caller has seen a fresh proof. The request is complete once all of the file was taken; until
 * then it is open, and the next press goes on with it. Throws DomainError("too-many-tries").
 */
export async function downloadOwnData(
  deps: DownloadDeps,
  visitor: Visitor,
  { families, locale }: DownloadInput,
): Promise<ReadableStream<Uint8Array>> {
  const [who = ""] = visitor.marks;
  await takeTry(deps, [{ what: "own-data", who }], DOWNLOAD_LIMIT);
  const { subject, identity } = visitor;
  const asked = { type: "access", subject, locale, identity } as const;
  const { request } = await createDataRequest(deps, asked);
  await changeIfItFits(deps, request.id, { type: "begin" }, SYSTEM);
  const found = await subjectOf(deps, visitor);
  const at = deps.clock.now().toString();
  const bytes = zipOf(archiveFiles(families, found, { locale, at }), new Date(at));
  return ReadableStream.from(thenComplete(deps, bytes, request.id));
}

/** Whose rows are handed out. */
export async function subjectOf(deps: DownloadDeps, visitor: Visitor): Promise<DataSubject> {
  const { subject, marks } = visitor;
  const person = subject.kind === "person"
    ? (await deps.people.get(subject.personId))?.person ?? null
    : null;
  const owners: readonly Owner[] = subject.kind === "guest" ? [subject.reach] : ownersOf(person);
  return {
    personId: person?.id ?? null,
    marks,
    reaches: owners.flatMap(({ kind, at }) => kind === "person" ? [] : [at]),
    bookingIds: await ownBookingIds(deps, owners),
    driverId: person === null ? null : await driverOf(deps, person.id),
    operatorName: person !== null && isStaff(person) ? person.name : null,
  };
}

function ownersOf(person: Person | null): Owner[] {
  if (person === null) return [];
  const { id, email, phone } = person;
  const owners: Owner[] = [
    { kind: "person", at: id },
    { kind: "phone", at: phone },
    { kind: "email", at: email },
  ];
  return owners.filter(({ at }) => at !== "");
}

async function* archiveFiles(
  families: readonly OwnData[],
  subject: DataSubject,
  { locale, at }: { locale: Locale; at: string },
): AsyncGenerator<ArchiveFile> {
  yield { name: "schema.json", text: schemaOf(families) };
  const archived: ArchivedFamily[] = [];
  for (const family of families) {
    const rows: OwnRow[] = await Array.fromAsync(family.rows(subject));
    archived.push({ ...family, count: rows.length, first: rows.slice(0, SHOWN_ROWS) });
    yield { name: `data/${family.family}.json`, text: jsonOf(rows) };
    yield { name: `data/${family.family}.csv`, text: csvOf(family, rows) };
  }
  yield { name: "index.html", text: archivePage({ locale, at, families: archived }) };
}

async function* thenComplete(
  deps: DownloadDeps,
  bytes: AsyncIterable<Uint8Array>,
  id: string,
): AsyncGenerator<Uint8Array> {
  yield* bytes;
  // Of two tabs the first that is done completes it; what the staff has taken up is theirs to end.
  await changeIfItFits(deps, id, { type: "complete" }, SYSTEM);
}
