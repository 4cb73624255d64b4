// A document as a sheet of paper on a page.
import type {
  DocumentSheet,
  SheetFact,
  SheetParty,
} from "../../../bookkeeping/documents/document-sheet.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Properties of DocumentPaper. */
export interface DocumentPaperProps {
  sheet: DocumentSheet;
  locale: Locale;
}

/** The sheet. */
export function DocumentPaper({ sheet, locale }: DocumentPaperProps) {
  return (
    <article class="document-paper" aria-labelledby="document-title">
      <h1 id="document-title">{sheet.title}</h1>
      <div class="document-parties">
        {sheet.parties.map((party) => <Party key={party.heading} {...party} />)}
      </div>
      <Facts facts={sheet.facts} />
      <Lines sheet={sheet} locale={locale} />
      <VatTable sheet={sheet} locale={locale} />
      {sheet.terms.length > 0 && <Facts facts={sheet.terms} />}
    </article>
  );
}

function Party({ heading, name, lines }: SheetParty) {
  return (
    <section>
      <h2>{heading}</h2>
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {lines.map((line) => (
          <>
            <br />
            <bdi>{line}</bdi>
          </>
        ))}
      </p>
    </section>
  );
}

function Facts({ facts }: { facts: readonly SheetFact[] }) {
  return (
    <dl class="document-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ sheet: { lines, total, vatOfTotal }, locale }: DocumentPaperProps) {
  const { documents: words } = textsFor(locale);
  const isFull = lines.some(({ net }) => net !== "");
  return (
    <table class="document-lines">
      <caption class="visually-hidden">{words.lines}</caption>
      <thead>
        <tr>
          <th scope="col">{words.line}</th>
          {isFull && <th scope="col">{words.net}</th>}
          <th scope="col">{words.rate}</th>
          <th scope="col">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ text, net, rate, amount }, i) => (
          <tr key={i}>
            <th scope="row">{text}</th>
            {isFull && <td dir="ltr">{net}</td>}
            <td>{rate}</td>
            <td dir="ltr">{amount}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr class="document-total">
          <th scope="row" colSpan={isFull ? 3 : 2}>{total.label}</th>
          <td dir="ltr">{total.value}</td>
        </tr>
        <tr>
          <th scope="row" colSpan={isFull ? 3 : 2}>{vatOfTotal.label}</th>
          <td dir="ltr">{vatOfTotal.value}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function VatTable({ sheet: { vat }, locale }: DocumentPaperProps) {
  const { documents: words } = textsFor(locale);
  return (
    <table class="document-lines">
      <caption class="visually-hidden">{words.vat}</caption>
      <thead>
        <tr>
          <th scope="col">{words.vat}</th>
          <th scope="col">{words.base}</th>
          <th scope="col">{words.vatAmount}</th>
        </tr>
      </thead>
      <tbody>
        {vat.map(({ rate, base, vat: amount }) => (
          <tr key={rate}>
            <th scope="row">{rate}</th>
            <td dir="ltr">{base}</td>
            <td dir="ltr">{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
