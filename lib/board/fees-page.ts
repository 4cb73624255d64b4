// What operators see of fees: the editions there are, drafts of the next, and what one would have made of last month.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { bookingsBetween } from "../booking/bookings-between.ts";
import type { Booking } from "../booking/booking.ts";
import type { FeeDraft, FeeRefusal } from "../fees/fee-draft.ts";
import type { FeeEditionStore } from "../fees/fee-edition-store.ts";
import type { FeeEdition, FeeMatrix } from "../fees/fee-matrix.ts";
import { editionOn, feeAt, termsFor } from "../fees/fee-rules.ts";
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import { nextDate } from "../kernel/local-date.ts";
import { localDate, timeOf } from "../kernel/wall-time.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import type { Database } from "../kv/open.ts";
import { tariffOn } from "../pricing/tariff-rules.ts";
import type { TariffStore } from "../pricing/tariff-store.ts";
import { zonesAt } from "../pricing/zone-rules.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import type { FeeProblem } from "./fee-form.ts";

/** Days of rides a preview looks back. */
export const FEE_PREVIEW_DAYS = 28;

/** Most rides it looks at, the latest: less than a second of work. */
const MAX_PREVIEWED = 5_000;

/** Most of them that are read in full: those that were cancelled or where nobody came. */
const MAX_COUNTED = 300;

/** What loading needs. */
export interface FeesPageDeps {
  db: Database;
  bookings: Pick<BookingStore, "get">;
  tariffs: Pick<TariffStore, "list">;
  feeEditions: FeeEditionStore;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What every page of fees has. */
interface FeesFramed {
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
  today: string;
}

/** The list. */
export interface FeesData extends FeesFramed {
  /** The newest first. */
  editions: readonly FeeEdition[];
  drafts: readonly FeeDraft[];
  /** The edition of what is booked now. */
  inForce: string;
  /** The day in the form of a new draft. */
  bookedFrom: string;
  refusal: FeeRefusal | null;
  done: string;
}

/** One edition, or one draft. */
export interface FeeData extends FeesFramed {
  bookedFrom: string;
  matrix: FeeMatrix;
  /** Null: it is an edition. */
  draft: FeeDraft | null;
  /** True for who wrote part of the draft: somebody else approves it. */
  isAuthor: boolean;
  /** Of a draft; null of an edition. */
  preview: FeePreview | null;
  /** Ids of the zones of today's tariff. */
  zoneIds: readonly string[];
  /** What was typed into the form of a row or of the times. */
  values: ReadonlyMap<string, string>;
  problem: FeeProblem | null;
  refusal: FeeRefusal | null;
  done: string;
}

/** What a matrix would have made of rides that did not take place. */
export interface FeePreview {
  /** Those that would have cost something else, the latest first. */
  rides: readonly PreviewedRide[];
  counted: number;
  beforeOre: number;
  afterOre: number;
}

/** One of them. */
export interface PreviewedRide {
  reference: string;
  date: string;
  kind: "cancel" | "no-show";
  beforeOre: number;
  afterOre: number;
}

/** Loads the list. */
export async function loadFees(
  deps: FeesPageDeps,
  operator: OperatorSession,
  shown: Partial<Pick<FeesData, "bookedFrom" | "refusal" | "done">> = {},
): Promise<FeesData> {
  const [framed, editions, drafts] = await Promise.all([
    feesFramed(deps, operator),
    deps.feeEditions.list(),
    deps.feeEditions.drafts(),
  ]);
  const { today } = framed;
  const inForce = editionOn(editions.toReversed(), today).bookedFrom;
  const untouched = { bookedFrom: nextDate(today, 1), refusal: null, done: "" };
  return { ...framed, editions, drafts, inForce, ...untouched, ...shown };
}

/** Loads the draft of a day, else its edition; null when there is neither. */
export async function loadFee(
  deps: FeesPageDeps,
  operator: OperatorSession,
  bookedFrom: string,
  shown: Partial<Pick<FeeData, "values" | "problem" | "refusal" | "done">> = {},
): Promise<FeeData | null> {
  const [framed, draft, edition] = await Promise.all([
    feesFramed(deps, operator),
    deps.feeEditions.draftOf(bookedFrom),
    deps.feeEditions.begunOn(bookedFrom),
  ]);
  if (draft === null && edition.bookedFrom !== bookedFrom) return null;
  const { matrix } = draft ?? edition;
  return {
    ...{ ...framed, bookedFrom, matrix, draft },
    isAuthor: draft?.authors.includes(operator.personId) ?? false,
    preview: draft === null ? null : await previewFees(deps, { bookedFrom, matrix }),
    zoneIds: (tariffOn(await deps.tariffs.list(), framed.today)?.zones ?? []).map(({ id }) => id),
    ...{ values: new Map(), problem: null, refusal: null, done: "", ...shown },
  };
}

async function feesFramed(
  deps: Pick<FeesPageDeps, "db" | "clock" | "randomBytes">,
  operator: OperatorSession,
): Promise<FeesFramed> {
  const [formToken, deadJobs] = await Promise.all([
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  const now = deps.clock.now();
  return { formToken, deadJobs, nowMs: now.epochMilliseconds, today: localDate(now) };
}

/** What customers were charged in the last weeks, and what an edition would have charged them; says no more of whom. */
async function previewFees(
  deps: Pick<FeesPageDeps, "db" | "bookings" | "tariffs" | "clock">,
  edition: FeeEdition,
): Promise<FeePreview> {
  const today = localDate(deps.clock.now());
  const days = { from: nextDate(today, -FEE_PREVIEW_DAYS), before: nextDate(today, 1) };
  const rows = await bookingsBetween(deps.db, days, MAX_PREVIEWED, true);
  const over = rows.filter(({ status }) => status === "cancelled" || status === "no-show");
  const [tariffs, ...stored] = await Promise.all([
    deps.tariffs.list(),
    ...over.slice(0, MAX_COUNTED).map(({ id }) => deps.bookings.get(id)),
  ]);
  const rides = stored.flatMap((row): PreviewedRide[] => {
    const ended = row === null ? null : endOf(row.booking);
    if (row === null || ended === null) return [];
    const { reference, trip } = row.booking;
    const tariff = tariffs.find(({ version }) => version === trip.tariffVersion);
    const terms = termsFor(edition, {
      ...trip,
      zoneIds: zonesAt(tariff?.zones ?? [], trip.from.point),
      clockTime: timeOf(trip.pickup.wallTime),
    });
    const { kind, leftMs, beforeOre } = ended;
    const afterOre = feeAt(terms, { fault: "customer", kind, leftMs }, trip.totalOre);
    return [{ reference, date: trip.pickup.wallTime.slice(0, 10), kind, beforeOre, afterOre }];
  });
  const sum = (field: "beforeOre" | "afterOre") =>
    rides.reduce((total, ride) => total + ride[field], 0);
  return {
    rides: rides.filter(({ beforeOre, afterOre }) => beforeOre !== afterOre),
    counted: rides.length,
    ...{ beforeOre: sum("beforeOre"), afterOre: sum("afterOre") },
  };
}

/** How a customer ended a ride, and what that cost; null where they did not. */
function endOf(
  booking: Booking,
): { kind: "cancel" | "no-show"; leftMs: number; beforeOre: number } | null {
  if (booking.status === "no-show") {
    return { kind: "no-show", leftMs: 0, beforeOre: booking.feeOre };
  }
  if (booking.status !== "cancelled" || booking.cancellation.by !== "customer") return null;
  const { at, feeOre } = booking.cancellation;
  const leftMs = Date.parse(booking.trip.pickup.instant) - Date.parse(at);
  return { kind: "cancel", leftMs, beforeOre: feeOre };
}
