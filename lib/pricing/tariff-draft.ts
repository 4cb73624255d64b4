// A tariff in the making: kept and edited by several people, published on a day, or given up.
import type { Tariff } from "./tariff.ts";

/** Id of a draft. */
export type DraftId = string & { readonly __brand: "DraftId" };

/** A tariff that has no version yet: it gets one when it is published. */
export type DraftedTariff = Omit<Tariff, "version">;

/** Where a draft stands. */
export type DraftState =
  | { kind: "open" }
  /** Published when that local date begins, unless it is withdrawn before. */
  | { kind: "planned"; publishOn: string }
  | { kind: "published"; version: string }
  | { kind: "discarded" };

/** Who puts a hand to a draft. */
export interface DraftHand {
  /** Id of the person; "" where an earlier release wrote down the name alone. */
  id: string;
  name: string;
}

/** What was done to a draft. */
export interface DraftEvent {
  /** ISO instant. */
  at: string;
  /** Who; "" for the product itself. */
  by: string;
  type:
    | ("created" | "edited" | "approved" | "planned" | "withdrawn" | "published" | "refused")
    | "discarded";
  /** The day of a plan, the version of a publication, the reason of a refusal; else "". */
  detail: string;
}

/** A draft. */
export interface TariffDraft {
  id: DraftId;
  /** One higher with every change. */
  revision: number;
  name: string;
  tariff: DraftedTariff;
  state: DraftState;
  /** Everyone who began or edited it: nobody approves what they wrote themselves. As many as have worked here. */
  authors: readonly DraftHand[];
  /** Who approved it as it stands, or null; an edit takes it back. */
  approvedBy: DraftHand | null;
  /** The latest last. */
  story: readonly DraftEvent[];
}

/** Longest name. */
export const MAX_DRAFT_NAME = 80;

/** Most drafts that are read, the latest: years of them. */
export const MAX_DRAFTS = 200;

/** Most events a draft keeps: the first, and the latest ones. */
export const MAX_DRAFT_EVENTS = 50;

/** Brands a string as DraftId. */
export function draftId(id: string): DraftId {
  return id as DraftId;
}
