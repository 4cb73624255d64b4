// Use case: what a sheet says is done, at the version and the price that were shown, or the sheet says why not.
import type { Actor, BookingId } from "../../booking/booking.ts";
import type { OperatorAct } from "../../booking/operator-act.ts";
import { changeTrip, type ChangeTripDeps } from "../../dispatch/change-trip.ts";
import { copyTrip } from "../../dispatch/copy-trip.ts";
import { reviveTrip } from "../../dispatch/revive-trip.ts";
import { DomainError } from "../../errors/domain-error.ts";
import { ERROR_CATEGORY } from "../../errors/error-category.ts";
import type { Locale } from "../../kernel/locale.ts";
import { lookAtSheet, type SentSheet, type SheetDeps } from "./look-at-sheet.ts";
import { canSend, type SheetData, type SheetProblem } from "./sheet.ts";
import type { SheetKind } from "./sheet-kind.ts";
import type { SheetWish } from "./sheet-wish.ts";

/** What sending needs. */
export type SendSheetDeps = SheetDeps & ChangeTripDeps;

/** What an operator sends. */
export interface SendSheetInput {
  bookingId: BookingId;
  kind: SheetKind;
  sent: SentSheet;
  locale: Locale;
  actor: Actor;
}

/** The act, or the sheet with what is in its way. */
export type SheetAnswer = { ok: true; act: OperatorAct } | { ok: false; data: SheetData };

/** Does it. Throws DomainError: booking-not-found, booking-state, busy. */
export async function sendSheet(deps: SendSheetDeps, input: SendSheetInput): Promise<SheetAnswer> {
  const { bookingId, kind, sent, locale } = input;
  const look = () => lookAtSheet(deps, { bookingId, kind, sent, locale, isFinal: true });
  const { data, wish } = await look();
  const problem = problemOf(data, sent);
  if (problem !== null || wish === null || sent.seen === null) {
    return { ok: false, data: { ...data, problem } };
  }
  try {
    return { ok: true, act: await perform(deps, input, wish, sent.seen) };
  } catch (error) {
    if (!(error instanceof DomainError) || !isAnswerable(error)) throw error;
    // Between the look and the commit somebody else was first: the sheet as it is now says with what.
    const again = (await look()).data;
    return { ok: false, data: { ...again, problem: problemOf(again, sent) ?? "refused" } };
  }
}

/** What is in the way of doing just what was shown; a field that needs another look says so itself. */
function problemOf(data: SheetData, { expectedVersion, seen }: SentSheet): SheetProblem | null {
  if (data.booking.version !== expectedVersion) return "changed";
  if (!canSend(data)) return "refused";
  if (seen === null) return "unseen";
  const now = data.outcome?.price?.seen;
  const isSame = now?.totalOre === seen.totalOre && now.formerOre === seen.formerOre;
  return isSame ? null : "price";
}

function isAnswerable({ code }: DomainError): boolean {
  const category = ERROR_CATEGORY[code];
  return category === "conflict" || category === "validation";
}

async function perform(
  deps: SendSheetDeps,
  { bookingId, sent, actor }: SendSheetInput,
  wish: SheetWish,
  seen: NonNullable<SentSheet["seen"]>,
): Promise<OperatorAct> {
  const { expectedVersion } = sent;
  // The version keeps a second press from being a second act.
  const common = { bookingId, expectedVersion, actor, idempotencyKey: null };
  const expectedTotalOre = seen.totalOre;
  switch (wish.kind) {
    case "change":
      return await changeTrip(deps, { ...common, ...wish, expectedTotalOre });
    case "copy":
      return await copyTrip(deps, {
        ...{ ...common, wish: wish.wish },
        expectedTotalOre: { former: seen.formerOre, copy: seen.totalOre },
      });
    case "revive":
      return await reviveTrip(deps, { ...common, ...wish, expectedTotalOre });
  }
}
