// Fills the books of one company over a year by what books rides: each is a sale with its document and the voucher of its money.
import type { Services } from "../../lib/assembly/services.ts";
import { HOUSE } from "../../lib/bookkeeping/legal-entity.ts";
import { OpenBooks } from "../../lib/bookkeeping/open-books.ts";
import type { SaleDraft } from "../../lib/bookkeeping/sale.ts";
import { driverId, vehicleId } from "../../lib/fleet/vehicle.ts";
import { labelOf } from "../../lib/kernel/locale.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { Transaction } from "../../lib/kv/transaction.ts";

/** Postings of one ride: what is owed, sold and due as VAT, and where the money came from and went. */
export const POSTINGS_A_RIDE = 5;
/** Rides of one commit: KV takes a thousand writes. */
const RIDES_A_COMMIT = 40;
const FIRST_DAY = Temporal.PlainDate.from("2026-01-01");
const DAYS = 365;

/** Books so many rides, spread evenly over a year. */
export async function fillLedger(services: Services, rides: number): Promise<void> {
  const clock = manualClock("2026-01-01T08:00:00Z");
  // Their documents are none of this measure.
  const jobs = { add() {}, remove() {} };
  for (let ride = 0; ride < rides; ride += RIDES_A_COMMIT) {
    const tx = new Transaction(services.db);
    const books = new OpenBooks({ ...services, clock, jobs });
    for (let n = ride; n < Math.min(rides, ride + RIDES_A_COMMIT); n++) {
      const day = FIRST_DAY.add({ days: Math.floor(n * DAYS / rides) });
      const at = `${day}T${String(8 + n % 12).padStart(2, "0")}:${
        String(n % 60).padStart(2, "0")
      }:00Z`;
      clock.set(at);
      const sale = aSale(n, at);
      await books.sell(sale);
      await books.post({
        ...{ entityId: HOUSE, series: "B", text: "captured" },
        entries: [{ account: 1580, amountOre: sale.totalOre }, {
          account: 2420,
          amountOre: -sale.totalOre,
        }],
        source: { kind: "payment", id: `01K00000000000000000${String(n).padStart(6, "0")}` },
      }, at);
    }
    books.write(tx);
    if (await tx.commit() === null) throw new Error("Somebody else books");
  }
}

/** A ride of 200 to 1,200 kr. */
function aSale(n: number, at: string): SaleDraft {
  const amountOre = 20_000 + n * 7_919 % 100_000;
  const vatOre = Math.round(amountOre * 6 / 106);
  return {
    ...{ entityId: HOUSE, bookingId: `01K0000000000000000B${String(n).padStart(6, "0")}` },
    ...{ kind: "ride", at, totalOre: amountOre, vatOre, method: "card", credits: null },
    lines: [{
      code: "fixed-price",
      label: labelOf(() => ""),
      amountOre,
      vatRatePercent: 6,
      vatOre,
    }],
    vehicleId: vehicleId(`V${String(n % 30).padStart(2, "0")}`),
    driverId: driverId(`D${String(n % 30).padStart(2, "0")}`),
    ...{ distanceMeters: 12_000, durationSeconds: 1_200 },
  };
}
