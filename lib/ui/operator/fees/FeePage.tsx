// One edition of the fees, or one draft: its rows, its times, what it would have made of last month, its review.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import type { FeeData } from "../../../board/fees-page.ts";
import { feeWords } from "../../../i18n/fee-words.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { FeeForms } from "./FeeForms.tsx";
import { FeeOutcome } from "./FeeOutcome.tsx";
import { FeePreviewPart } from "./FeePreviewPart.tsx";
import { FeeRows } from "./FeeRows.tsx";

/** Properties of FeePage. */
export interface FeePageProps {
  data: FeeData;
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame. */
export function FeePage({ data, state, url }: FeePageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, bookedFrom, draft } = data;
  const { fees: words } = textsFor(locale);
  const mayDraft = operator?.rights.includes("draft-tariffs") === true;
  return (
    <OperatorPage page="tariffs" date="" {...{ locale, operator, nowMs, url, formToken, deadJobs }}>
      <div class="jobs landmarks">
        <header class="jobs-head">
          <h1>{`${words.title} ${bookedFrom}`}</h1>
          <a class="button" href={paths.adminFees()}>{words.back}</a>
        </header>
        {draft !== null && <p class="jobs-lead">{words.states.draft}</p>}
        <FeeOutcome {...data} locale={locale} />
        <h2>{words.rows}</h2>
        <FeeRows data={data} locale={locale} mayDraft={draft !== null && mayDraft} />
        <h2>{words.times}</h2>
        <Times data={data} locale={locale} />
        {draft !== null && mayDraft && <FeeForms data={data} locale={locale} />}
        {data.preview !== null && <FeePreviewPart preview={data.preview} locale={locale} />}
        {draft === null
          ? mayDraft && <Withdraw data={data} locale={locale} />
          : <Review data={data} locale={locale} operator={operator} />}
      </div>
    </OperatorPage>
  );
}

interface PartProps {
  data: FeeData;
  locale: Locale;
}

function Times({ data: { matrix }, locale }: PartProps) {
  const { fees: words } = textsFor(locale);
  return (
    <ul>
      <li>{words.wait(words.minutes(matrix.waitMinutes))}</li>
      {matrix.lateness.length === 0 && <li>{words.noLateness}</li>}
      {matrix.lateness.map(({ fromMinutes, amount }) => (
        <li key={fromMinutes}>
          {words.lateness(words.minutes(fromMinutes), feeWords(locale, amount))}
        </li>
      ))}
    </ul>
  );
}

function Review(
  { data, locale, operator }: PartProps & { operator: OperatorSession | null },
) {
  const { fees: words } = textsFor(locale);
  const { draft, bookedFrom, isAuthor, formToken } = data;
  const mayDraft = operator?.rights.includes("draft-tariffs") ?? false;
  const mayReview = operator?.rights.includes("review-tariffs") ?? false;
  const text = isAuthor
    ? words.reviewAuthor
    : mayReview
    ? words.reviewMine(bookedFrom)
    : words.reviewOthers;
  return (
    <section class="tariff-publish" aria-labelledby="review">
      <h2 id="review">{words.review}</h2>
      <p class="jobs-lead">{text}</p>
      {mayReview && !isAuthor && (
        <form class="tariff-review" method="post" action={paths.adminFeeReview(bookedFrom)}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="revision" value={draft?.revision} />
          <button type="submit" class="button primary">{words.approve}</button>
        </form>
      )}
      {mayDraft && (
        <form method="post" action={paths.adminFee(bookedFrom)}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="revision" value={draft?.revision} />
          <button type="submit" class="button" name="action" value="discard">
            {words.discard}
          </button>
        </form>
      )}
    </section>
  );
}

/** Nobody has bought under it as long as its day has not begun. */
function Withdraw({ data: { bookedFrom, today, formToken }, locale }: PartProps) {
  if (bookedFrom <= today) return null;
  return (
    <form method="post" action={paths.adminFee(bookedFrom)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <button type="submit" class="button" name="action" value="withdraw">
        {textsFor(locale).fees.withdraw}
      </button>
    </form>
  );
}
