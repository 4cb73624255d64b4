// Documents as others read them: pdftotext finds the words and figures of a sale on its paper.
import assert from "node:assert/strict";
import { documentKindOf, documentOf } from "../../lib/bookkeeping/documents/document-rules.ts";
import { documentSheet } from "../../lib/bookkeeping/documents/document-sheet.ts";
import { drawDocument } from "../../lib/bookkeeping/documents/draw-document.ts";
import type { Sale } from "../../lib/bookkeeping/sale.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { anySale, BUYER, parts } from "../bookkeeping/documents/any-sale.ts";
import { tempFolder } from "../support/databases.ts";
import { fc } from "../support/property.ts";
import { pdfText } from "./support/document-peers.ts";
import { PDFTOTEXT } from "./support/document-programs.ts";
import { peerProgram } from "./support/peer-folder.ts";

const READER = peerProgram(PDFTOTEXT, "documents as pdftotext reads them");

const TERMS = { dueDate: "2026-12-27", ocr: "1759", bankgiro: "5050-1055" };

/** Only what differs between a space and another, or none before `%`, or a minus and another, is made the same. */
const plain = (text: string) =>
  text.replace(/\u2212/g, "-").replace(/[\s\u00a0\u202f]+/g, " ").replace(/ %/g, "%").trim();

function contentOf(sale: Sale, buyer: typeof BUYER | null) {
  const isCredit = sale.credits !== null;
  const credits = isCredit ? { series: "F", number: 3, date: "2026-11-20" } : null;
  return documentOf(sale, parts({ buyer, credits, terms: isCredit ? null : TERMS }));
}

Deno.test({
  name: "pdftotext reads every word and figure of the sheet out of the PDF of any sale",
  ignore: READER === null,
  async fn() {
    await using folder = await tempFolder();
    const sales = fc.sample(anySale, { numRuns: 60, seed: 20261127 });
    for (const [i, sale] of sales.entries()) {
      const locale = LOCALES[i % LOCALES.length] ?? "sv";
      const buyer = documentKindOf(sale, null) === null || i % 3 === 0 ? BUYER : null;
      const content = contentOf(sale, buyer);
      const path = `${folder.path}/${i}.pdf`;
      await Deno.writeFile(path, await drawDocument(content, locale));
      const text = plain(await pdfText(READER ?? "", path));
      const { title, parties, facts, lines, total, vat, vatOfTotal, terms } = documentSheet(
        content,
        locale,
      );
      const wanted = [
        title,
        ...parties.map(({ name }) => name),
        ...[...facts, ...terms, total, vatOfTotal].map(({ value }) => value),
        ...lines.map(({ rate, amount }) => `${rate} ${amount}`),
        ...vat.map(({ rate, base, vat }) => `${rate} ${base} ${vat}`),
      ];
      for (const words of wanted) assert.ok(text.includes(plain(words)), `${words} in ${text}`);
    }
  },
});
