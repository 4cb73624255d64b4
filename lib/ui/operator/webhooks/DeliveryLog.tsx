// What a receiver of webhooks was sent, and the forms that send it again.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { WebhookData } from "../../../board/webhooks-page.ts";
import { formatMoment, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { Delivery } from "../../../webhooks/delivery.ts";
import { TextField } from "../../parts/Field.tsx";

/** The log, the newest first. */
export function DeliveryLog({ data, locale }: { data: WebhookData; locale: Locale }) {
  const words = textsFor(locale).webhooks;
  const { deliveries, older, endpoint, manages } = data;
  return (
    <section class="webhook-part">
      <h2>{words.logTitle}</h2>
      {deliveries.length === 0 ? <p>{words.logEmpty}</p> : (
        <table class="listing jobs-table">
          <caption class="visually-hidden">{words.logTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.logColumns.event}</th>
              <th scope="col">{words.logColumns.at}</th>
              <th scope="col">{words.logColumns.state}</th>
              <th scope="col">{words.logColumns.tries}</th>
              <th scope="col">{words.logColumns.answer}</th>
              {manages && (
                <th scope="col">
                  <span class="visually-hidden">{words.replay}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one) => (
              <Row
                key={one.id}
                delivery={one}
                data={data}
                locale={locale}
              />
            ))}
          </tbody>
        </table>
      )}
      {older !== "" && (
        <p>
          <a href={paths.adminWebhook(endpoint.id, { before: older })}>{words.older}</a>
        </p>
      )}
      {manages && deliveries.length > 0 && <SpanForm data={data} locale={locale} />}
    </section>
  );
}

function Row(
  { delivery, data, locale }: { delivery: Delivery; data: WebhookData; locale: Locale },
) {
  const words = textsFor(locale).webhooks;
  const today = dateOf(wallTimeOf(data.nowMs));
  const { id, event, bookingId, at, state, attempts, status, said } = delivery;
  const name = words.event[event];
  return (
    <tr>
      <th scope="row" class="job-what">
        <a href={paths.adminBooking(bookingId)}>{name}</a> <code>{event}</code>
      </th>
      <td data-label={words.logColumns.at}>
        <time dateTime={at}>{formatMoment(locale, wallTimeOf(at), today)}</time>
      </td>
      <td data-label={words.logColumns.state}>{words.deliveryStates[state]}</td>
      <td data-label={words.logColumns.tries}>{formatNumber(locale, attempts)}</td>
      <td data-label={words.logColumns.answer}>
        {status === 0 ? "" : String(status)} {said === "" ? null : <code>{said}</code>}
      </td>
      {data.manages && (
        <td>
          {state !== "waiting" && (
            <form class="webhook-act" method="post" action={paths.adminWebhook(data.endpoint.id)}>
              <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
              <input type="hidden" name="act" value="replay" />
              <input type="hidden" name="delivery" value={id} />
              <button type="submit" class="button">
                {words.replay} <span class="visually-hidden">{name}</span>
              </button>
            </form>
          )}
        </td>
      )}
    </tr>
  );
}

function SpanForm({ data, locale }: { data: WebhookData; locale: Locale }) {
  const words = textsFor(locale).webhooks;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <form class="field-stack" method="post" action={paths.adminWebhook(data.endpoint.id)}>
      <h3>{words.spanTitle}</h3>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="act" value="span" />
      <TextField name="from" type="date" label={words.from} value={today} />
      <TextField name="until" type="date" label={words.until} value={today} />
      <label class="webhook-box">
        <input type="checkbox" name="withDelivered" /> <span>{words.withDelivered}</span>
      </label>
      <div class="button-row">
        <button type="submit" class="button">{words.replay}</button>
      </div>
    </form>
  );
}
