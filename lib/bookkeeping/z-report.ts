// The Z-report: what the sales of some days come to, by day, vehicle, rate of VAT and way to pay, and which numbers their documents have. Pure.
import { localDate } from "../kernel/wall-time.ts";
import { type Sale, SALE_METHODS, type SaleMethod } from "./sale.ts";
import { byRate, type RatePart } from "./split-amount.ts";

/** The figures of some sales. */
export interface SaleFigures {
  /** Sales, and what was given back. */
  sold: number;
  givenBack: number;
  totalOre: number;
  vatOre: number;
  byMethod: Record<SaleMethod, number>;
  /** The lowest first; what has no VAT is at 0 %. */
  byRate: RatePart[];
}

/** The numbers of a series that were given. */
export interface NumberSpan {
  first: number;
  last: number;
}

/** The report of a day. */
export interface ZReport {
  all: SaleFigures;
  /** By vehicle, in their order. */
  vehicles: [vehicleId: string, figures: SaleFigures][];
  /** Numbers given, by series; a series without sales is not there. */
  documents: [series: string, span: NumberSpan][];
  /** Sales that happened on an earlier day, which was closed already. */
  late: number;
}

/** The report of some sales. */
export async function zReport(sales: AsyncIterable<Sale>): Promise<ZReport> {
  const all = noFigures();
  const vehicles = new Map<string, SaleFigures>();
  const documents = new Map<string, NumberSpan>();
  let late = 0;
  for await (const sale of sales) {
    count(all, sale);
    if (localDate(Temporal.Instant.from(sale.at)) < sale.date) late++;
    const own = vehicles.get(sale.vehicleId) ?? noFigures();
    vehicles.set(sale.vehicleId, own);
    count(own, sale);
    const { series, number } = sale.document;
    const span = documents.get(series);
    if (span === undefined) documents.set(series, { first: number, last: number });
    else {
      // Sales of one millisecond come in any order.
      span.first = Math.min(span.first, number);
      span.last = Math.max(span.last, number);
    }
  }
  const sorted = <Row>(rows: Map<string, Row>) => [...rows].sort(([a], [b]) => a < b ? -1 : 1);
  return { all, vehicles: sorted(vehicles), documents: sorted(documents), late };
}

/** The figures of each day that has any, in order. */
export async function figuresByDay(
  sales: AsyncIterable<Sale>,
): Promise<[date: string, figures: SaleFigures][]> {
  const days = new Map<string, SaleFigures>();
  for await (const sale of sales) {
    const day = days.get(sale.date) ?? noFigures();
    days.set(sale.date, day);
    count(day, sale);
  }
  return [...days];
}

function count(figures: SaleFigures, { credits, totalOre, vatOre, method, lines }: Sale): void {
  if (credits === null) figures.sold++;
  else figures.givenBack++;
  figures.totalOre += totalOre;
  figures.vatOre += vatOre;
  figures.byMethod[method] += totalOre;
  figures.byRate = byRate([...figures.byRate, ...lines]);
}

function noFigures(): SaleFigures {
  const byMethod = { card: 0, swish: 0, invoice: 0, car: 0 } satisfies Record<
    typeof SALE_METHODS[number],
    number
  >;
  return { sold: 0, givenBack: 0, totalOre: 0, vatOre: 0, byMethod, byRate: [] };
}
