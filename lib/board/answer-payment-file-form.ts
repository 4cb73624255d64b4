// What a sent form of payment files comes to: a file, a payment that did not come about, or the page again with why not.
import type { OperatorSession } from "../accounts/session.ts";
import { invalidFields } from "../errors/request-error.ts";
import { holderId } from "../fleet/vehicle.ts";
import { makePaymentFile } from "../settlement/make-payment-file.ts";
import type { PaymentFileRefusal } from "../settlement/payment-file.ts";
import { askReturn, confirmReturn } from "../settlement/return-payment.ts";
import type { PaymentFilesPageDeps } from "./payment-files-page.ts";

/** Done, by the word the page says it in, or why not. */
export type PaymentFileAnswer =
  | { ok: true; done: "made" | "asked" | "returned" }
  | { ok: false; refusal: PaymentFileRefusal };

/** Carries out what the pressed button says. Throws RequestError: invalid for an unknown button. */
export async function answerPaymentFile(
  deps: PaymentFilesPageDeps,
  { personId: by }: Pick<OperatorSession, "personId">,
  fields: ReadonlyMap<string, string>,
): Promise<PaymentFileAnswer> {
  const [fileId = "", holder = "", number = ""] = (fields.get("payment") ?? "").split(" ");
  const payment = { fileId, holderId: holderId(holder), number: Number(number), by };
  switch (fields.get("action")) {
    case "make": {
      const made = await makePaymentFile(deps, { payOn: fields.get("payOn") ?? "", by });
      return made.ok ? { ok: true, done: "made" } : made;
    }
    case "ask-return":
      return outcome(await askReturn(deps, payment), "asked");
    case "confirm-return":
      return outcome(await confirmReturn(deps, payment), "returned");
    default:
      throw invalidFields([{ field: "action", code: "not-an-option" }]);
  }
}

function outcome(
  refusal: PaymentFileRefusal | null,
  done: "asked" | "returned",
): PaymentFileAnswer {
  return refusal === null ? { ok: true, done } : { ok: false, refusal };
}
