// Use cases: a draft is given the day it is published on; on that day it becomes a tariff, unless it was withdrawn
// before. A tariff that was published is never changed, and quotes keep the one they were given by.
import { z } from "zod";
import { HOME_ZONE, localDate } from "../kernel/wall-time.ts";
import { addEdition, readEdition } from "../kv/edition.ts";
import { bindJob, type BoundJob, jobKind } from "../kv/job.ts";
import type { JobQueue } from "../kv/jobs.ts";
import type { Database } from "../kv/open.ts";
import type { Transaction } from "../kv/transaction.ts";
import {
  type DraftDeps,
  type DraftInput,
  eventOf,
  REFUSED_BY_STATE,
  type StateRefusal,
} from "./edit-tariff-draft.ts";
import { pricingKeys } from "./keys.ts";
import { tariffSchema } from "./tariff.ts";
import { draftId, type TariffDraft } from "./tariff-draft.ts";
import {
  changedDraft,
  draftCan,
  type PublishRefusal,
  publishRefusal,
  tariffOf,
} from "./tariff-draft-rules.ts";
import type { DraftDecision } from "./tariff-draft-store.ts";
import type { TariffBook } from "./tariff-rules.ts";
import { readTariffBook, type TariffStore } from "./tariff-store.ts";

/** What publishing needs. */
export interface PublishDeps extends DraftDeps {
  db: Database;
  tariffs: Pick<TariffStore, "announce">;
  jobs: JobQueue;
}

/** Somebody changed the draft, or another tariff was published, since it was looked at. */
export interface ChangedRefusal {
  reason: "changed";
}

const publication = jobKind(
  "publish-tariff-draft",
  z.object({ draftId: z.string().min(1) }),
  (deps: PublishDeps, payload) => publishDueDraft(deps, payload.draftId),
);

/** The work on the days of publication. */
export function publicationJob(deps: PublishDeps): BoundJob {
  return bindJob(publication, deps);
}

/** Why a draft is not published, or not planned to be. */
export type PlanRefusal = StateRefusal | ChangedRefusal | PublishRefusal;

/**
 * Publishes a draft today, or plans it for a later day; null when there is none of that id. `seen` is what the
 * person looked at: the draft's revision, and the versions of all tariffs.
 */
export async function planDraft(
  deps: PublishDeps,
  { id, by, publishOn, seen }: DraftInput & {
    publishOn: string;
    seen: { revision: number; versions: readonly string[] };
  },
): Promise<DraftDecision<PlanRefusal> | null> {
  const decided = await deps.tariffDrafts.change<PlanRefusal>(draftId(id), async (draft, tx) => {
    if (!draftCan("plan", draft.state)) return REFUSED_BY_STATE;
    const { value: book, edition } = await readEdition(deps.db, () => readTariffBook(deps.db));
    const known = new Set(seen.versions);
    const isSeen = draft.revision === seen.revision &&
      book.tariffs.every(({ version }) => known.has(version));
    if (!isSeen) return { ok: false, refused: { reason: "changed" } };
    const today = localDate(deps.clock.now());
    const refused = publishRefusal(draft, book, { publishOn, today });
    if (refused !== null) return { ok: false, refused };
    if (publishOn === today) {
      addEdition(tx, edition);
      return { ok: true, draft: published(deps, tx, { draft, book, by: by.name }) };
    }
    deps.jobs.add(tx, publication, { draftId: draft.id }, startOf(publishOn));
    const state = { kind: "planned", publishOn } as const;
    return {
      ok: true,
      draft: changedDraft(draft, { state }, eventOf(deps.clock, by.name, "planned", publishOn)),
    };
  });
  await deps.tariffs.announce();
  return decided;
}

/** Takes a plan back before its day: the draft is open again. */
export async function withdrawDraft(
  { tariffDrafts, clock }: DraftDeps,
  { id, by }: DraftInput,
): Promise<DraftDecision<StateRefusal> | null> {
  return await tariffDrafts.change<StateRefusal>(draftId(id), (draft) => {
    if (!draftCan("withdraw", draft.state)) return Promise.resolve(REFUSED_BY_STATE);
    const state = { kind: "open" } as const;
    const event = eventOf(clock, by.name, "withdrawn");
    return Promise.resolve({ ok: true, draft: changedDraft(draft, { state }, event) });
  });
}

/**
 * Publishes a draft whose day has come. What cannot be published any more, because other tariffs were since, is
 * open again and says why. A draft that was withdrawn, or planned for a later day since, is left as it is.
 */
export async function publishDueDraft(deps: PublishDeps, id: string): Promise<void> {
  await deps.tariffDrafts.change<StateRefusal>(draftId(id), async (draft, tx) => {
    const today = localDate(deps.clock.now());
    const { state } = draft;
    if (state.kind !== "planned" || state.publishOn > today) return REFUSED_BY_STATE;
    const { value: book, edition } = await readEdition(deps.db, () => readTariffBook(deps.db));
    const refusal = publishRefusal(draft, book, { publishOn: today, today });
    // A server that stood still on the day publishes late, as long as no day of the tariff has gone.
    if (refusal !== null) {
      const event = eventOf(deps.clock, "", "refused", refusal.reason);
      return { ok: true, draft: changedDraft(draft, { state: { kind: "open" } }, event) };
    }
    addEdition(tx, edition);
    return { ok: true, draft: published(deps, tx, { draft, book, by: "" }) };
  });
  await deps.tariffs.announce();
}

function published(
  { clock }: PublishDeps,
  tx: Transaction,
  { draft, book, by }: { draft: TariffDraft; book: TariffBook; by: string },
): TariffDraft {
  const tariff = tariffSchema.parse(tariffOf(draft, book));
  const { version } = tariff;
  const key = pricingKeys.tariff(tariff.validFrom, version);
  tx.check(key, null).set(key, tariff);
  const state = { kind: "published", version } as const;
  return changedDraft(draft, { state }, eventOf(clock, by, "published", version));
}

/** When a local date begins, in epoch milliseconds. */
function startOf(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(HOME_ZONE).epochMilliseconds;
}
