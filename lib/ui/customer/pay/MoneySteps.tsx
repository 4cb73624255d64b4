// What happens to the money, for one way to pay: now, until cancelling costs something, after that, and after the ride.
import { formatMoment, formatMoney, formatTime, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { PaymentMethod } from "../../../payments/payment-method.ts";
import { RouteLine, type RouteStep } from "../RouteLine.tsx";
import type { PayPageProps } from "./pay-page-data.ts";

/** The steps on the route line. */
export function MoneySteps(props: PayPageProps & { method: PaymentMethod }) {
  const { pay } = textsFor(props.locale);
  return <RouteLine class="money-steps" label={pay.steps} steps={stepsOf(props)} />;
}

function stepsOf(props: PayPageProps & { method: PaymentMethod }): RouteStep[] {
  const { locale, booking, cancellation, nowMs, today } = props;
  const { pay } = textsFor(locale);
  const { method } = props;
  const price = formatMoney(locale, booking.trip.totalOre);
  const freeUntil = wallTimeOf(cancellation.freeUntil);
  const isFree = nowMs <= Date.parse(cancellation.freeUntil);
  const feeOre = isFree ? cancellation.lateFeeOre : cancellation.feeOre;
  const fee = formatMoney(locale, feeOre);
  const free: RouteStep = {
    title: pay.free(formatMoment(locale, freeUntil, today)),
    text: pay.freeText[method],
    reached: false,
  };
  return [
    nowStep(props, method, price),
    ...(isFree ? [free] : []),
    {
      title: isFree ? pay.late(formatTime(locale, freeUntil), fee) : pay.lateNow(fee),
      text: pay.lateText[method],
      reached: false,
    },
    { title: pay.after[method](price), text: pay.afterText[method], reached: false },
  ];
}

function nowStep(
  { locale, authoriseAt, today }: PayPageProps,
  method: PaymentMethod,
  price: string,
): RouteStep {
  const { now, nowText } = textsFor(locale).pay;
  const reached = true;
  switch (method) {
    case "card": {
      if (authoriseAt === null) return { title: now.card(price), text: nowText.card, reached };
      const moment = formatMoment(locale, wallTimeOf(authoriseAt), today);
      return { title: now.saved, text: nowText.saved(moment), reached };
    }
    case "swish":
      return { title: now.swish(price), text: nowText.swish, reached };
    case "invoice":
    case "car":
      return { title: now[method], text: nowText[method], reached };
  }
}
