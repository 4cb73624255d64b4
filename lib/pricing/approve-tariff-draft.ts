// Use case: a second person approves a draft of a tariff, so that nobody's slip of the hand alone becomes a price.
import { type DraftDeps, type DraftInput, eventOf, REFUSED_BY_STATE } from "./edit-tariff-draft.ts";
import type { StateRefusal } from "./edit-tariff-draft.ts";
import type { ChangedRefusal } from "./publish-tariff-draft.ts";
import { draftId } from "./tariff-draft.ts";
import { changedDraft, draftCan, isAuthor } from "./tariff-draft-rules.ts";
import type { DraftDecision } from "./tariff-draft-store.ts";

/** Why a draft is not approved. */
export type ApprovalRefusal =
  | StateRefusal
  | ChangedRefusal
  /** Who approves has written part of it. */
  | { reason: "author" };

/** Approves a draft as it stands at the `revision` that was looked at; null when there is none of that id. */
export async function approveDraft(
  { tariffDrafts, clock }: DraftDeps,
  { id, by, revision }: DraftInput & { revision: number },
): Promise<DraftDecision<ApprovalRefusal> | null> {
  return await tariffDrafts.change<ApprovalRefusal>(draftId(id), (draft) => {
    if (!draftCan("approve", draft.state)) return Promise.resolve(REFUSED_BY_STATE);
    const reason = draft.revision !== revision ? "changed" : isAuthor(draft, by) ? "author" : null;
    if (reason !== null) return Promise.resolve({ ok: false, refused: { reason } });
    const event = eventOf(clock, by.name, "approved");
    return Promise.resolve({ ok: true, draft: changedDraft(draft, { approvedBy: by }, event) });
  });
}
