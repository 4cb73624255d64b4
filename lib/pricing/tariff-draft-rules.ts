// What may happen to a draft of a tariff, and what stands in the way of publishing it. Pure.
import {
  type DraftEvent,
  type DraftState,
  MAX_DRAFT_EVENTS,
  type TariffDraft,
} from "./tariff-draft.ts";
import { type Tariff, tariffRevision, tariffSchema } from "./tariff.ts";
import {
  type TariffBook,
  type TariffRefusal,
  tariffRefusal,
  type UnreadableTariff,
} from "./tariff-rules.ts";

/** What a person can do with a draft. */
export type DraftAct = "edit" | "plan" | "withdraw" | "discard";

const CAN: Readonly<Record<DraftAct, DraftState["kind"]>> = {
  edit: "open",
  plan: "open",
  // What was published stays: people have bought by it.
  withdraw: "planned",
  discard: "open",
};

/** Whether a draft in that state lets itself be edited, planned, withdrawn or discarded. */
export function draftCan(act: DraftAct, { kind }: DraftState): boolean {
  return CAN[act] === kind;
}

/** Why a draft cannot be published on a day. */
export type PublishRefusal =
  | TariffRefusal
  /** It breaks a rule of every tariff: one begun with nothing has no amounts yet. */
  | { reason: "unfinished" }
  /** The day is before today. */
  | { reason: "day-gone" }
  /** The day is after the first one the tariff prices. */
  | { reason: "day-late" };

/** The tariff a draft becomes: the next revision of its first day, those counted that nobody can read. */
export function tariffOf(
  { tariff }: Pick<TariffDraft, "tariff">,
  { tariffs, unreadable }: TariffBook,
): Tariff {
  return { version: nextVersion([...tariffs, ...unreadable], tariff.validFrom), ...tariff };
}

/** The version of the next revision of a day. */
export function nextVersion(tariffs: readonly UnreadableTariff[], validFrom: string): string {
  const revisions = tariffs.filter((tariff) => tariff.validFrom === validFrom)
    .map(({ version }) => tariffRevision(version));
  return `${validFrom}.${Math.max(0, ...revisions) + 1}`;
}

/** What stands in the way of publishing it on a local date, as far as is known today; null for nothing. */
export function publishRefusal(
  draft: Pick<TariffDraft, "tariff">,
  book: TariffBook,
  { publishOn, today }: { publishOn: string; today: string },
): PublishRefusal | null {
  if (publishOn < today) return { reason: "day-gone" };
  const tariff = tariffOf(draft, book);
  if (!tariffSchema.safeParse(tariff).success) return { reason: "unfinished" };
  const refusal = tariffRefusal(book.tariffs, tariff, today);
  if (refusal !== null) return refusal;
  return publishOn > draft.tariff.validFrom ? { reason: "day-late" } : null;
}

/** The draft after something was done to it. */
export function changedDraft(
  draft: TariffDraft,
  change: Partial<Pick<TariffDraft, "name" | "tariff" | "state">>,
  event: DraftEvent,
): TariffDraft {
  const [first, ...rest] = draft.story;
  const story = [...(first === undefined ? [] : [first]), ...rest.slice(2 - MAX_DRAFT_EVENTS)];
  return { ...draft, ...change, revision: draft.revision + 1, story: [...story, event] };
}
