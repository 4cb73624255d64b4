// The ways to pay, one below the other; the fields of a card stand within its own.
import type { ComponentChildren } from "preact";
import { textsFor } from "../../../i18n/texts.ts";
import type { PaymentMethod } from "../../../payments/payment-method.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icon-names.ts";
import { shownErrors } from "../shown-errors.ts";
import { BuyerFields } from "./BuyerFields.tsx";
import type { PayPageProps } from "./pay-page-data.ts";

const ICONS: Readonly<Record<PaymentMethod, IconName>> = {
  card: "credit-card",
  swish: "smartphone",
  invoice: "file-text",
  car: "car",
};

/** The question; `children` are the fields of a card. */
export function PayMethods(
  { locale, methods, chosen, buyer, today, children }:
    & Pick<PayPageProps, "locale" | "methods" | "chosen" | "buyer" | "today">
    & { children: ComponentChildren },
) {
  const { pay } = textsFor(locale);
  return (
    <fieldset class="pay-methods">
      <legend>{pay.question}</legend>
      <div class="pay-list">
        {methods.map((method) => (
          <div key={method} class="pay-method">
            <label for={`method-${method}`}>
              <input
                type="radio"
                id={`method-${method}`}
                name="method"
                value={method}
                checked={method === chosen}
              />
              <span>
                <span class="choice-title">{pay.methods[method].name}</span>
                <span class="choice-text">{pay.methods[method].text}</span>
              </span>
              <Icon name={ICONS[method]} />
            </label>
            {method === "invoice" && (
              <BuyerFields
                locale={locale}
                values={buyer.values}
                errors={shownErrors(locale, buyer.errors, buyer.values, today)}
                hasPeople={buyer.hasPeople}
              />
            )}
            {method === "card" && (
              <div class="pay-card">
                {children}
                <p class="small muted pay-whose">
                  <Icon name="lock" />
                  <span class="with-script">{pay.fieldsOfStripe}</span>
                  <span class="without-script">{pay.pageOfStripe}</span>
                </p>
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
