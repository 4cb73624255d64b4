// Where other programs are told what happens to bookings: the receivers, and the form of a new one.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { EndpointView, WebhooksData } from "../../../board/webhooks-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { ReceiverFields } from "./ReceiverFields.tsx";

/** Properties of WebhooksPage. */
export interface WebhooksPageProps {
  data: WebhooksData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function WebhooksPage({ data, state, url }: WebhooksPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, endpoints } = data;
  const words = textsFor(locale).webhooks;
  return (
    <OperatorPage
      page="webhooks"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <div class="jobs webhooks">
        <header class="jobs-head">
          <h1>{words.title}</h1>
        </header>
        <p class="jobs-lead">{words.lead}</p>
        {endpoints.length === 0
          ? <p class="webhook-empty">{words.empty}</p>
          : <EndpointTable {...{ endpoints, locale, nowMs }} />}
        {data.manages && <AddForm data={data} locale={locale} />}
      </div>
    </OperatorPage>
  );
}

function EndpointTable(
  { endpoints, locale, nowMs }: {
    endpoints: readonly EndpointView[];
    locale: Locale;
    nowMs: number;
  },
) {
  const words = textsFor(locale).webhooks;
  const { columns } = words;
  const today = dateOf(wallTimeOf(nowMs));
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.host}</th>
          <th scope="col">{columns.events}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.last}</th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map(({ id, host, events, state, last }) => (
          <tr key={id}>
            <th scope="row" class="job-what">
              <a href={paths.adminWebhook(id)}>
                <Said>{host}</Said>
              </a>
            </th>
            <td data-label={columns.events}>{words.count(formatNumber(locale, events.length))}</td>
            <td data-label={columns.state}>
              {words.states[state.kind === "on" ? "on" : state.why]}
            </td>
            <td data-label={columns.last}>
              {last === null || last.triedAt === null
                ? words.never
                : `${words.deliveryStates[last.state]} ${
                  formatMoment(locale, wallTimeOf(last.triedAt), today)
                }`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AddForm({ data, locale }: { data: WebhooksData; locale: Locale }) {
  const words = textsFor(locale).webhooks;
  const { shown, fault, values, formToken } = data;
  return (
    <section class="webhook-part">
      <h2>{words.add}</h2>
      {shown !== null && (
        <div role="status">
          <Notice tone="ok">
            <p>{words.made}</p>
            <p>
              <code class="webhook-secret" dir="ltr">{shown.secret}</code>
            </p>
            <p>
              <a href={paths.adminWebhook(shown.id)}>
                <Said>{shown.host}</Said>
              </a>
            </p>
          </Notice>
        </div>
      )}
      <p class="jobs-lead">{words.addLead}</p>
      <form class="field-stack" method="post" action={paths.adminWebhooks()}>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <ReceiverFields locale={locale} url={values.url} events={values.events} fault={fault} />
        <div class="button-row">
          <button type="submit" class="button primary">{words.save}</button>
        </div>
      </form>
    </section>
  );
}
