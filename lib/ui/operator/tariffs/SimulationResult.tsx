// What a tariff would have made of the trips of the last month: the sums, and the largest changes.
import { formatDifference, formatKronor, formatReference } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Simulation } from "../../../pricing/price-simulation.ts";
import { Said } from "../../parts/Said.tsx";

/** Properties of SimulationResult. */
export interface SimulationResultProps {
  simulation: Simulation;
  locale: Locale;
}

/** The result. */
export function SimulationResult({ simulation, locale }: SimulationResultProps) {
  const { tariffs: words } = textsFor(locale);
  const { count, beforeOre, afterOre, unsold, largest } = simulation;
  return (
    <section class="tariff-simulation" aria-labelledby="simulation" role="status">
      <h3 id="simulation">{words.simulation}</h3>
      {count === 0 ? <p>{words.noTrips}</p> : (
        <dl>
          <div>
            <dt>{words.count(count)}</dt>
            <dd>{formatDifference(locale, afterOre - beforeOre)}</dd>
          </div>
          <div>
            <dt>{words.before}</dt>
            <dd>{formatKronor(locale, beforeOre)}</dd>
          </div>
          <div>
            <dt>{words.after}</dt>
            <dd>{formatKronor(locale, afterOre)}</dd>
          </div>
        </dl>
      )}
      {unsold > 0 && <p>{words.unsold(unsold)}</p>}
      {largest.length > 0 && <Largest simulation={simulation} locale={locale} />}
    </section>
  );
}

function Largest({ simulation: { largest }, locale }: SimulationResultProps) {
  const { tariffs: words } = textsFor(locale);
  return (
    <table class="listing jobs-table">
      <caption>{words.largest}</caption>
      <thead>
        <tr>
          <th scope="col">{words.booking}</th>
          <th scope="col">{words.trip}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <th scope="col">{words.difference}</th>
        </tr>
      </thead>
      <tbody>
        {largest.map(({ trip, afterOre }) => (
          <tr key={trip.bookingId}>
            <th scope="row" class="job-what">
              <a href={paths.admin({ booking: trip.bookingId })}>
                {formatReference(trip.reference)}
              </a>
            </th>
            <td data-label={words.trip}>
              <Said>{trip.from.name}</Said> – <Said>{trip.to.name}</Said>
            </td>
            <td data-label={words.before}>{formatKronor(locale, trip.totalOre)}</td>
            <td data-label={words.after}>{formatKronor(locale, afterOre)}</td>
            <td data-label={words.difference}>
              {formatDifference(locale, afterOre - trip.totalOre)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
