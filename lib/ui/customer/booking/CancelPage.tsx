// Cancelling a ride: what it costs now, until when it is free, and the way back.
import SubmitButton from "../../../../islands/SubmitButton.tsx";
import TimelyText from "../../../../islands/TimelyText.tsx";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import type { SeenBooking } from "../../../booking/seen-booking.ts";
import { bookingCan } from "../../../booking/booking-rules.ts";
import type { CancellationPreview } from "../../../booking/cancellation-rules.ts";
import { paths } from "../../../kernel/paths.ts";
import { formatMoment, formatMoney, wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { ErrorSummary } from "../../parts/ErrorSummary.tsx";
import { TextField } from "../../parts/Field.tsx";
import { Notice } from "../../parts/Notice.tsx";
import type { FieldError } from "../../../forms/field-error.ts";
import { CancelSentence } from "../CancelSentence.tsx";
import { shownErrors } from "../shown-errors.ts";
import { CannotPage } from "./CannotPage.tsx";
import { ManagePage } from "./ManagePage.tsx";

/** Properties of CancelPage. */
export interface CancelPageProps {
  locale: Locale;
  booking: SeenBooking;
  link: string;
  cancellation: CancellationPreview;
  reason: string;
  errors: readonly FieldError[];
  /** True when the fee changed after it was shown. */
  feeChanged: boolean;
  /** The server's moment, epoch ms. */
  nowMs: number;
  today: string;
}

/** The question, with the fee in the answer's button. */
export function CancelPage(props: CancelPageProps) {
  const { locale, booking, link, cancellation, today } = props;
  const { booking: texts, quote } = textsFor(locale);
  if (!bookingCan("cancel", booking.status)) {
    return <CannotPage {...props} title={texts.cannotCancelTitle} />;
  }
  const { feeOre } = cancellation;
  const fee = formatMoney(locale, feeOre);
  const free = formatMoment(locale, wallTimeOf(cancellation.freeUntil), today);
  const isFree = feeOre === 0;
  const errors = shownErrors(locale, props.errors, { reason: props.reason }, today);
  return (
    <ManagePage {...props} title={texts.cancelTitle}>
      {props.feeChanged ? <Notice tone="warn">{texts.cancelFeeChanged}</Notice> : null}
      <div class="fee">
        <p class="fee-now">
          {isFree
            ? (
              <TimelyText
                before={texts.cancelFree}
                after={texts.cancelFee(formatMoney(locale, cancellation.lateFeeOre))}
                afterMs={Date.parse(cancellation.freeUntil) - props.nowMs}
              />
            )
            : texts.cancelFee(fee)}
        </p>
        <p class="muted">
          {isFree ? <CancelSentence {...props} length="long" /> : texts.cancelFeeWhy(free)}
        </p>
      </div>
      <form class="field-stack" method="post" action={paths.cancelBooking(link)} noValidate>
        <ErrorSummary locale={locale} errors={errors} />
        <input type="hidden" name="expectedFeeOre" value={String(feeOre)} />
        <TextField
          name="reason"
          label={texts.cancelReason}
          value={props.reason}
          optional={quote.optional}
          hint={texts.cancelReasonHint(MAX_REASON_LENGTH)}
          error={errors[0]?.text}
        />
        <div class="button-row">
          <SubmitButton
            label={isFree ? texts.cancelConfirm : texts.cancelConfirmFee(fee)}
            busyLabel={texts.cancelling}
            kind="danger"
          />
          <a class="button" href={paths.booking(link)} aria-current="false">{texts.keepRide}</a>
        </div>
      </form>
    </ManagePage>
  );
}
