// Which document a sale asks for, and that what stands on it adds up.
import assert from "node:assert/strict";
import {
  documentKindOf,
  documentOf,
  isUndone,
  SIMPLIFIED_MOST_ORE,
  vatNumberOf,
} from "../../../lib/bookkeeping/documents/document-rules.ts";
import { type Sale, saleId } from "../../../lib/bookkeeping/sale.ts";
import { InvariantError } from "../../../lib/kernel/invariant.ts";
import { fc } from "../../support/property.ts";
import { aLine, anySale, aSale, BUYER, parts } from "./any-sale.ts";

const CITED = { series: "F", number: 3, date: "2026-11-20" };

Deno.test("who pays at once gets a receipt, who pays later an invoice, who is given back a credit note", () => {
  const kindOf = (changes: Parameters<typeof aSale>[0], buyer: typeof BUYER | null = null) =>
    documentKindOf(aSale(changes), buyer);
  assert.equal(kindOf({ method: "car" }), "receipt");
  assert.equal(kindOf({ method: "card" }), "receipt");
  assert.equal(kindOf({ method: "card", kind: "no-show-fee" }), "simplified-invoice");
  assert.equal(kindOf({ method: "invoice" }, BUYER), "invoice");
  assert.equal(kindOf({ method: "card" }, BUYER), "invoice");
  assert.equal(kindOf({ credits: saleId("x"), totalOre: -100 }), "credit-note");
});

Deno.test("an invoice is simplified up to 4,000 kr, and one öre above it must name its buyer", () => {
  const sale = { method: "invoice" } as const;
  assert.equal(
    documentKindOf(aSale({ ...sale, totalOre: SIMPLIFIED_MOST_ORE }), null),
    "simplified-invoice",
  );
  assert.equal(documentKindOf(aSale({ ...sale, totalOre: SIMPLIFIED_MOST_ORE + 1 }), null), null);
  const fee = { method: "card", kind: "no-show-fee", totalOre: SIMPLIFIED_MOST_ORE + 1 } as const;
  assert.equal(documentKindOf(aSale(fee), null), "receipt");
});

Deno.test("lines, VAT per rate and total of any document are those of its sale", () => {
  fc.assert(
    fc.property(anySale, fc.boolean(), (sale, hasBuyer) => {
      const buyer = hasBuyer ? BUYER : null;
      if (documentKindOf(sale, buyer) === null) return;
      const credits = sale.credits === null ? null : CITED;
      const made = documentOf(sale, parts({ buyer, credits }));
      const sum = (of: (one: typeof made.vat[number]) => number) =>
        made.vat.reduce((total, one) => total + of(one), 0);
      assert.equal(sum(({ baseOre }) => baseOre) + sum(({ vatOre }) => vatOre), sale.totalOre);
      assert.equal(sum(({ vatOre }) => vatOre), sale.vatOre);
      assert.equal(new Set(made.vat.map(({ ratePercent }) => ratePercent)).size, made.vat.length);
      assert.equal(made.ride === null, sale.kind !== "ride");
      assert.equal(made.kind === "credit-note", made.credits !== null);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("no document is made of lines that are another total, or of a credit that cites nothing", () => {
  assert.throws(() => documentOf(aSale({ totalOre: 49_501 }), parts()), InvariantError);
  assert.throws(() => documentOf(aSale({ vatOre: 1 }), parts()), InvariantError);
  const credit = aSale({ credits: saleId("x"), lines: [aLine({ amountOre: -49_500 })] });
  assert.throws(() => documentOf(credit, parts()), InvariantError);
  assert.throws(() => documentOf(aSale(), parts({ credits: CITED })), InvariantError);
});

Deno.test("a VAT number is made of the organisation number, also of a sole trader's with its century", () => {
  assert.equal(vatNumberOf("559990-0015"), "SE559990001501");
  assert.equal(vatNumberOf("19640823-3234"), "SE640823323401");
  assert.equal(vatNumberOf(""), "");
});

Deno.test("a sale that was undone at once, and what undid it, are no news; what is given back later is", () => {
  const sale = aSale();
  const back = (changes: Partial<Sale> = {}) => ({
    ...sale,
    id: saleId("back"),
    ...{ kind: "credit" as const, credits: sale.id, totalOre: -sale.totalOre },
    at: "2026-11-27T13:20:10Z",
    ...changes,
  });
  const isNews = (credit: Sale) => [sale, credit].map((one) => isUndone(one, [sale, credit]));
  assert.deepEqual(isNews(back()), [true, true]);
  assert.deepEqual(isNews(back({ at: "2026-11-27T13:20:10.001Z" })), [false, false]);
  assert.deepEqual(isNews(back({ totalOre: -100, kind: "goodwill" })), [false, false]);
  assert.equal(isUndone(sale, [sale]), false);
});
