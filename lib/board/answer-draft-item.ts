// What a sent form of a zone or a fixed price of a draft comes to: it is done, or it comes back with why.
import { draftHandOf } from "./operator-actor.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { invalidFields, RequestError } from "../errors/request-error.ts";
import { editDraft } from "../pricing/edit-tariff-draft.ts";
import { differences } from "../setup/table-rules.ts";
import type { AnswerDraftDeps, EditRefusal } from "./answer-draft-form.ts";
import { type DraftItemData, loadDraftItem } from "./draft-page.ts";
import { mergedCells, seenCells } from "./fleet-form.ts";
import {
  ITEM_COLUMNS,
  type ItemKind,
  itemOf,
  sentItem,
  withItem,
  withoutItem,
} from "./tariff-items.ts";

/** A form of an item, by who sent it; `id` is "" for a new one. */
export interface SentItem {
  operator: OperatorSession;
  draft: string;
  kind: ItemKind;
  id: string;
  fields: ReadonlyMap<string, string>;
}

/** Done; or the form again. */
export type ItemAnswer =
  | { ok: true }
  | { ok: false; data: DraftItemData; status: 409 | 422 };

/** Adds, changes or removes an item. Throws RequestError: not-found, invalid without what the form showed. */
export async function answerDraftItem(
  deps: AnswerDraftDeps,
  { operator, draft, kind, id, fields }: SentItem,
): Promise<ItemAnswer> {
  const isNew = id === "";
  const seen = isNew ? {} : seenCells(fields.get("seen"));
  if (seen === null) throw invalidFields([{ field: "seen", code: "not-an-option" }]);
  const sent = sentItem(kind, fields);
  const typed = isNew ? sent : { ...sent, id };
  const by = draftHandOf(operator);
  const edited = await editDraft<EditRefusal>(deps, { id: draft, by }, ({ name, tariff }) => {
    const current = isNew ? {} : itemOf(tariff, kind, id);
    // What is gone was removed by somebody else: every field of it is nothing now.
    const meanwhile = differences(ITEM_COLUMNS[kind], seen, current ?? {});
    if (meanwhile.length > 0) {
      return { ok: false, refused: { reason: "meanwhile", meanwhile, problems: [] } };
    }
    const read = fields.get("action") === "remove"
      ? withoutItem(tariff, kind, id)
      : withItem(tariff, kind, typed, isNew);
    if (read.ok) return { ok: true, name, tariff: read.tariff };
    const { problems } = read;
    return { ok: false, refused: { reason: "problems", problems, meanwhile: [] } };
  });
  if (edited === null) throw new RequestError("not-found", {});
  if (edited.ok) return { ok: true };
  const { refused } = edited;
  const { problems, meanwhile } = refused.reason === "state"
    ? { problems: [], meanwhile: [] }
    : refused;
  const isRemoval = fields.get("action") === "remove";
  const values = isRemoval ? {} : { values: mergedCells(typed, seen, meanwhile) };
  const data = await loadDraftItem(deps, operator, { draft, kind, id }, {
    ...{ problems, meanwhile },
    ...values,
  });
  if (data === null) throw new RequestError("not-found", {});
  return { ok: false, data, status: problems.length > 0 ? 422 : 409 };
}
