// The documents of a ride on its customer's own page: one as a sheet of paper, the way to its file, and to the others.
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import type { ArchivedDocument } from "../../../bookkeeping/documents/archived-document.ts";
import type { RidePlaces } from "../../../bookkeeping/documents/document.ts";
import { documentNumber, isElectronic } from "../../../bookkeeping/documents/document-rules.ts";
import { documentSheet } from "../../../bookkeeping/documents/document-sheet.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Icon } from "../../parts/Icon.tsx";
import { PageHead } from "../PageHead.tsx";
import { DocumentPaper } from "./DocumentPaper.tsx";

/** Properties of ReceiptPage. */
export interface ReceiptPageProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  /** All there are, oldest first. */
  documents: readonly ArchivedDocument[];
  /** The one that is shown; null while there is none. */
  shown: ArchivedDocument | null;
  /** Null where the visitor is not shown them. */
  places: RidePlaces | null;
}

/** The page. */
export function ReceiptPage({ locale, booking, link, documents, shown, places }: ReceiptPageProps) {
  const { booking: texts, documents: words } = textsFor(locale);
  const isInvoiced = booking.status === "completed" && documents.length === 0;
  const waiting = isInvoiced ? words.waitingText : words.notYetText;
  const sheet = shown === null ? null : documentSheet(shown.content, locale, places);
  return (
    <div class="receipt page">
      <PageHead locale={locale} title={sheet?.title ?? words.notYetTitle} isPrivate />
      <a class="back-link no-print" href={paths.booking(link)} aria-current="false">
        <Icon name="arrow-left" />
        {texts.toTicket}
      </a>
      {sheet === null || shown === null
        ? (
          <>
            <h1>{words.notYetTitle}</h1>
            <p>{waiting}</p>
          </>
        )
        : (
          <>
            <DocumentPaper sheet={sheet} locale={locale} />
            <p class="receipt-doings no-print">
              <a
                class="button primary"
                href={paths.bookingReceiptFile(link, { document: shown.id })}
                download
              >
                {words.download}
              </a>
              {isElectronic(shown.content) && (
                <a
                  class="button"
                  href={paths.bookingInvoiceFile(link, { document: shown.id })}
                  download
                >
                  {words.electronic}
                </a>
              )}
            </p>
            {places !== null && <p class="small muted no-print">{words.placesNote}</p>}
            <Others {...{ locale, link, documents, shown }} />
          </>
        )}
    </div>
  );
}

/** What else there is of the ride, such as what took the first back. */
function Others(
  { locale, link, documents, shown }: Pick<ReceiptPageProps, "locale" | "link" | "documents"> & {
    shown: ArchivedDocument;
  },
) {
  const { documents: words } = textsFor(locale);
  const others = documents.filter((one) => one !== shown);
  if (others.length === 0) return null;
  return (
    <nav class="receipt-others no-print" aria-labelledby="receipt-others">
      <h2 id="receipt-others">{words.otherDocuments}</h2>
      <ul>
        {others.map(({ id, content }) => (
          <li key={id}>
            <a href={paths.bookingReceipt(link, { document: id })}>
              {words.otherDocument(
                words.kinds[content.kind],
                documentNumber(content),
                content.date,
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
