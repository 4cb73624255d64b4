// What the pages of protected identities share: codes of bookings, the reason, the form.
import type { ComponentChildren } from "preact";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { CodedBooking, ProtectedData, ProtectedFault } from "../../../board/protected-page.ts";
import { formatReference } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_VEIL_REASON, MIN_VEIL_REASON } from "../../../veil/veil.ts";
import { Notice } from "../../parts/Notice.tsx";

/** Codes of bookings, each a link to it. */
export function CodedList({ bookings }: { bookings: readonly CodedBooking[] }) {
  return (
    <>
      {bookings.map(({ id, reference }, i) => (
        <>
          {i === 0 ? "" : ", "}
          <a key={id} href={paths.adminBooking(id)}>{formatReference(reference)}</a>
        </>
      ))}
    </>
  );
}

/** What was wrong with a form. */
export function ProtectionFault(
  { locale, fault }: { locale: Locale; fault: ProtectedFault | null },
) {
  const { faults } = textsFor(locale).protection;
  if (fault === null) return null;
  return (
    <div role="alert">
      <Notice tone="warn">
        {fault === "no-reason" ? faults[fault](MIN_VEIL_REASON, MAX_VEIL_REASON) : faults[fault]}
      </Notice>
    </div>
  );
}

/** Why; asked for wherever something is done. */
export function ReasonField({ locale, value = "" }: { locale: Locale; value?: string }) {
  const words = textsFor(locale).protection;
  return (
    <label class="action-field">
      <span>{words.reason}</span>
      <input
        name="reason"
        value={value}
        minLength={MIN_VEIL_REASON}
        maxLength={MAX_VEIL_REASON}
        required
        dir="auto"
      />
      <span class="action-hint">{words.reasonHint(MIN_VEIL_REASON)}</span>
    </label>
  );
}

/** A form of the page, with the token of the session. */
export function ProtectionForm(
  { data, children, action = paths.adminProtected() }: {
    data: Pick<ProtectedData, "formToken">;
    children: ComponentChildren;
    action?: string;
  },
) {
  return (
    <form class="field-stack" method="post" action={action}>
      <input type="hidden" name={FORM_TOKEN_FIELD} value={data.formToken} />
      {children}
    </form>
  );
}
