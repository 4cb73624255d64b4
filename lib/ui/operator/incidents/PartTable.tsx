// How everything the product stands on is, as supervisors are told it.
import type { PartState } from "../../../health/part.ts";
import { downTexts } from "../../../i18n/down-texts.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";

/** Properties of PartTable. */
export interface PartTableProps {
  parts: readonly PartState[];
  locale: Locale;
  /** The server's clock, epoch milliseconds. */
  nowMs: number;
}

/** The table, a line a part. */
export function PartTable({ parts, locale, nowMs }: PartTableProps) {
  const words = downTexts(locale);
  const { columns } = words;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <section class="incident-part">
      <h2>{words.title}</h2>
      <table class="listing jobs-table">
        <caption class="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.part}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.since}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, status, since }) => (
            <tr key={name}>
              <th scope="row" class="job-what">{words.names[name]}</th>
              <td data-label={columns.state}>{words.states[status]}</td>
              <td data-label={columns.since}>{formatMoment(locale, wallTimeOf(since), today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
