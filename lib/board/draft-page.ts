// What operators see of one draft of a tariff: its form, what it changes, what stands in the way, and its story.
import type { OperatorSession } from "../accounts/session.ts";
import { nextDate } from "../kernel/local-date.ts";
import type { ApprovalRefusal } from "../pricing/approve-tariff-draft.ts";
import type { PlanRefusal } from "../pricing/publish-tariff-draft.ts";
import type { Simulation } from "../pricing/price-simulation.ts";
import type { Tariff } from "../pricing/tariff.ts";
import { draftId, type TariffDraft } from "../pricing/tariff-draft.ts";
import { isAuthor, publishRefusal } from "../pricing/tariff-draft-rules.ts";
import type { PublishRefusal } from "../pricing/tariff-draft-rules.ts";
import { tariffOn } from "../pricing/tariff-rules.ts";
import type { FieldChange, SetupProblem } from "../setup/setup-plan.ts";
import { tariffChanges } from "../setup/tariff-changes.ts";
import type { Cells } from "../setup/table.ts";
import {
  type ComparisonLine,
  comparisonLines,
  type DraftDifference,
  draftDifference,
} from "./draft-difference.ts";
import { tariffValues } from "./tariff-form.ts";
import { draftHandOf } from "./operator-actor.ts";
import { type ItemKind, itemOf, itemsOf } from "./tariff-items.ts";
import { type TariffsFramed, tariffsFramed, type TariffsPageDeps } from "./tariffs-page.ts";

/** A draft's page. */
export interface DraftData extends TariffsFramed {
  draft: TariffDraft;
  /** The tariff it takes over from on its first day; null when there is none. */
  former: Tariff | null;
  difference: DraftDifference;
  comparison: readonly ComparisonLine[];
  zones: readonly Cells[];
  fixedPrices: readonly Cells[];
  /** Versions of all tariffs, which a plan sends along. */
  versions: readonly string[];
  /** Why it could not be published today, whatever was asked for; null for nothing. */
  inTheWay: PublishRefusal | null;
  /** The form as it is stored, which it sends along. */
  current: Cells;
  values: Cells;
  /** The day in the form of its publication. */
  publishOn: string;
  problems: readonly SetupProblem[];
  /** What somebody else changed since the form was shown. */
  meanwhile: readonly FieldChange[];
  /** Tariffs that were published since, and what each changes. */
  published: readonly Published[];
  refusal: PlanRefusal | ApprovalRefusal | null;
  /** What the operator can do about its review. */
  review: ReviewTurn;
  simulation: Simulation | null;
  done: string;
}

/**
 * Whose turn it is: it is approved; the operator can approve it; they wrote part of it, so that another must; their
 * role does not review.
 */
export type ReviewTurn = "approved" | "mine" | "author" | "others";

/** A tariff that was published meanwhile, and what it changes. */
export interface Published {
  version: string;
  changes: readonly FieldChange[];
}

/** What is shown besides the draft as it is. */
export type DraftShown = Partial<
  Pick<
    DraftData,
    | "values"
    | "publishOn"
    | "problems"
    | "meanwhile"
    | "published"
    | "refusal"
    | "simulation"
    | "done"
  >
>;

/** Loads a draft; null when there is none of that id. */
export async function loadDraft(
  deps: TariffsPageDeps,
  operator: OperatorSession,
  id: string,
  shown: DraftShown = {},
): Promise<DraftData | null> {
  await deps.tariffs.refresh();
  const [draft, book] = await Promise.all([
    deps.tariffDrafts.get(draftId(id)),
    deps.tariffs.book(),
  ]);
  if (draft === null) return null;
  const { tariffs } = book;
  const framed = await tariffsFramed(deps, operator, tariffs);
  const { today } = framed;
  const { name, tariff } = draft;
  const former = tariffOn(tariffs.filter((one) => !isItself(draft, one)), tariff.validFrom);
  const current = tariffValues(name, tariff);
  return {
    ...{ ...framed, draft, former, current },
    difference: draftDifference(former, tariff),
    comparison: comparisonLines(former, tariff),
    zones: itemsOf(tariff, "zones"),
    fixedPrices: itemsOf(tariff, "fixed-prices"),
    versions: tariffs.map(({ version }) => version),
    review: reviewTurn(draft, operator),
    inTheWay: draft.state.kind === "open"
      ? publishRefusal(draft, book, { publishOn: today, today })
      : null,
    ...{ values: current, publishOn: nextDate(today, 1), problems: [], meanwhile: [] },
    ...{ published: [], refusal: null, simulation: null, done: "", ...shown },
  };
}

/** One zone or fixed price of a draft, with its form. */
export interface DraftItemData extends TariffsFramed {
  draft: TariffDraft;
  kind: ItemKind;
  /** "" for a new one. */
  id: string;
  current: Cells | null;
  values: Cells;
  /** What a fixed price can choose. */
  zones: readonly Cells[];
  problems: readonly SetupProblem[];
  meanwhile: readonly FieldChange[];
}

/** Loads the form of an item; "" is a new one; null when there is no such draft or item. */
export async function loadDraftItem(
  deps: TariffsPageDeps,
  operator: OperatorSession,
  { draft: wanted, kind, id }: { draft: string; kind: ItemKind; id: string },
  { values, problems = [], meanwhile = [] }: Partial<
    Pick<DraftItemData, "values" | "problems" | "meanwhile">
  > = {},
): Promise<DraftItemData | null> {
  const draft = await deps.tariffDrafts.get(draftId(wanted));
  if (draft === null) return null;
  const current = id === "" ? null : itemOf(draft.tariff, kind, id);
  if (id !== "" && current === null) return null;
  return {
    ...await tariffsFramed(deps, operator, await deps.tariffs.list()),
    ...{ draft, kind, id, current, problems, meanwhile },
    values: values ?? current ?? {},
    zones: itemsOf(draft.tariff, "zones"),
  };
}

/** What was published since a form showed the tariffs `seen`. */
export function publishedSince(tariffs: readonly Tariff[], seen: readonly string[]): Published[] {
  const known = new Set(seen);
  const before = tariffs.filter(({ version }) => known.has(version));
  return tariffs.filter(({ version }) => !known.has(version)).map((tariff) => ({
    version: tariff.version,
    changes: tariffChanges(tariffOn(before, tariff.validFrom), tariff)
      .filter(({ field }) => field !== "version"),
  }));
}

function reviewTurn(draft: TariffDraft, operator: OperatorSession): ReviewTurn {
  if (draft.approvedBy !== null) return "approved";
  if (!operator.rights.includes("review-tariffs")) return "others";
  return isAuthor(draft, draftHandOf(operator)) ? "author" : "mine";
}

/** True for the tariff the draft became. */
function isItself({ state }: TariffDraft, { version }: Tariff): boolean {
  return state.kind === "published" && state.version === version;
}
