// A draft of a tariff is begun: with the contents of a tariff there is, or empty when there is none.
import { draftHandOf } from "./operator-actor.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { beginDraft, type DraftDeps } from "../pricing/edit-tariff-draft.ts";
import type { Tariff } from "../pricing/tariff.ts";
import { type DraftedTariff, MAX_DRAFT_NAME } from "../pricing/tariff-draft.ts";
import { line } from "../setup/cells.ts";
import { rowProblem } from "../setup/table-rules.ts";
import { NO_TARIFF } from "./tariff-form.ts";
import { loadTariffs, type TariffsData, type TariffsPageDeps } from "./tariffs-page.ts";

/** Begun, or the page again. */
export type NewDraftAnswer = { ok: true; id: string } | { ok: false; data: TariffsData };

/** Begins a draft of the name and the tariff that were sent. */
export async function answerNewDraft(
  deps: TariffsPageDeps & DraftDeps,
  { operator, fields }: { operator: OperatorSession; fields: ReadonlyMap<string, string> },
): Promise<NewDraftAnswer> {
  const text = fields.get("name") ?? "";
  const basedOn = fields.get("basedOn") ?? "";
  const read = line(MAX_DRAFT_NAME)(text);
  if (!read.ok || read.value === "") {
    const code = read.ok ? "missing" : read.code;
    const expected = read.ok ? "" : read.expected ?? "";
    const problems = [rowProblem({ file: "", line: 1 }, "name", code, text, expected)];
    const data = await loadTariffs(deps, operator, { name: text, basedOn, problems });
    return { ok: false, data };
  }
  const tariffs = await deps.tariffs.list();
  const tariff = contentOf(
    tariffs.find(({ version }) => version === basedOn) ?? null,
    nextDate(localDate(deps.clock.now()), 1),
  );
  const by = draftHandOf(operator);
  const { id } = await beginDraft(deps, { name: read.value, tariff, by });
  return { ok: true, id };
}

/** What a draft has to begin with; its first day is `validFrom`, an end that would be before is left open. */
function contentOf(base: Tariff | null, validFrom: string): DraftedTariff {
  if (base === null) return { ...NO_TARIFF, validFrom };
  const { version: _, ...content } = base;
  const isOver = content.validUntil !== null && content.validUntil < validFrom;
  return { ...content, validFrom, validUntil: isOver ? null : content.validUntil };
}
