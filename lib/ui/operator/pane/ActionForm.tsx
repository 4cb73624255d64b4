// One form for one action: where it goes, who may send it, and which version of the booking it saw.
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { ComponentChildren } from "preact";
import { paths } from "../../../kernel/paths.ts";
import type { OperatorAction } from "../../../board/operator-action.ts";
import type { BookingView } from "../../../board/booking-view.ts";

/** What every action form carries. */
export interface ActionFormProps {
  action: OperatorAction;
  view: BookingView;
  formToken: string;
  /** True once this action was refused as unlikely: pressing again says that it is so all the same. */
  isAsked?: boolean;
  /** True for the form in which a driver is chosen from all. */
  isByHand?: boolean;
  children: ComponentChildren;
}

/** The form. Scripts recognise it by `data-action` and send the same fields to the API. */
export function ActionForm(props: ActionFormProps) {
  const { action, view, formToken, isAsked, isByHand, children } = props;
  return (
    <form
      class="action-form"
      method="post"
      action={paths.adminBookingAction(view.id, action)}
      data-action={action}
      data-by-hand={isByHand}
    >
      <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
      <input type="hidden" name="expectedVersion" value={view.version} />
      {isAsked && <input type="hidden" name="confirmed" value="yes" />}
      {children}
    </form>
  );
}
