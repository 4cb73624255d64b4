// One published tariff for operators, in full: amounts, zones, fixed prices, surcharges. Nothing of it can be changed.
import type { OperatorSession } from "../../../accounts/session.ts";
import { EXTRA_FIELDS, RATE_FIELDS } from "../../../board/tariff-form.ts";
import { itemsOf } from "../../../board/tariff-items.ts";
import type { TariffData } from "../../../board/tariffs-page.ts";
import { VEHICLE_CLASSES } from "../../../fleet/vehicle.ts";
import { boardTexts } from "../../../i18n/board-texts.ts";
import { formatOre } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Tariff } from "../../../pricing/tariff.ts";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { ItemTable } from "./ItemTable.tsx";

/** Properties of TariffPage. */
export interface TariffPageProps {
  data: TariffData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function TariffPage({ data, state, url }: TariffPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, tariff } = data;
  const { tariffs: words } = textsFor(locale);
  const { zones, surcharges } = tariff;
  return (
    <OperatorPage page="tariffs" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.tariff.title(tariff.version)}</h1>
          <a class="button" href={paths.adminTariffs()}>{words.back}</a>
        </header>
        <p class="jobs-lead">
          {words.tariff.lead} {tariff.validFrom} – {tariff.validUntil ?? words.open}
        </p>
        <h2 id="rates">{words.tariff.rates}</h2>
        <RateTable tariff={tariff} locale={locale} />
        <dl class="tariff-extras">
          {EXTRA_FIELDS.map((field) => (
            <div key={field}>
              <dt>{words.fields[field]}</dt>
              <dd>{formatOre(locale, tariff.extras[field])}</dd>
            </div>
          ))}
        </dl>
        <h2>{words.draft.zones}</h2>
        <ItemTable
          kind="zones"
          items={itemsOf(tariff, "zones")}
          draft={null}
          {...{ zones, locale }}
        />
        <h2>{words.draft.prices}</h2>
        <ItemTable
          kind="fixed-prices"
          items={itemsOf(tariff, "fixed-prices")}
          draft={null}
          {...{ zones, locale }}
        />
        <h2>{words.tariff.surcharges}</h2>
        {surcharges.length === 0
          ? <p>{words.tariff.noSurcharges}</p>
          : (
            <ul class="tariff-surcharges">
              {surcharges.map(({ id, name }) => (
                <li key={id}>
                  <Said>{name[locale] ?? id}</Said>
                </li>
              ))}
            </ul>
          )}
      </div>
    </OperatorPage>
  );
}

function RateTable({ tariff, locale }: { tariff: Tariff; locale: Locale }) {
  const { tariffs: words } = textsFor(locale);
  const { classes } = boardTexts(locale);
  const sold = VEHICLE_CLASSES.flatMap((name) => {
    const rates = tariff.rates[name];
    return rates === undefined ? [] : [{ name, rates }];
  });
  return (
    <table class="listing jobs-table" aria-labelledby="rates">
      <thead>
        <tr>
          <th scope="col">{textsFor(locale).fleet.fields.class}</th>
          {RATE_FIELDS.map((field) => <th key={field} scope="col">{words.fields[field]}</th>)}
        </tr>
      </thead>
      <tbody>
        {sold.map(({ name, rates }) => (
          <tr key={name}>
            <th scope="row" class="job-what">{classes[name].name}</th>
            {RATE_FIELDS.map((field) => (
              <td key={field} data-label={words.fields[field]}>
                {formatOre(locale, rates[field])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
