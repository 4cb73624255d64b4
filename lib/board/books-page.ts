// The books for who keeps them: a month of one legal entity, and a day of it.
import type { OperatorSession } from "../accounts/session.ts";
import type { CloseFault } from "../bookkeeping/close-day.ts";
import type { LedgerStore } from "../bookkeeping/ledger-store.ts";
import { type Company, legalEntities, type LegalEntity } from "../bookkeeping/legal-entity.ts";
import { declared, vatOfLines, vatOfVouchers, type VatReturn } from "../bookkeeping/vat-report.ts";
import type { Voucher } from "../bookkeeping/voucher.ts";
import { figuresByDay, type SaleFigures, type ZReport, zReport } from "../bookkeeping/z-report.ts";
import { RequestError } from "../errors/request-error.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { localDate } from "../kernel/wall-time.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** Most vouchers the page of a day shows; the file has all. */
export const MAX_SHOWN_VOUCHERS = 200;

/** What the pages need. */
export interface BooksPageDeps extends FramedDeps {
  ledger: LedgerStore;
  company: Company;
  fleet: Pick<FleetStore, "all">;
}

/** Whose books of which days. */
export interface AskedBooks {
  entities: readonly LegalEntity[];
  entity: LegalEntity;
}

/** A month on the page. */
export interface BookMonth extends Framed, AskedBooks {
  month: string;
  vat: VatReturn;
  /** How far documents and vouchers are apart in their VAT, in öre; 0 unless something is wrong. */
  vatApartOre: number;
  days: readonly [date: string, figures: SaleFigures][];
  closedThrough: string;
}

/** A day on the page. */
export interface BookDay extends Framed, AskedBooks {
  date: string;
  report: ZReport;
  vouchers: readonly Voucher[];
  hasMore: boolean;
  isClosed: boolean;
  mayClose: boolean;
  fault: CloseFault | null;
}

/**
 * The entity and month of an address; what it does not say is the first that has sold anything, the company before others, and this month. Throws RequestError("not-found")
 * for books that nobody keeps, and for a month that is none: those of another are never shown instead.
 */
export async function askedMonth(
  deps: Pick<BooksPageDeps, "company" | "fleet" | "ledger" | "clock">,
  query: URLSearchParams,
): Promise<AskedBooks & { month: string }> {
  // A month that was emptied is none that was asked for.
  const month = query.get("month") || localDate(deps.clock.now()).slice(0, 7);
  if (!isLocalDate(`${month}-01`)) throw new RequestError("not-found", {});
  return { ...await askedEntity(deps, query.get("entity")), month };
}

/** The entity and day of an address; today unless it says another. Throws as askedMonth does. */
export async function askedDay(
  deps: Pick<BooksPageDeps, "company" | "fleet" | "ledger" | "clock">,
  query: URLSearchParams,
): Promise<AskedBooks & { date: string }> {
  const date = query.get("date") ?? localDate(deps.clock.now());
  if (!isLocalDate(date)) throw new RequestError("not-found", {});
  return { ...await askedEntity(deps, query.get("entity")), date };
}

/** The entity and day to close: both are said, nothing is closed because it was left out. Throws as askedMonth does. */
export async function dayToClose(
  deps: Pick<BooksPageDeps, "company" | "fleet" | "ledger" | "clock">,
  query: URLSearchParams,
): Promise<AskedBooks & { date: string }> {
  if (!query.has("entity") || !query.has("date")) throw new RequestError("not-found", {});
  return await askedDay(deps, query);
}

/** The first and the last day of a month. */
export function daysOf(month: string): { from: string; until: string } {
  const first = Temporal.PlainYearMonth.from(month);
  return { from: `${month}-01`, until: `${month}-${first.daysInMonth}` };
}

/** Reads a month. */
export async function loadBookMonth(
  deps: BooksPageDeps,
  operator: OperatorSession,
  asked: AskedBooks & { month: string },
): Promise<BookMonth> {
  const { ledger } = deps;
  const period = { entityId: asked.entity.id, ...daysOf(asked.month) };
  const [frame, ofVouchers, days, closedThrough] = await Promise.all([
    framed(deps, operator),
    vatOfVouchers(ledger.vouchersBetween(period)),
    figuresByDay(ledger.salesBetween(period)),
    ledger.closedThrough(period.entityId),
  ]);
  const ofSales = vatOfLines(days.flatMap(([, { byRate }]) => byRate));
  const vatApartOre = ofVouchers.sales["49"] - ofSales["49"];
  return { ...frame, ...asked, vat: declared(ofVouchers.all), vatApartOre, days, closedThrough };
}

/** Reads a day. */
export async function loadBookDay(
  deps: BooksPageDeps,
  operator: OperatorSession,
  { date, fault = null, ...asked }: AskedBooks & { date: string; fault?: CloseFault | null },
): Promise<BookDay> {
  const { ledger } = deps;
  const period = { entityId: asked.entity.id, from: date, until: date };
  const [frame, report, vouchers, closedThrough] = await Promise.all([
    framed(deps, operator),
    zReport(ledger.salesBetween(period)),
    firstOf(ledger.vouchersBetween(period), MAX_SHOWN_VOUCHERS + 1),
    ledger.closedThrough(period.entityId),
  ]);
  return {
    ...{ ...frame, ...asked, date, report, fault },
    vouchers: vouchers.slice(0, MAX_SHOWN_VOUCHERS),
    hasMore: vouchers.length > MAX_SHOWN_VOUCHERS,
    isClosed: date <= closedThrough,
    mayClose: operator.rights.includes("close-books"),
  };
}

/** The entity of an address; the company unless it says another. Throws as askedMonth does. */
export async function askedEntity(
  { company, fleet, ledger }: Pick<BooksPageDeps, "company" | "fleet" | "ledger">,
  wanted: string | null,
): Promise<AskedBooks> {
  const kept = await ledger.withBooks();
  const entities = legalEntities(company, await fleet.all(), kept);
  const entity = wanted === null
    ? await firstThatSold(ledger, entities)
    : entities.find(({ id }) => id === wanted);
  if (entity === undefined) throw new RequestError("not-found", {});
  return { entities, entity };
}

/** Where all cars are owner-drivers', the company itself sells nothing. */
async function firstThatSold(
  ledger: Pick<LedgerStore, "hasSold">,
  entities: AskedBooks["entities"],
): Promise<LegalEntity | undefined> {
  for (const entity of entities) if (await ledger.hasSold(entity.id)) return entity;
  return entities[0];
}

async function firstOf<Row>(rows: AsyncIterable<Row>, most: number): Promise<Row[]> {
  const first: Row[] = [];
  for await (const row of rows) if (first.push(row) >= most) break;
  return first;
}
