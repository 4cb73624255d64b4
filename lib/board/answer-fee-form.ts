// What a sent form of fees comes to: it is done, or the page comes back with why and with what was typed.
import { assertMay } from "../accounts/assert-may.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { invalidFields, RequestError } from "../errors/request-error.ts";
import {
  approveFeeDraft,
  beginFeeDraft,
  discardFeeDraft,
  type FeeDraftDeps,
  saveFeeDraft,
  withdrawFeeEdition,
} from "../fees/edit-fee-draft.ts";
import type { FeeRefusal } from "../fees/fee-draft.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { type ReadMatrix, withoutRow, withSentRow, withSentTimes } from "./fee-form.ts";
import { type FeeData, type FeesData, type FeesPageDeps, loadFee, loadFees } from "./fees-page.ts";

/** What answering needs. */
export type AnswerFeeDeps = FeesPageDeps & FeeDraftDeps;

/** A form, by who sent it. */
export interface SentFees {
  operator: OperatorSession;
  fields: ReadonlyMap<string, string>;
}

/** The same about the fees of a day. */
export type SentFee = SentFees & { bookedFrom: string };

/** Done, by the word the page says it in; or the page again. */
export type FeeAnswer =
  | { ok: true; done: "saved" | "approved" | "withdrawn" | "discarded" }
  | { ok: false; data: FeeData; status: 409 | 422 };

/** Begins a draft for the day that was sent. */
export async function answerNewFees(
  deps: AnswerFeeDeps,
  { operator, fields }: SentFees,
): Promise<{ ok: true; bookedFrom: string } | { ok: false; data: FeesData }> {
  const bookedFrom = (fields.get("bookedFrom") ?? "").slice(0, MAX_DATE);
  const refusal = isLocalDate(bookedFrom)
    ? await beginFeeDraft(deps, { bookedFrom, by: operator.personId })
    : "day-gone";
  if (refusal === null) return { ok: true, bookedFrom };
  return { ok: false, data: await loadFees(deps, operator, { bookedFrom, refusal }) };
}

/** Carries out what the pressed button says. Throws RequestError: not-found, invalid for an unknown button. */
export async function answerFee(deps: AnswerFeeDeps, sent: SentFee): Promise<FeeAnswer> {
  const { operator, bookedFrom, fields } = sent;
  const revision = Number(fields.get("revision"));
  switch (fields.get("action")) {
    case "add-row":
      return await save(deps, sent, (matrix) => withSentRow(matrix, fields));
    case "remove-row":
      return await save(deps, sent, (matrix) => {
        return { ok: true, matrix: withoutRow(matrix, fields.get("row")) };
      });
    case "save-times":
      return await save(deps, sent, (matrix) => withSentTimes(matrix, fields));
    case "discard":
      return await done(
        deps,
        sent,
        "discarded",
        await discardFeeDraft(deps, { bookedFrom, revision }),
      );
    case "withdraw": {
      assertMay(operator, "publish-tariffs");
      const by = operator.personId;
      return await done(
        deps,
        sent,
        "withdrawn",
        await withdrawFeeEdition(deps, { bookedFrom, by }),
      );
    }
    default:
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
  }
}

/** Carries out a second person's approval. Throws RequestError: not-found. */
export async function answerFeeReview(deps: AnswerFeeDeps, sent: SentFee): Promise<FeeAnswer> {
  const { operator, bookedFrom, fields } = sent;
  const seen = { bookedFrom, by: operator.personId, revision: Number(fields.get("revision")) };
  return await done(deps, sent, "approved", await approveFeeDraft(deps, seen));
}

/** Longest date that is looked at, in characters. */
const MAX_DATE = 20;

async function save(
  deps: AnswerFeeDeps,
  sent: SentFee,
  edit: (matrix: FeeData["matrix"]) => ReadMatrix,
): Promise<FeeAnswer> {
  const { operator, bookedFrom, fields } = sent;
  const draft = await deps.feeEditions.draftOf(bookedFrom);
  if (draft === null) throw new RequestError("not-found", {});
  const revision = Number(fields.get("revision"));
  if (draft.revision !== revision) return await again(deps, sent, { refusal: "changed" }, 409);
  const read = edit(draft.matrix);
  if (!read.ok) return await again(deps, sent, { problem: read.problem }, 422);
  const by = operator.personId;
  const refusal = await saveFeeDraft(deps, { bookedFrom, by, revision }, read.matrix);
  return await done(deps, sent, "saved", refusal);
}

async function done(
  deps: AnswerFeeDeps,
  sent: SentFee,
  word: "saved" | "approved" | "withdrawn" | "discarded",
  refusal: FeeRefusal | null,
): Promise<FeeAnswer> {
  if (refusal === null) return { ok: true, done: word };
  return await again(deps, sent, { refusal }, 409);
}

async function again(
  deps: AnswerFeeDeps,
  { operator, bookedFrom, fields }: SentFee,
  shown: Partial<Pick<FeeData, "problem" | "refusal">>,
  status: 409 | 422,
): Promise<FeeAnswer> {
  const data = await loadFee(deps, operator, bookedFrom, { ...shown, values: fields });
  if (data === null) throw new RequestError("not-found", {});
  return { ok: false, data, status };
}
