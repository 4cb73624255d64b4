// How a draft is published on a day, taken back before it, or given up; what stands in the way is said first.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { DraftData } from "../../../board/draft-page.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { Notice } from "../../parts/Notice.tsx";
import { said } from "../../parts/Said.tsx";

/** Properties of DraftPublish. */
export interface DraftPublishProps {
  data: DraftData;
  locale: Locale;
}

/** What can be done to the draft in its state. */
export function DraftPublish({ data, locale }: DraftPublishProps) {
  const { draft: words } = textsFor(locale).tariffs;
  const { draft } = data;
  switch (draft.state.kind) {
    case "open":
      return (
        <>
          <Review data={data} locale={locale} />
          <Plan data={data} locale={locale} />
        </>
      );
    case "planned":
      return (
        <section class="tariff-publish">
          <Notice tone="ok">{words.planned(draft.state.publishOn)}</Notice>
          <Step data={data} action="withdraw" label={words.withdraw} />
        </section>
      );
    case "published":
      return (
        <p>
          {words.published(draft.state.version)}{" "}
          <a href={paths.adminTariff(draft.state.version)}>{draft.state.version}</a>
        </p>
      );
    case "discarded":
      return <p>{words.discarded}</p>;
    default:
      return draft.state satisfies never;
  }
}

function Review({ data, locale }: DraftPublishProps) {
  const { review: words } = textsFor(locale).tariffs;
  const { draft, review, formToken } = data;
  const by = draft.approvedBy?.name ?? "";
  return (
    <section class="tariff-publish" aria-labelledby="review">
      <h2 id="review">{words.title}</h2>
      <p class="jobs-lead">{review === "approved" ? words.approved(said(by)) : words[review]}</p>
      {review === "mine" && (
        <form class="tariff-review" method="post" action={paths.adminTariffReview(draft.id)}>
          <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
          <input type="hidden" name="revision" value={draft.revision} />
          <button type="submit" class="button primary">{words.approve}</button>
        </form>
      )}
    </section>
  );
}

function Plan({ data, locale }: DraftPublishProps) {
  const { draft: words } = textsFor(locale).tariffs;
  const { draft, inTheWay } = data;
  return (
    <section class="tariff-publish" aria-labelledby="publish">
      <h2 id="publish">{words.publish}</h2>
      <p class="jobs-lead">{words.publishHint}</p>
      {inTheWay !== null && <p>{words.wayTitle} {words.refusals[inTheWay.reason]}</p>}
      {draft.approvedBy !== null && <PlanForm data={data} locale={locale} />}
      <details class="unfold landmark-retire">
        <summary class="button">{words.discard}</summary>
        <p class="action-hint">{words.discardHint}</p>
        <Step data={data} action="discard" label={words.discard} />
      </details>
    </section>
  );
}

function PlanForm({ data, locale }: DraftPublishProps) {
  const { draft: words } = textsFor(locale).tariffs;
  const { draft, today } = data;
  return (
    <form class="action-form" method="post" action={paths.adminDraft(draft.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <input type="hidden" name="revision" value={draft.revision} />
      <input type="hidden" name="versions" value={data.versions.join(",")} />
      <label class="action-field">
        <span>{words.publishOn}</span>
        <input
          type="date"
          name="publishOn"
          required
          min={today}
          max={draft.tariff.validFrom >= today ? draft.tariff.validFrom : undefined}
          value={data.publishOn}
        />
      </label>
      <button type="submit" class="button primary" name="action" value="plan">{words.plan}</button>
    </form>
  );
}

function Step(
  { data, action, label }: { data: DraftData; action: "withdraw" | "discard"; label: string },
) {
  return (
    <form class="action-form" method="post" action={paths.adminDraft(data.draft.id)}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      <button
        type="submit"
        class={action === "discard" ? "button danger" : "button"}
        name="action"
        value={action}
      >
        {label}
      </button>
    </form>
  );
}
