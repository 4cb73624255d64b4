// Tariffs for operators: those there are, the form of the next, and what it would have made of last month.
import type { OperatorSession } from "../../../accounts/session.ts";
import type { TariffsData } from "../../../board/tariffs-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Tariff } from "../../../pricing/tariff.ts";
import { kronorOf } from "../../../setup/cells.ts";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { SimulationResult } from "./SimulationResult.tsx";
import { tariffFieldName, TariffForm } from "./TariffForm.tsx";

/** Properties of TariffsPage. */
export interface TariffsPageProps {
  data: TariffsData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function TariffsPage({ data, state, url }: TariffsPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, problems, simulation } = data;
  const { tariffs: words, setup } = textsFor(locale);
  return (
    <OperatorPage
      page="tariffs"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        {data.done === "published" && (
          <div role="status">
            <Notice tone="ok">{words.published}</Notice>
          </div>
        )}
        <p class="jobs-lead">{words.lead}</p>
        <TariffTable data={data} locale={locale} />
        <h2>{words.next}</h2>
        <p class="jobs-lead">{words.nextHint}</p>
        {problems.length > 0 && (
          <div class="action-problem" role="alert" id="problem">
            <p>{words.problems}</p>
            <ul>
              {problems.map(({ column, code, given, expected }) => (
                <li key={`${column} ${code}`}>
                  {tariffFieldName(column, locale)}:{" "}
                  {setup.problems[code](said(given), said(expected))}
                </li>
              ))}
            </ul>
          </div>
        )}
        {data.meanwhile.length > 0 && <Meanwhile data={data} locale={locale} />}
        {simulation !== null && <SimulationResult simulation={simulation} locale={locale} />}
        <TariffForm data={data} locale={locale} />
      </div>
    </OperatorPage>
  );
}

/** What somebody else has published since the form was shown, field by field. */
function Meanwhile({ data, locale }: { data: TariffsData; locale: Locale }) {
  const { tariffs: words, fleet } = textsFor(locale);
  const shown = (field: string, text: string) =>
    text === "" ? fleet.nothing : field.endsWith("Ore") ? kronorOf(Number(text)) : text;
  return (
    <div class="action-problem" role="alert" id="problem">
      {data.meanwhile.map(({ version, changes }) => (
        <div key={version}>
          <p>{words.meanwhile(version)}</p>
          <ul>
            {changes.map(({ field, from, to }) => (
              <li key={field}>
                {fleet.change(
                  tariffFieldName(field.replace(/^(rates|extras)\./, ""), locale),
                  said(shown(field, from)),
                  said(shown(field, to)),
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function TariffTable({ data, locale }: { data: TariffsData; locale: Locale }) {
  const { tariffs: words } = textsFor(locale);
  const { columns } = words;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.version}</th>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.until}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {data.tariffs.map((tariff) => (
          <tr key={tariff.version}>
            <th scope="row" class="job-what">{tariff.version}</th>
            <td data-label={columns.from}>{tariff.validFrom}</td>
            <td data-label={columns.until}>{tariff.validUntil ?? words.open}</td>
            <td data-label={columns.state}>{words.states[stateOf(tariff, data)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf({ version, validFrom }: Tariff, { inForce, today }: TariffsData) {
  if (version === inForce) return "now";
  return validFrom > today ? "coming" : "former";
}
