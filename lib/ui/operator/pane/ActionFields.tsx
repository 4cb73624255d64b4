// The forms that ask for more than a press: a driver, a reason, a fee.
import { startValue } from "./start-value.ts";
import { ActionForm } from "./ActionForm.tsx";
import { MAX_REASON_LENGTH } from "../../../booking/booking.ts";
import type { ActionDraft, ActionProblem } from "../../../board/operator-action.ts";
import { shownFeeField } from "../../../board/action-form.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import { FAULTS } from "../../../fees/fault.ts";
import { vehicleName } from "../../../board/day.ts";
import { driverGroups } from "./driver-choice.ts";
import { formatMoney } from "../../../i18n/format.ts";
import type { Look } from "../frame/look.ts";
import { said } from "../../parts/Said.tsx";

/** What the forms are drawn from. */
export interface ActionFormsProps {
  look: Look;
  view: BookingView;
  formToken: string;
  draft: ActionDraft | null;
}

/** Chooses a driver; the driver's own vehicle comes with them. */
export function AssignForm({ look, view, formToken, draft }: ActionFormsProps) {
  const words = look.texts.actions;
  const chosen = draft?.driverId || view.driverId || "";
  return (
    <ActionForm action="assign" view={view} formToken={formToken} isByHand>
      <label class="action-field">
        <span>{look.texts.candidates.byHand}</span>
        <select name="driverId" required {...faultOf(draft, "driver-missing")}>
          <option value="">{words.chooseDriver}</option>
          {driverGroups(look.fleet, view).map(([name, drivers]) => (
            <optgroup key={name} label={words.groups[name]}>
              {drivers.map((driver) => (
                <option key={driver.id} value={driver.id} selected={driver.id === chosen}>
                  {`${said(driver.name)} · ${said(vehicleName(look.fleet, driver.vehicleId))}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button type="submit" class="button primary">
        {view.driverId === null ? words.assign : words.reassign}
      </button>
    </ActionForm>
  );
}

/** Takes the driver off, with the reason. */
export function UnassignForm({ look, view, formToken, draft }: ActionFormsProps) {
  return (
    <ActionForm action="unassign" view={view} formToken={formToken}>
      <ReasonField look={look} draft={draft} />
      <button type="submit" class="button">{look.texts.actions.unassign}</button>
    </ActionForm>
  );
}

/** Cancels, with reason, fault and fee; a fee that is not typed is the one of the terms for that fault, as it is shown. */
export function CancelForm({ look, view, formToken, draft }: ActionFormsProps) {
  const words = look.texts.actions;
  return (
    <ActionForm action="cancel" view={view} formToken={formToken}>
      <ReasonField look={look} draft={draft} />
      <label class="action-field">
        <span>{words.fault}</span>
        <select name="fault">
          {FAULTS.map((fault) => (
            <option key={fault} value={fault} selected={fault === draft?.fault}>
              {words.faults[fault](formatMoney(look.locale, view.faultFeesOre[fault]))}
            </option>
          ))}
        </select>
      </label>
      {FAULTS.map((fault) => (
        <input
          key={fault}
          type="hidden"
          name={shownFeeField(fault)}
          value={view.faultFeesOre[fault]}
        />
      ))}
      <label class="action-field action-fee">
        <span>{words.fee}</span>
        <input
          name="fee"
          dir="ltr"
          inputMode="decimal"
          autocomplete="off"
          maxLength={12}
          {...startValue(draft?.fee ?? "")}
          aria-describedby="fee-hint"
          {...faultOf(draft, "fee-invalid")}
        />
      </label>
      <p class="action-hint" id="fee-hint">{words.feeByTerms} {words.cancelHint}</p>
      <button type="submit" class="button danger">{words.cancelConfirm}</button>
    </ActionForm>
  );
}

/** Says that the customer did not come; the fee follows from the terms. */
export function NoShowForm({ look, view, formToken }: ActionFormsProps) {
  const words = look.texts.actions;
  return (
    <ActionForm action="mark-no-show" view={view} formToken={formToken}>
      <p class="action-hint">{words.noShowHint(formatMoney(look.locale, view.noShowFeeOre))}</p>
      <button type="submit" class="button danger">{words.noShowConfirm}</button>
    </ActionForm>
  );
}

function ReasonField({ look, draft }: Pick<ActionFormsProps, "look" | "draft">) {
  const words = look.texts.actions;
  return (
    <label class="action-field">
      <span>{words.reason}</span>
      <input
        name="reason"
        dir="auto"
        required
        maxLength={MAX_REASON_LENGTH}
        autocomplete="off"
        {...startValue(draft?.reason ?? "")}
        {...faultOf(draft, "reason-missing")}
      />
    </label>
  );
}

/** Ties a field to the sentence above the forms when that is about it. */
function faultOf(draft: ActionDraft | null, problem: ActionProblem) {
  return draft?.problem === problem
    ? { "aria-invalid": true, "aria-errormessage": "action-problem" }
    : {};
}
