// What a sent form of a draft comes to: it is done, or the page comes back with why and with what was typed.
import { draftHandOf } from "./operator-actor.ts";
import { assertMay } from "../accounts/assert-may.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { invalidFields, RequestError } from "../errors/request-error.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { discardDraft, type DraftDeps, editDraft } from "../pricing/edit-tariff-draft.ts";
import { approveDraft } from "../pricing/approve-tariff-draft.ts";
import { planDraft, type PublishDeps, withdrawDraft } from "../pricing/publish-tariff-draft.ts";
import { draftId, type TariffDraft } from "../pricing/tariff-draft.ts";
import { tariffOf } from "../pricing/tariff-draft-rules.ts";
import type { FieldChange, SetupProblem } from "../setup/setup-plan.ts";
import { rowProblem } from "../setup/table-rules.ts";
import { type DraftData, type DraftShown, loadDraft, publishedSince } from "./draft-page.ts";
import { mergedCells, seenCells } from "./fleet-form.ts";
import { formChanges, readTariffForm, sentTariff, tariffValues } from "./tariff-form.ts";
import { simulateLastMonth, type TariffsPageDeps } from "./tariffs-page.ts";

/** What answering needs. */
export type AnswerDraftDeps = TariffsPageDeps & DraftDeps & PublishDeps;

/** A form of a draft, by who sent it. */
export interface SentDraft {
  operator: OperatorSession;
  id: string;
  fields: ReadonlyMap<string, string>;
}

/** Done, by the word the page says it in; or the page again. */
export type DraftAnswer =
  | { ok: true; done: "saved" | "approved" | "planned" | "published" | "withdrawn" | "discarded" }
  | { ok: false; data: DraftData; status: 200 | 409 | 422 };

/** Carries out what the pressed button says. Throws RequestError: not-found, invalid for an unknown button. */
export async function answerDraft(deps: AnswerDraftDeps, sent: SentDraft): Promise<DraftAnswer> {
  switch (sent.fields.get("action")) {
    case "save":
      return await save(deps, sent);
    case "simulate":
      return await simulateForm(deps, sent);
    case "plan":
      assertMay(sent.operator, "publish-tariffs");
      return await plan(deps, sent);
    case "withdraw":
      assertMay(sent.operator, "publish-tariffs");
      return await step(deps, sent, withdrawDraft, "withdrawn");
    case "discard":
      return await step(deps, sent, discardDraft, "discarded");
    default:
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
  }
}

/** Why an edit is refused: what cannot be read, or what somebody else changed. */
export interface EditRefusal {
  reason: "problems" | "meanwhile";
  problems: SetupProblem[];
  meanwhile: FieldChange[];
}

/** Carries out a second person's approval. Throws RequestError: not-found. */
export async function answerReview(deps: AnswerDraftDeps, sent: SentDraft): Promise<DraftAnswer> {
  const { operator, id, fields } = sent;
  const by = draftHandOf(operator);
  const approved = await approveDraft(deps, { id, by, revision: Number(fields.get("revision")) });
  if (approved === null) throw new RequestError("not-found", {});
  if (approved.ok) return { ok: true, done: "approved" };
  return await again(deps, sent, { refusal: approved.refused }, 409);
}

async function save(deps: AnswerDraftDeps, sent: SentDraft): Promise<DraftAnswer> {
  const { operator, id, fields } = sent;
  const seen = seenCells(fields.get("seen"));
  if (seen === null) throw invalidFields([{ field: "seen", code: "not-an-option" }]);
  const typed = sentTariff(fields);
  const edited = await editDraft<EditRefusal>(
    deps,
    { id, by: draftHandOf(operator) },
    ({ name, tariff }) => {
      const meanwhile = formChanges(seen, tariffValues(name, tariff));
      if (meanwhile.length > 0) {
        return { ok: false, refused: { reason: "meanwhile", meanwhile, problems: [] } };
      }
      const read = readTariffForm(typed, tariff);
      if (read.ok) return read;
      const { problems } = read;
      return { ok: false, refused: { reason: "problems", problems, meanwhile: [] } };
    },
  );
  if (edited === null) throw new RequestError("not-found", {});
  if (edited.ok) return { ok: true, done: "saved" };
  const { refused } = edited;
  if (refused.reason === "state") return await again(deps, sent, { refusal: refused }, 409);
  const { problems, meanwhile } = refused;
  const values = mergedCells(typed, seen, meanwhile);
  const status = problems.length > 0 ? 422 : 409;
  return await again(deps, sent, { values, problems, meanwhile }, status);
}

/** Prices last month by what stands in the form; nothing is saved. */
async function simulateForm(deps: AnswerDraftDeps, sent: SentDraft): Promise<DraftAnswer> {
  const draft = await storedDraft(deps, sent);
  const values = sentTariff(sent.fields);
  const read = readTariffForm(values, draft.tariff);
  if (!read.ok) return await again(deps, sent, { values, problems: read.problems }, 422);
  const tariff = tariffOf(read, await deps.tariffs.book());
  const simulation = await simulateLastMonth(deps, tariff);
  return await again(deps, sent, { values, simulation }, 200);
}

async function plan(deps: AnswerDraftDeps, sent: SentDraft): Promise<DraftAnswer> {
  const { operator, id, fields } = sent;
  const publishOn = (fields.get("publishOn") ?? "").slice(0, MAX_DATE);
  if (!isLocalDate(publishOn)) {
    const code = publishOn === "" ? "missing" : "notADate";
    const problems = [rowProblem({ file: "", line: 1 }, "publishOn", code, publishOn)];
    return await again(deps, sent, { problems, publishOn }, 422);
  }
  const versions = (fields.get("versions") ?? "").split(",");
  const seen = { revision: Number(fields.get("revision")), versions };
  const planned = await planDraft(deps, { id, by: draftHandOf(operator), publishOn, seen });
  if (planned === null) throw new RequestError("not-found", {});
  if (planned.ok) {
    const isDone = planned.draft.state.kind === "published";
    return { ok: true, done: isDone ? "published" : "planned" };
  }
  const { refused } = planned;
  const published = refused.reason === "changed"
    ? publishedSince(await deps.tariffs.list(), versions)
    : [];
  const status = refused.reason === "changed" || refused.reason === "state" ? 409 : 422;
  return await again(deps, sent, { refusal: refused, published, publishOn }, status);
}

async function step(
  deps: AnswerDraftDeps,
  sent: SentDraft,
  act: typeof withdrawDraft,
  done: "withdrawn" | "discarded",
): Promise<DraftAnswer> {
  const decided = await act(deps, { id: sent.id, by: draftHandOf(sent.operator) });
  if (decided === null) throw new RequestError("not-found", {});
  if (decided.ok) return { ok: true, done };
  return await again(deps, sent, { refusal: decided.refused }, 409);
}

async function storedDraft(deps: AnswerDraftDeps, { id }: SentDraft): Promise<TariffDraft> {
  const draft = await deps.tariffDrafts.get(draftId(id));
  if (draft === null) throw new RequestError("not-found", {});
  return draft;
}

async function again(
  deps: AnswerDraftDeps,
  { operator, id }: SentDraft,
  shown: DraftShown,
  status: 200 | 409 | 422,
): Promise<DraftAnswer> {
  const data = await loadDraft(deps, operator, id, shown);
  if (data === null) throw new RequestError("not-found", {});
  return { ok: false, data, status };
}

/** Longest date that is looked at. */
const MAX_DATE = 20;
