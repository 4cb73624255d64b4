// Draws an approved settlement as a PDF: the statement, then each of its invoices on a page of its own.
import { LEFT, Paper, RIGHT } from "../bookkeeping/documents/paper.ts";
import { formatOre } from "../i18n/format.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { type Settlement, settlementName } from "./settlement.ts";
import { invoicesOf, type SettlementInvoice } from "./settlement-invoice.ts";
import type { Party } from "./settlement-papers.ts";
import { lineText, settlementSheet } from "./settlement-sheet.ts";

/** From one line to the next, in points. */
const STEP = 15;
/** Where the columns of amounts end. */
const [NET, VAT] = [RIGHT - 170, RIGHT - 85] as const;
/** More than any page has left: what follows stands on the next. */
const WHOLE_PAGE = 10_000;

/** Its bytes in a language. The same settlement gives the same bytes. */
export async function drawSettlement(
  settlement: Settlement,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const { papers } = settlement;
  const written = JSON.stringify([papers, settlement.lines]);
  const paper = await Paper.for([written]);
  drawStatement(paper, settlement, locale);
  for (const invoice of invoicesOf(settlement)) drawInvoice(paper, { settlement, invoice }, locale);
  paper.foot(textsFor(locale).documents.page);
  const { pdf } = paper;
  pdf.setTitle(`${textsFor(locale).settlement.one.title(settlementName(settlement))}`);
  pdf.setLanguage(locale);
  pdf.setProducer("Avanti");
  const day = new Date(settlement.approvedAt ?? settlement.proposedAt);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  return new Uint8Array(await pdf.save());
}

function drawStatement(paper: Paper, settlement: Settlement, locale: Locale): void {
  const { one, sheet: words } = textsFor(locale).settlement;
  const { sold, lines, sums } = settlementSheet(settlement, locale);
  paper.write(one.title(settlementName(settlement)), { size: 20, isBold: true });
  paper.down(2 * STEP);
  paper.write(settlement.papers?.holder.name ?? "", { isBold: true });
  paper.down(STEP);
  paper.write(one.days(settlement.from, settlement.until));
  paper.down(2 * STEP);
  drawSums(paper, words.sold, sold, locale);
  drawRow(paper, [
    words.lines,
    words.lineColumns.net,
    words.lineColumns.vat,
    words.lineColumns.total,
  ], true);
  for (const { text, reason, netOre, vatOre, totalOre } of lines) {
    const amounts = [netOre, vatOre, totalOre].map((ore) => formatOre(locale, ore));
    drawRow(paper, [`${text} ${reason}`.trim(), ...amounts], false);
  }
  paper.down(STEP);
  drawSums(paper, words.result, sums, locale);
}

function drawSums(
  paper: Paper,
  title: string,
  rows: readonly { label: string; ore: number }[],
  locale: Locale,
): void {
  drawRow(paper, [title], true);
  for (const { label, ore } of rows) drawRow(paper, [label, "", "", formatOre(locale, ore)], false);
  paper.down(STEP);
}

function drawInvoice(
  paper: Paper,
  { settlement, invoice }: { settlement: Settlement; invoice: SettlementInvoice },
  locale: Locale,
): void {
  const { invoices: words, sheet } = textsFor(locale).settlement;
  const { papers } = settlement;
  paper.down(0, WHOLE_PAGE);
  paper.write(words.kinds[invoice.kind][invoice.isCredit ? "credit" : "plain"], {
    size: 20,
    isBold: true,
  });
  paper.down(2 * STEP);
  for (const fact of [`${words.number} ${invoice.number}`, `${words.date} ${invoice.date}`]) {
    drawRow(paper, [fact], false);
  }
  drawParty(paper, words.seller, { party: invoice.seller, vat: words.vatNumber });
  drawParty(paper, words.buyer, { party: invoice.buyer, vat: words.vatNumber });
  if (invoice.kind === "self-billed" && papers !== null) {
    for (
      const line of paper.wrap(
        words.agreement(papers.agreedOn, String(papers.objectWithinDays)),
        RIGHT - LEFT,
      )
    ) {
      drawRow(paper, [line], false);
    }
  }
  paper.down(STEP);
  drawRow(paper, [
    sheet.lineColumns.what,
    sheet.lineColumns.net,
    sheet.lineColumns.vat,
    sheet.lineColumns.total,
  ], true);
  for (const line of invoice.lines) {
    const { netOre, vatOre } = line;
    const amounts = [netOre, vatOre, netOre + vatOre].map((ore) => formatOre(locale, ore));
    drawRow(paper, [`${lineText(line, locale)} ${line.reason}`.trim(), ...amounts], false);
  }
  const total = [invoice.netOre, invoice.vatOre, invoice.netOre + invoice.vatOre];
  drawRow(paper, [sheet.all, ...total.map((ore) => formatOre(locale, ore))], true);
  paper.down(STEP);
  drawRow(paper, [words.settled(settlementName(settlement))], false);
}

function drawParty(
  paper: Paper,
  heading: string,
  { party: { name, organisationNumber, vatNumber }, vat }: { party: Party; vat: string },
): void {
  const numbers = [organisationNumber, vatNumber === "" ? "" : `${vat} ${vatNumber}`];
  for (const text of [`${heading}: ${name}`, ...numbers]) {
    if (text !== "") drawRow(paper, [text], false);
  }
}

function drawRow(paper: Paper, [text = "", ...amounts]: readonly string[], isBold: boolean): void {
  const places = [NET, VAT, RIGHT];
  amounts.forEach((amount, i) =>
    paper.write(amount, { x: places[i] ?? RIGHT, isRight: true, isBold })
  );
  const width = amounts.length === 0 ? RIGHT - LEFT : NET - LEFT - 70;
  for (const line of paper.wrap(text, width)) {
    paper.write(line, { isBold });
    paper.down(STEP, STEP);
  }
}
