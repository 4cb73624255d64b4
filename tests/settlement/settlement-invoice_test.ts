// The invoices of a settlement: who sells what to whom, with which number, and what a self-billed one must say.
import assert from "node:assert/strict";
import { holderId } from "../../lib/fleet/vehicle.ts";
import { drawSettlement } from "../../lib/settlement/draw-settlement.ts";
import type { Settlement, SettlementLine } from "../../lib/settlement/settlement.ts";
import { invoicesOf, partyOf } from "../../lib/settlement/settlement-invoice.ts";
import { aSettlement } from "../support/settlements.ts";

const HOUSE_PARTY = {
  name: "Avanti Växel AB",
  organisationNumber: "559990-0015",
  vatNumber: "SE559990001501",
};
const HOLDER_PARTY = {
  name: "Öst & Söner Åkeri AB",
  organisationNumber: "559990-0031",
  vatNumber: "SE559990003101",
};

Deno.test("the company invoices commission and services, and in the holder's name what it buys; what is paid back is on neither", () => {
  const [own, selfBilled] = invoicesOf(approved());
  assert.deepEqual(
    [own?.number, own?.seller, own?.buyer, own?.netOre, own?.vatOre, own?.isCredit],
    ["AV-H2-5", HOUSE_PARTY, HOLDER_PARTY, 22_500, 5_625, false],
  );
  assert.deepEqual(
    [selfBilled?.number, selfBilled?.seller, selfBilled?.netOre, selfBilled?.vatOre],
    ["SF-3", HOLDER_PARTY, 4_000, 1_000],
  );
  assert(own?.lines.every(({ code }) => code !== "compensation"));
});

Deno.test("commission that is given back is a credit note, and a proposal has no invoices", () => {
  const line = aLine({ code: "commission", netOre: -12_500, vatOre: -3_125 });
  const [credit] = invoicesOf({ ...approved(), lines: [line] });
  assert.equal(credit?.isCredit, true);
  assert.deepEqual(invoicesOf({ ...approved(), papers: null }), []);
  assert.deepEqual(invoicesOf({ ...approved(), approvedAt: null }), []);
});

Deno.test("who accounts for no VAT has no VAT number, and a sole trader's personal number stands once", () => {
  const company = { id: holderId("H2"), name: "Åkeri", organisationNumber: "559990-0031" };
  assert.equal(partyOf(company, false).vatNumber, "");
  assert.deepEqual(partyOf(company, true), {
    ...{ name: "Åkeri", organisationNumber: "559990-0031", vatNumber: "SE559990003101" },
  });
  const trader = partyOf({ ...company, organisationNumber: "811228-9874" }, true);
  assert.deepEqual([trader.organisationNumber, trader.vatNumber], ["", "SE811228987401"]);
});

Deno.test("a settlement is drawn to the same bytes each time, in both languages", async () => {
  for (const locale of ["sv", "en"] as const) {
    const [one, other] = [
      await drawSettlement(approved(), locale),
      await drawSettlement(structuredClone(approved()), locale),
    ];
    assert.deepEqual(one, other);
    assert.equal(new TextDecoder("latin1").decode(one.slice(0, 5)), "%PDF-");
  }
});

function approved(): Settlement {
  return aSettlement({
    ...{ holderId: holderId("H2"), number: 7, approvedBy: "olle" },
    approvedAt: "2026-12-02T08:00:00Z",
    lines: [
      aLine({ code: "commission", method: "card", netOre: 12_500, vatOre: 3_125 }),
      aLine({ code: "deduction", reason: "Radio", netOre: 10_000, vatOre: 2_500 }),
      aLine({ code: "deduction", reason: "Förskott", netOre: 7_000, vatRatePercent: 0, vatOre: 0 }),
      aLine({ code: "compensation", reason: "Jour", netOre: 4_000, vatOre: 1_000 }),
    ],
    papers: {
      ...{ house: HOUSE_PARTY, holder: HOLDER_PARTY, invoice: 5, selfBilled: 3 },
      ...{ agreedOn: "2026-10-01", objectWithinDays: 8 },
    },
  });
}

function aLine(
  known: Pick<SettlementLine, "code" | "netOre" | "vatOre"> & Partial<SettlementLine>,
): SettlementLine {
  return {
    ...{ method: null, basisPoints: 0, baseOre: 0, count: 1, reason: "", vatRatePercent: 25 },
    ...known,
  };
}
