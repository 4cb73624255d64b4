// What a draft of the fees would have made of the rides of last month that did not take place.
import type { FeePreview } from "../../../board/fees-page.ts";
import { formatMoney, formatNumber, formatReference } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";

/** Properties of FeePreviewPart. */
export interface FeePreviewPartProps {
  preview: FeePreview;
  locale: Locale;
}

/** The sums, and each ride that would have cost something else. */
export function FeePreviewPart({ preview, locale }: FeePreviewPartProps) {
  const { fees: words } = textsFor(locale);
  const { rides, counted, beforeOre, afterOre } = preview;
  return (
    <section class="tariff-simulation" aria-labelledby="preview">
      <h2 id="preview">{words.preview}</h2>
      <p>
        {words.previewSums({
          counted: formatNumber(locale, counted),
          before: formatMoney(locale, beforeOre),
          after: formatMoney(locale, afterOre),
        })}
      </p>
      {rides.length === 0 ? <p>{words.previewSame}</p> : (
        <table class="listing jobs-table">
          <caption>{words.previewCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.reference}</th>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.columns.kind}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {rides.map((ride) => (
              <tr key={ride.reference}>
                <th scope="row" class="job-what">{formatReference(ride.reference)}</th>
                <td data-label={words.date}>{ride.date}</td>
                <td data-label={words.columns.kind}>{words.kinds[ride.kind]}</td>
                <td data-label={words.before}>{formatMoney(locale, ride.beforeOre)}</td>
                <td data-label={words.after}>{formatMoney(locale, ride.afterOre)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
