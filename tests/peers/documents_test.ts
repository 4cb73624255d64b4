// Documents as others read them: pdftotext finds the figures of the sale on paper, and the published rules of EN 16931 and
// Peppol BIS Billing 3.0 have nothing against the XML.
import assert from "node:assert/strict";
import { documentKindOf, documentOf } from "../../lib/bookkeeping/documents/document-rules.ts";
import { documentSheet } from "../../lib/bookkeeping/documents/document-sheet.ts";
import { drawDocument } from "../../lib/bookkeeping/documents/draw-document.ts";
import { peppolDocument } from "../../lib/bookkeeping/documents/peppol-document.ts";
import type { Sale } from "../../lib/bookkeeping/sale.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { anySale, BUYER, parts } from "../bookkeeping/documents/any-sale.ts";
import { tempFolder } from "../support/databases.ts";
import { fc } from "../support/property.ts";
import { pdfText, peppolComplaints } from "./support/document-peers.ts";
import { PDFTOTEXT, PEPPOL_RULES } from "./support/document-programs.ts";
import { peerProgram } from "./support/peer-folder.ts";

const READER = peerProgram(PDFTOTEXT, "documents as pdftotext reads them");
const RULES = peerProgram(PEPPOL_RULES, "documents under the rules of Peppol");

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

Deno.test({
  name: "no rule of EN 16931 or of Peppol speaks against an invoice or a credit note of any sale",
  ignore: RULES === null,
  async fn() {
    await using folder = await tempFolder();
    const sales = fc.sample(anySale, { numRuns: 200, seed: 20261127 });
    for (const [i, sale] of sales.entries()) {
      const xml = peppolDocument(contentOf(sale, BUYER)) ?? "";
      await Deno.writeTextFile(`${folder.path}/${String(i).padStart(3, "0")}.xml`, xml);
    }
    assert.deepEqual(await peppolComplaints(folder.path), []);
  },
});

Deno.test({
  name: "the rules see a wrong sum, a VAT rate that Sweden has not, and a number that is nobody's",
  ignore: RULES === null,
  async fn() {
    await using folder = await tempFolder();
    const [sale] = fc.sample(anySale, { numRuns: 1, seed: 20261127 });
    assert.ok(sale);
    const right = peppolDocument(contentOf({ ...sale, credits: null }, BUYER)) ?? "";
    const planted = {
      "a.xml": right.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, "$199999.00"),
      "b.xml": right.replaceAll("<cbc:Percent>6<", "<cbc:Percent>7<"),
      "c.xml": right.replaceAll("2120001355", "2120001356"),
    };
    for (const [name, xml] of Object.entries(planted)) {
      await Deno.writeTextFile(`${folder.path}/${name}`, xml);
    }
    const said = await peppolComplaints(folder.path);
    for (const name of Object.keys(planted)) {
      assert.ok(said.some((line) => line.startsWith(name)), `${name}: ${said.join("\n")}`);
    }
  },
});
