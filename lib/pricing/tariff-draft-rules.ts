// What may happen to a draft of a tariff, and what stands in the way of publishing it. Pure.
import {
  type DraftEvent,
  type DraftHand,
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
export type DraftAct = "edit" | "approve" | "plan" | "withdraw" | "discard";

const CAN: Readonly<Record<DraftAct, DraftState["kind"]>> = {
  edit: "open",
  approve: "open",
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
  /** Nobody but who wrote it has looked at it. */
  | { reason: "unreviewed" }
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
  draft: Pick<TariffDraft, "tariff" | "approvedBy">,
  book: TariffBook,
  { publishOn, today }: { publishOn: string; today: string },
): PublishRefusal | null {
  if (publishOn < today) return { reason: "day-gone" };
  const tariff = tariffOf(draft, book);
  if (!tariffSchema.safeParse(tariff).success) return { reason: "unfinished" };
  const refusal = tariffRefusal(book.tariffs, tariff, today);
  if (refusal !== null) return refusal;
  if (publishOn > draft.tariff.validFrom) return { reason: "day-late" };
  // Last: whoever is asked for a review shall be shown what could be published.
  return draft.approvedBy === null ? { reason: "unreviewed" } : null;
}

/** True for somebody who wrote part of it. An author of whom the name alone is known is whoever has that name. */
export function isAuthor({ authors }: Pick<TariffDraft, "authors">, hand: DraftHand): boolean {
  return authors.some(({ id, name }) => id === "" ? name === hand.name : id === hand.id);
}

/** The authors once `hand` has edited it. */
export function authorsWith(
  draft: Pick<TariffDraft, "authors">,
  hand: DraftHand,
): readonly DraftHand[] {
  return isAuthor(draft, hand) ? draft.authors : [...draft.authors, hand];
}

/** The draft after something was done to it. */
export function changedDraft(
  draft: TariffDraft,
  change: Partial<Omit<TariffDraft, "id" | "revision" | "story">>,
  event: DraftEvent,
): TariffDraft {
  const [first, ...rest] = draft.story;
  const story = [...(first === undefined ? [] : [first]), ...rest.slice(2 - MAX_DRAFT_EVENTS)];
  return { ...draft, ...change, revision: draft.revision + 1, story: [...story, event] };
}
