// Documents in words: what the law asks to stand on a receipt, an invoice and a credit note.
import assert from "node:assert/strict";
import { documentOf } from "../../../lib/bookkeeping/documents/document-rules.ts";
import {
  type DocumentSheet,
  documentSheet as sheetOf,
} from "../../../lib/bookkeeping/documents/document-sheet.ts";
import { saleId } from "../../../lib/bookkeeping/sale.ts";
import { aLine, aSale, BUYER, parts } from "./any-sale.ts";

/** The sheet with ordinary spaces: amounts are kept together by others. */
const documentSheet = (...given: Parameters<typeof sheetOf>): DocumentSheet =>
  JSON.parse(JSON.stringify(sheetOf(...given)).replace(/[\u00a0\u202f]/g, " "));

const factsOf = (sheet: DocumentSheet) =>
  Object.fromEntries([...sheet.facts, ...sheet.terms].map(({ label, value }) => [label, value]));

Deno.test("a taxi receipt shows what TSFS 2013:41 asks for, and the driver's code instead of the name", () => {
  const sheet = documentSheet(documentOf(aSale(), parts()), "sv");
  assert.equal(sheet.title, "Kvitto");
  assert.deepEqual(sheet.parties, [{
    heading: "Säljare",
    name: "Taxi Älv AB",
    lines: [
      "Stampgatan 20",
      "411 01 Göteborg",
      "Organisationsnummer 559990-0015",
      "Momsregistreringsnummer SE559990001501",
      "Trafiktillstånd TT-1042",
    ],
  }]);
  assert.deepEqual(factsOf(sheet), {
    Nummer: "F-17",
    Datum: "2026-11-27",
    Bokning: "K4Q 7RM",
    "Körd sträcka": "24,3 km",
    Restid: "29 min",
    Fordon: "ABC 123",
    Förarkod: "100207",
    Betalsätt: "I bilen",
  });
  assert.deepEqual(sheet.total, { label: "Summa", value: "495,00 kr" });
  assert.deepEqual(sheet.vat, [{ rate: "6 %", base: "466,98 kr", vat: "28,02 kr" }]);
});

Deno.test("places stand on the customer's own page and nowhere else", () => {
  const content = documentOf(aSale(), parts());
  const own = documentSheet(content, "sv", { from: "Östra Hamngatan 24", to: "Landvetter" });
  assert.equal(factsOf(own).Från, "Östra Hamngatan 24");
  assert.ok(!JSON.stringify(documentSheet(content, "sv")).includes("Hamngatan"));
  assert.ok(!JSON.stringify(content).includes("Hamngatan"));
});

Deno.test("an invoice names its buyer, when it is due and the reference to pay with", () => {
  const terms = { dueDate: "2026-12-27", ocr: "1759", bankgiro: "5050-1055" };
  const sheet = documentSheet(
    documentOf(aSale({ method: "invoice" }), parts({ buyer: BUYER, terms })),
    "en",
  );
  assert.equal(sheet.title, "Invoice");
  assert.equal(sheet.parties[1]?.name, "Göteborgs Stad");
  assert.deepEqual(sheet.parties[1]?.lines, [
    "Gustaf Adolfs torg 4",
    "404 82 Göteborg",
    "Company registration number 212000-1355",
    "VAT number SE212000135501",
  ]);
  const { "Due date": due, "OCR reference": ocr, Bankgiro, "Your reference": yours } = factsOf(
    sheet,
  );
  assert.deepEqual([due, ocr, Bankgiro, yours], [
    "2026-12-27",
    "1759",
    "5050-1055",
    "Kostnadsställe 4711",
  ]);
  assert.equal(sheet.total.label, "To pay");
});

Deno.test("a credit note cites its original by number and day, and says what comes back", () => {
  const credit = aSale({
    ...{ kind: "credit", credits: saleId("x"), document: { series: "K", number: 2 } },
    lines: [aLine({ amountOre: -49_500, vatOre: -2_802 })],
  });
  const credits = { series: "F", number: 17, date: "2026-11-27" };
  const sheet = documentSheet(documentOf(credit, parts({ credits })), "sv");
  assert.equal(sheet.title, "Kreditfaktura: kreditering");
  assert.equal(factsOf(sheet).Krediterar, "F-17 av den 2026-11-27");
  assert.deepEqual(sheet.total, { label: "Att få tillbaka", value: "−495,00 kr" });
});

Deno.test("what stands outside VAT says so beside what contains it", () => {
  const lines = [aLine(), aLine({ code: "tip", amountOre: 5_000, vatRatePercent: 0 })];
  const sheet = documentSheet(documentOf(aSale({ lines }), parts()), "sv");
  assert.deepEqual(sheet.lines.map(({ text, rate }) => `${text} ${rate}`), [
    "Sträcka 6 %",
    "Dricks Utan moms",
  ]);
  assert.deepEqual(sheet.vat.map(({ rate }) => rate), ["6 %", "Utan moms"]);
});
