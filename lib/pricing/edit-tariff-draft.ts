// Use cases: a draft of a tariff is begun, edited, and given up.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import {
  type DraftedTariff,
  type DraftEvent,
  type DraftHand,
  draftId,
  type TariffDraft,
} from "./tariff-draft.ts";
import { authorsWith, changedDraft, draftCan } from "./tariff-draft-rules.ts";
import type { DraftDecision, TariffDraftStore } from "./tariff-draft-store.ts";

/** What changing drafts needs. */
export interface DraftDeps {
  tariffDrafts: TariffDraftStore;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** Who changes which. */
export interface DraftInput {
  id: string;
  by: DraftHand;
}

/** It is no longer in a state for that: somebody else planned, published or discarded it. */
export interface StateRefusal {
  reason: "state";
}

/** Begins a draft. */
export async function beginDraft(
  { tariffDrafts, clock, randomBytes }: DraftDeps,
  { name, tariff, by }: { name: string; tariff: DraftedTariff; by: DraftHand },
): Promise<TariffDraft> {
  const now = clock.now();
  const draft: TariffDraft = {
    id: draftId(ulid(now.epochMilliseconds, randomBytes)),
    ...{ revision: 1, name, tariff, state: { kind: "open" }, authors: [by], approvedBy: null },
    story: [{ at: now.toString(), by: by.name, type: "created", detail: "" }],
  };
  await tariffDrafts.add(draft);
  return draft;
}

/** What an edit makes of a draft, or why not. */
export type DraftEdit<Refused> =
  | { ok: true; name: string; tariff: DraftedTariff }
  | { ok: false; refused: Refused };

/** Edits a draft as `edit` says of it as it stands; null when there is none of that id. */
export async function editDraft<Refused>(
  { tariffDrafts, clock }: DraftDeps,
  { id, by }: DraftInput,
  edit: (draft: TariffDraft) => DraftEdit<Refused>,
): Promise<DraftDecision<Refused | StateRefusal> | null> {
  return await tariffDrafts.change<Refused | StateRefusal>(draftId(id), (draft) => {
    if (!draftCan("edit", draft.state)) return Promise.resolve(REFUSED_BY_STATE);
    const edited = edit(draft);
    if (!edited.ok) return Promise.resolve(edited);
    const { name, tariff } = edited;
    const authors = authorsWith(draft, by);
    const change = { name, tariff, authors, approvedBy: null };
    const event = eventOf(clock, by.name, "edited");
    return Promise.resolve({ ok: true, draft: changedDraft(draft, change, event) });
  });
}

/** Gives a draft up. It stays readable. */
export async function discardDraft(
  { tariffDrafts, clock }: DraftDeps,
  { id, by }: DraftInput,
): Promise<DraftDecision<StateRefusal> | null> {
  return await tariffDrafts.change<StateRefusal>(draftId(id), (draft) => {
    if (!draftCan("discard", draft.state)) return Promise.resolve(REFUSED_BY_STATE);
    const state = { kind: "discarded" } as const;
    const event = eventOf(clock, by.name, "discarded");
    return Promise.resolve({ ok: true, draft: changedDraft(draft, { state }, event) });
  });
}

/** Something that is done to a draft now. */
export function eventOf(
  clock: Clock,
  by: string,
  type: DraftEvent["type"],
  detail = "",
): DraftEvent {
  return { at: clock.now().toString(), by, type, detail };
}

/** The answer to whom the state of a draft is against. */
export const REFUSED_BY_STATE = { ok: false, refused: { reason: "state" } } as const;
