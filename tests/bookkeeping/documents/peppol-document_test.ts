// Electronic invoices: in the order of UBL, in figures that add up, and with nothing in them that ends an element.
import assert from "node:assert/strict";
import { documentOf } from "../../../lib/bookkeeping/documents/document-rules.ts";
import { peppolDocument } from "../../../lib/bookkeeping/documents/peppol-document.ts";
import { saleId } from "../../../lib/bookkeeping/sale.ts";
import { fc } from "../../support/property.ts";
import { aLine, anySale, aSale, BUYER, parts } from "./any-sale.ts";

const TERMS = { dueDate: "2026-12-27", ocr: "1759", bankgiro: "5050-1055" };
const CITED = { series: "F", number: 3, date: "2026-11-20" };

/** The amounts of elements of a name, in öre. */
const amounts = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<cbc:${name} currencyID="SEK">([^<]*)<`, "g"))]
    .map(([, text = ""]) => Math.round(Number(text) * 100));

Deno.test("lines and VAT of any invoice come to its total, and no price is below zero", () => {
  fc.assert(fc.property(anySale, (sale) => {
    const isCredit = sale.credits !== null;
    const given = {
      buyer: BUYER,
      credits: isCredit ? CITED : null,
      terms: isCredit ? null : TERMS,
    };
    const xml = peppolDocument(documentOf(sale, parts(given))) ?? "";
    const sign = isCredit ? -1 : 1;
    const [net, ...lines] = amounts(xml, "LineExtensionAmount");
    assert.equal(lines.reduce((sum, ore) => sum + ore, 0), net);
    assert.deepEqual(amounts(xml, "PayableAmount"), [sign * sale.totalOre]);
    assert.equal(amounts(xml, "TaxAmount")[0], sign * sale.vatOre);
    assert.ok(amounts(xml, "PriceAmount").every((ore) => ore >= 0));
    assert.ok(!/NaN|undefined|-0\.00/.test(xml));
  }));
});

Deno.test("a credit note cites its original and is positive, an invoice says when and where it is paid", () => {
  const back = aLine({ amountOre: -49_500, vatOre: -2_802 });
  const sale = aSale({ lines: [back], kind: "credit", credits: saleId("x") });
  const note = peppolDocument(documentOf(sale, parts({ buyer: BUYER, credits: CITED }))) ?? "";
  assert.match(note, /<CreditNote .*<cbc:ID>F-3<.*<cbc:IssueDate>2026-11-20</s);
  assert.deepEqual(amounts(note, "PayableAmount"), [49_500]);
  const invoice = peppolDocument(documentOf(aSale(), parts({ buyer: BUYER, terms: TERMS }))) ?? "";
  assert.match(
    invoice,
    /<cbc:DueDate>2026-12-27<.*<cbc:PaymentID>1759<.*<cbc:ID>50501055<.*SE:BANKGIRO/s,
  );
});

Deno.test("no name ends an element, and characters XML cannot hold are left out", () => {
  const buyer = { ...BUYER, name: 'Åke & "Söner" </cbc:Name>\u0000\ud800' };
  const xml = peppolDocument(documentOf(aSale(), parts({ buyer }))) ?? "";
  assert.ok(xml.includes("Åke &amp; &quot;Söner&quot; &lt;/cbc:Name&gt;\ufffd</cbc:Name>"));
});

Deno.test("who takes no electronic invoices is sent none", () => {
  assert.equal(peppolDocument(documentOf(aSale(), parts())), null);
  for (const organisationNumber of ["", "811228-9874"]) {
    const buyer = { ...BUYER, organisationNumber, peppolId: "" };
    assert.equal(peppolDocument(documentOf(aSale(), parts({ buyer }))), null);
  }
});

Deno.test("a public buyer who has told no address is found by the organisation number", () => {
  const buyer = { ...BUYER, peppolId: "" };
  const xml = peppolDocument(documentOf(aSale(), parts({ buyer }))) ?? "";
  assert.match(xml, /<cbc:EndpointID schemeID="0007">2120001355</);
});

Deno.test("an invoice that was paid at once says so, and that nothing is left to pay", () => {
  const paid = peppolDocument(documentOf(aSale(), parts({ buyer: BUYER }))) ?? "";
  assert.deepEqual([amounts(paid, "PrepaidAmount"), amounts(paid, "PayableAmount")], [
    ...[[49_500], [0]],
  ]);
  const due = peppolDocument(documentOf(aSale(), parts({ buyer: BUYER, terms: TERMS }))) ?? "";
  assert.deepEqual([amounts(due, "PrepaidAmount"), amounts(due, "PayableAmount")], [[], [49_500]]);
});
