// Whom outside a request has told what, how far that is, and a form for who has told somebody by hand.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DataRequestData } from "../../../board/data-requests-page.ts";
import type { RecipientRow } from "../../../board/request-recipients.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { MAX_REQUEST_TEXT } from "../../../privacy/data-request.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Said } from "../../parts/Said.tsx";

/** Properties of RequestRecipients. */
export interface RequestRecipientsProps {
  data: DataRequestData;
  locale: Locale;
}

/** Nothing where nobody outside was handed anything. */
export function RequestRecipients({ data, locale }: RequestRecipientsProps) {
  const words = textsFor(locale).dataRequests;
  if (data.recipients.length === 0) return null;
  return (
    <section class="data-request-part">
      <h2>{words.recipientsTitle}</h2>
      <ul>
        {data.recipients.map((row) => (
          <li key={row.notice.id}>
            <Line row={row} data={data} locale={locale} />
            {row.mayConfirm && <ConfirmForm row={row} data={data} locale={locale} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ row, data, locale }: RequestRecipientsProps & { row: RecipientRow }) {
  const { dataRequests: words, purposes: { wayOut } } = textsFor(locale);
  const { notice: { recipient, about, state, changedAt, references, by, reason }, host } = row;
  const today = dateOf(wallTimeOf(data.nowMs));
  return (
    <>
      {wayOut[recipient]}
      {host !== "" && (
        <>
          {" "}
          <code>{host}</code>
        </>
      )}
      : {words.noticeAbout[about]}, {words.noticeStates[state]},{" "}
      <time dateTime={changedAt}>{formatMoment(locale, wallTimeOf(changedAt), today)}</time>
      {by !== "" && (
        <>
          , <Said>{by}</Said>: <Said>{reason}</Said>
        </>
      )}
      {row.mayConfirm && (
        <details>
          <summary>{words.references(references.length)}</summary>
          <code>{references.join(" ")}</code>
        </details>
      )}
    </>
  );
}

function ConfirmForm({ row, data, locale }: RequestRecipientsProps & { row: RecipientRow }) {
  const words = textsFor(locale).dataRequests;
  const isFaulty = data.noticeFault?.id === row.notice.id;
  return (
    <form
      class="field-stack"
      method="post"
      action={paths.adminDataRequest(data.row.request.id)}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="notice" value={row.notice.id} />
      <p class="action-hint">{words.tellHints[row.notice.about]}</p>
      {isFaulty && (
        <div role="alert">
          <Notice tone="warn">
            {data.noticeFault?.why === "missing"
              ? words.missing(MAX_REQUEST_TEXT)
              : words.personalNumber}
          </Notice>
        </div>
      )}
      <label class="action-field">
        <span>{words.tellField}</span>
        <textarea name="text" rows={2} maxLength={MAX_REQUEST_TEXT} required dir="auto">
          {isFaulty ? data.noticeFault?.text : ""}
        </textarea>
      </label>
      <div class="button-row">
        <button type="submit" class="button" name="act" value="told-by-hand">
          {words.tell}
        </button>
      </div>
    </form>
  );
}
