// Any sale for documents: rides with every line there is, fees within and outside VAT, and what is given back of them.
import { type DocumentParts } from "../../../lib/bookkeeping/documents/document-rules.ts";
import type { Buyer, Seller } from "../../../lib/bookkeeping/documents/document.ts";
import { type Sale, SALE_METHODS, saleId, type SaleLine } from "../../../lib/bookkeeping/sale.ts";
import { driverId, holderId, vehicleId } from "../../../lib/fleet/vehicle.ts";
import { includedVatOre } from "../../../lib/kernel/money.ts";
import { fc } from "../../support/property.ts";

export const SELLER: Seller = {
  name: "Taxi Älv AB",
  address: { street: "Stampgatan 20", postcode: "411 01", city: "Göteborg" },
  organisationNumber: "559990-0015",
  vatNumber: "SE559990001501",
  permitNumber: "TT-1042",
};

export const BUYER: Buyer = {
  name: "Göteborgs Stad",
  organisationNumber: "212000-1355",
  street: "Gustaf Adolfs torg 4",
  postcode: "404 82",
  city: "Göteborg",
  reference: "Kostnadsställe 4711",
  peppolId: "0007:2120001355",
};

/** A line that contains its VAT. */
export function aLine(changes: Partial<SaleLine> = {}): SaleLine {
  const line = {
    code: "distance",
    label: { sv: "", en: "" },
    amountOre: 49_500,
    ...changes,
  } as const;
  const { vatRatePercent = 6 } = changes;
  return { vatRatePercent, vatOre: includedVatOre(line.amountOre, vatRatePercent), ...line };
}

/** A ride paid in the car, of these lines. */
export function aSale(changes: Partial<Sale> = {}): Sale {
  const { lines = [aLine()] } = changes;
  return {
    entityId: holderId("H01"),
    date: "2026-11-27",
    id: saleId("01KAMZ8N00AVANT1SA1E000001"),
    bookingId: "01KAMZ8N00AVANT1B00K1NG001",
    kind: "ride",
    at: "2026-11-27T13:20:00Z",
    lines,
    totalOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0),
    vatOre: lines.reduce((sum, { vatOre }) => sum + vatOre, 0),
    method: "car",
    vehicleId: vehicleId("V07"),
    driverId: driverId("D07"),
    distanceMeters: 24_310,
    durationSeconds: 1_740,
    credits: null,
    document: { series: "F", number: 17 },
    ...changes,
  };
}

/** What stands beside it. */
export function parts(changes: Partial<DocumentParts> = {}): DocumentParts {
  const ride = {
    ...{ distanceMeters: 24_310, durationSeconds: 1_740 },
    ...{ registration: "ABC 123", driverCode: "100207" },
  };
  return {
    seller: SELLER,
    buyer: null,
    ride,
    reference: "K4Q7RM",
    credits: null,
    terms: null,
    ...changes,
  };
}

const rounding = fc.integer({ min: -99, max: 99 })
  .map((amountOre) => aLine({ code: "rounding", amountOre }));

const anyLine = fc.record({
  code: fc.constantFrom("base", "distance", "time", "surcharge", "child-seat", "tip"),
  label: fc.constantFrom(
    { sv: "", en: "" },
    { sv: "Landvetter–centrum", en: "Landvetter–centre" },
    { sv: "Łódź → Žižkov", en: "Łódź → Žižkov" },
  ),
  amountOre: fc.integer({ min: 1, max: 900_000 }),
  vatRatePercent: fc.constantFrom(0, 6, 25),
}).map(aLine);

/** Any sale, one in three of them a credit. */
export const anySale = fc.record({
  lines: fc.tuple(fc.array(anyLine, { minLength: 1, maxLength: 40 }), rounding).map((all) =>
    all.flat()
  ),
  kind: fc.constantFrom("ride", "cancellation-fee", "no-show-fee"),
  method: fc.constantFrom(...SALE_METHODS),
  isCredit: fc.constantFrom(true, false, false),
  number: fc.integer({ min: 1, max: 999_999 }),
}).map(({ lines, isCredit, number, ...rest }): Sale => {
  if (!isCredit) return aSale({ ...rest, lines, document: { series: "F", number } });
  const back = lines.map((line) => ({ ...line, amountOre: -line.amountOre, vatOre: -line.vatOre }));
  const credits = saleId("01KAMZ8N00AVANT1SA1E000000");
  return aSale({ ...rest, lines: back, credits, document: { series: "K", number } });
});
