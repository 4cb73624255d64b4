// Draws a document as a PDF.
import { textsFor } from "../../i18n/texts.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { DocumentContent } from "./document.ts";
import { documentNumber } from "./document-rules.ts";
import {
  type DocumentSheet,
  documentSheet,
  type SheetFact,
  type SheetLine,
} from "./document-sheet.ts";
import { LEFT, Paper, RIGHT } from "./paper.ts";

/** Where values of facts begin, and columns of amounts end, in points. */
const VALUE = LEFT + 150;
const RATE = RIGHT - 110;
const NET = RIGHT - 180;
/** From one line to the next, in points. */
const STEP = 15;
/** The second party stands there. */
const MIDDLE = (LEFT + RIGHT) / 2;

/** The bytes of a document in a language. */
export async function drawDocument(content: DocumentContent, locale: Locale): Promise<Uint8Array> {
  const sheet = documentSheet(content, locale);
  const paper = await Paper.for(textsOn(sheet));
  drawHead(paper, sheet);
  for (const fact of sheet.facts) drawFact(paper, fact);
  drawLines(paper, sheet, locale);
  drawVat(paper, sheet, locale);
  for (const fact of sheet.terms) drawFact(paper, fact);
  paper.foot(textsFor(locale).documents.page);
  return await finished(paper, { content, locale, title: sheet.title });
}

function drawHead(paper: Paper, { title, parties }: DocumentSheet): void {
  paper.write(title, { size: 20, isBold: true });
  paper.down(34);
  const columns = parties.map(({ heading, name, lines }, i) => ({
    x: i === 0 ? LEFT : MIDDLE,
    rows: [name, ...lines].flatMap((line) => paper.wrap(line, MIDDLE - LEFT - 16)),
    heading,
  }));
  for (const { heading, x } of columns) paper.write(heading, { size: 8, x });
  const most = Math.max(...columns.map(({ rows }) => rows.length));
  for (let row = 0; row < most; row++) {
    paper.down(STEP);
    for (const { rows, x } of columns) paper.write(rows[row] ?? "", { x, isBold: row === 0 });
  }
  paper.down(2 * STEP);
}

function drawFact(paper: Paper, { label, value }: SheetFact): void {
  paper.write(label);
  for (const line of paper.wrap(value, RIGHT - VALUE)) {
    paper.write(line, { x: VALUE });
    paper.down(STEP, STEP);
  }
}

function drawLines(paper: Paper, sheet: DocumentSheet, locale: Locale): void {
  const words = textsFor(locale).documents;
  paper.down(STEP, 4 * STEP);
  const net = sheet.lines.some((line) => line.net !== "") ? words.net : "";
  drawRow(paper, { text: words.line, net, rate: words.rate, amount: words.amount }, true);
  for (const line of sheet.lines) drawRow(paper, line, false);
  paper.rule();
  paper.down(STEP + 4, 2 * STEP);
  paper.write(sheet.total.label, { size: 12, isBold: true });
  paper.write(sheet.total.value, { size: 12, isBold: true, isRight: true });
  paper.down(STEP);
  paper.write(sheet.vatOfTotal.label);
  paper.write(sheet.vatOfTotal.value, { isRight: true });
  paper.down(2 * STEP);
}

function drawRow(paper: Paper, { text, net, rate, amount }: SheetLine, isHead: boolean): void {
  const isBold = isHead;
  paper.write(net, { x: NET, isRight: true, isBold });
  paper.write(rate, { x: RATE, isRight: true, isBold });
  paper.write(amount, { isRight: true, isBold });
  for (const line of paper.wrap(text, (net === "" ? RATE : NET) - LEFT - 60)) {
    paper.write(line, { isBold });
    paper.down(STEP, STEP);
  }
}

function drawVat(paper: Paper, { vat }: DocumentSheet, locale: Locale): void {
  const words = textsFor(locale).documents;
  paper.down(0, (vat.length + 2) * STEP);
  for (
    const [i, one] of [{ rate: words.vat, base: words.base, vat: words.vatAmount }, ...vat]
      .entries()
  ) {
    const isBold = i === 0;
    paper.write(one.rate, { isBold });
    paper.write(one.base, { x: RATE, isRight: true, isBold });
    paper.write(one.vat, { isRight: true, isBold });
    paper.down(STEP, STEP);
  }
  paper.down(STEP, STEP);
}

async function finished(
  { pdf }: Paper,
  { content, locale, title }: { content: DocumentContent; locale: Locale; title: string },
): Promise<Uint8Array> {
  const { date, seller } = content;
  pdf.setTitle(`${title} ${documentNumber(content)}`, { showInWindowTitleBar: true });
  pdf.setAuthor(seller.name);
  pdf.setLanguage(locale);
  pdf.setProducer("Avanti");
  pdf.setCreator("Avanti");
  // The day of the document, not of the drawing: nothing else in it tells when it was drawn.
  const day = new Date(`${date}T00:00:00Z`);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  return await pdf.save();
}

/** Every text of the sheet: the font is chosen by their letters. */
function textsOn({ title, parties, facts, lines, terms }: DocumentSheet): string[] {
  return [
    title,
    ...parties.flatMap(({ heading, name, lines }) => [heading, name, ...lines]),
    ...[...facts, ...terms].flatMap(({ label, value }) => [label, value]),
    ...lines.flatMap(({ text, rate, amount }) => [text, rate, amount]),
  ];
}
