// What holds now of what somebody has limited, for those who answer them.
import type { DataRequestData } from "../../../board/data-requests-page.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { WEIGHED } from "../../../privacy/limit-rules.ts";
import type { PurposeName } from "../../../privacy/purposes.ts";
import { Notice } from "../../parts/Notice.tsx";

/** Nothing where nothing is limited. */
export function RequestLimits({ data, locale }: { data: DataRequestData; locale: Locale }) {
  const { dataRequests: { limits: words, limitsTitle }, dataPurposes } = textsFor(locale);
  const { limits: { restriction, objections }, row: { request, isOpen } } = data;
  const weighs = request.type === "objection" && isOpen;
  if (restriction === null && objections.length === 0 && !weighs) return null;
  const today = dateOf(wallTimeOf(data.nowMs));
  const moment = (at: string) => formatMoment(locale, wallTimeOf(at), today);
  const named = (names: readonly PurposeName[]) =>
    names.map((name) => dataPurposes.of[name].title).join(", ");
  return (
    <Notice tone="info">
      <p>{limitsTitle}</p>
      <ul>
        {restriction !== null && <li>{words.restricted(moment(restriction.since))}</li>}
        {restriction !== null && restriction.liftsAt !== null && (
          <li>{words.lifting(moment(restriction.liftsAt))}</li>
        )}
        {objections.length > 0 && (
          <li>{words.objected(named(objections.map(({ purpose }) => purpose)))}</li>
        )}
        {weighs && <li>{words.weigh(named(WEIGHED))}</li>}
      </ul>
    </Notice>
  );
}
