// A booking taken on the telephone: who calls, where to and when on the left, the price to read out on the right.
import PhoneOrder from "../../../../islands/PhoneOrder.tsx";
import { FORM_TOKEN_FIELD } from "../../../accounts/form-token-names.ts";
import type { OperatorSession } from "../../../accounts/session.ts";
import { boardAt } from "../../../board/board-return.ts";
import type { OrderData } from "../../../board/phone-order.ts";
import { textsFor } from "../../../i18n/texts.ts";
import { wallTimeOf } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { paths } from "../../../kernel/paths.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { Place } from "../../../places/place.ts";
import { openQuestions, shownErrors } from "../../customer/shown-errors.ts";
import { OperatorPage } from "../frame/OperatorPage.tsx";
import { CallerBand } from "./CallerBand.tsx";
import { OrderFields } from "./OrderFields.tsx";
import { OrderPriceAside } from "./OrderPriceAside.tsx";

/** Properties of OrderPage. */
export interface OrderPageProps {
  data: OrderData;
  popular: readonly Place[];
  state: { locale: Locale; operator: OperatorSession | null };
  /** Address of the page. */
  url: URL;
}

/** The page in the operators' frame, complete without script. */
export function OrderPage({ data, popular, state, url }: OrderPageProps) {
  const { locale, operator } = state;
  const { formToken, deadJobs, nowMs, values, errors } = data;
  const words = textsFor(locale).order;
  const today = dateOf(wallTimeOf(nowMs));
  const shown = shownErrors(locale, errors, values, today);
  const errorFor = (...fields: string[]) => shown.find(({ field }) => fields.includes(field))?.text;
  return (
    <OperatorPage
      page="order"
      date=""
      {...{ locale, operator, nowMs, url, formToken, deadJobs }}
    >
      <form
        class="order"
        method="post"
        action={paths.adminNewBooking()}
        aria-labelledby="order-title"
        noValidate
      >
        <header class="order-head">
          <h1 id="order-title">{words.title}</h1>
          <a class="button" href={boardAt(values.back) || paths.admin()} data-close>
            {words.close} <kbd>Esc</kbd>
          </a>
        </header>
        <input type="hidden" name={FORM_TOKEN_FIELD} value={formToken} />
        <input type="hidden" name="idempotencyKey" value={values.idempotencyKey} />
        <input type="hidden" name="back" value={boardAt(values.back)} />
        <PhoneOrder />
        <CallerBand data={data} locale={locale} />
        <OrderFields
          {...{ locale, values, popular, errorFor }}
          questions={openQuestions(errors, values)}
          nowMs={nowMs}
        />
        <OrderPriceAside data={data} locale={locale} />
      </form>
    </OperatorPage>
  );
}
