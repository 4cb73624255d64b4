// Tariffs for operators: those there are, drafts of the next, and the form that begins one.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { TariffsData } from "../../../board/tariffs-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Tariff } from "../../../pricing/tariff.ts";
import { MAX_DRAFT_NAME } from "../../../pricing/tariff-draft.ts";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { Problems } from "./Problems.tsx";
import { stateWords, whenAndWho } from "./tariff-words.ts";

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
  const { formToken, deadJobs, nowMs } = data;
  const { tariffs: words } = textsFor(locale);
  return (
    <OperatorPage page="tariffs" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{words.title}</h1>
          <a class="button" href={paths.adminFees()}>{textsFor(locale).fees.link}</a>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        <Unsold data={data} locale={locale} />
        {data.tariffs.length === 0
          ? <p>{words.none}</p>
          : <TariffTable data={data} locale={locale} />}
        <h2>{words.drafts.title}</h2>
        <p class="jobs-lead">{words.drafts.lead}</p>
        {data.drafts.length === 0
          ? <p>{words.drafts.empty}</p>
          : <DraftTable data={data} locale={locale} />}
        {operator?.rights.includes("draft-tariffs") === true && (
          <>
            <h2>{words.drafts.begin}</h2>
            <Problems problems={data.problems} locale={locale} />
            <NewDraft data={data} locale={locale} />
          </>
        )}
      </div>
    </OperatorPage>
  );
}

/** What cannot be read, the days nobody can buy because of it, and the ways out. */
function Unsold({ data: { unsold }, locale }: { data: TariffsData; locale: Locale }) {
  const { tariffs: words } = textsFor(locale);
  if (unsold.length === 0) return null;
  return (
    <div class="action-problem" role="alert">
      {unsold.map(({ version, from, until }) => (
        <p key={version}>{words.unreadable(version, from, until ?? "")}</p>
      ))}
      <p>{words.unreadableHelp}</p>
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
            <th scope="row" class="job-what">
              <a href={paths.adminTariff(tariff.version)}>{tariff.version}</a>
            </th>
            <td data-label={columns.from}>{tariff.validFrom}</td>
            <td data-label={columns.until}>{tariff.validUntil ?? words.open}</td>
            <td data-label={columns.state}>{words.states[stateOf(tariff, data)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DraftTable({ data, locale }: { data: TariffsData; locale: Locale }) {
  const { drafts: words } = textsFor(locale).tariffs;
  const { columns } = words;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.changed}</th>
        </tr>
      </thead>
      <tbody>
        {data.drafts.map((draft) => {
          const { id, name, tariff } = draft;
          const last = draft.story.at(-1);
          return (
            <tr key={id}>
              <th scope="row" class="job-what">
                <a href={paths.adminDraft(id)}>
                  <Said>{name}</Said>
                </a>
              </th>
              <td data-label={columns.from}>{tariff.validFrom}</td>
              <td data-label={columns.state}>{stateWords(draft, locale)}</td>
              <td data-label={columns.changed}>{last && whenAndWho(last, locale)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function NewDraft({ data, locale }: { data: TariffsData; locale: Locale }) {
  const { tariffs: words } = textsFor(locale);
  return (
    <form class="action-form landmark-form" method="post" action={paths.adminTariffs()}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <label class="action-field">
        <span>{words.fields.name}</span>
        <input
          type="text"
          name="name"
          value={data.name}
          required
          maxLength={MAX_DRAFT_NAME}
          dir="auto"
          aria-invalid={data.problems.length > 0 ? "true" : undefined}
        />
      </label>
      <label class="action-field">
        <span>{words.drafts.basedOn}</span>
        <select name="basedOn">
          {data.tariffs.map(({ version }) => (
            <option key={version} value={version} selected={version === data.basedOn}>
              {version}
            </option>
          ))}
          <option value="" selected={data.basedOn === ""}>{words.drafts.nothing}</option>
        </select>
      </label>
      <button type="submit" class="button primary">{words.drafts.create}</button>
    </form>
  );
}

function stateOf({ version, validFrom }: Tariff, { inForce, today }: TariffsData) {
  if (version === inForce) return "now";
  return validFrom > today ? "coming" : "former";
}
