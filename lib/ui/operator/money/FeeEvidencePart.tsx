// What a fee of a ride nobody took stands on: when the car came, how long it waited, what the customer was told and when.
import type { BookingMoney } from "../../../board/booking-money-page.ts";
import type { FeeEvidence } from "../../../booking/fee-evidence.ts";
import { formatMoment, formatMoney, formatNumber, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Notice } from "../../parts/Notice.tsx";
import { Fact, Facts } from "../compliance/Facts.tsx";

/** Properties of FeeEvidencePart. */
export interface FeeEvidencePartProps {
  evidence: FeeEvidence;
  data: BookingMoney;
  locale: Locale;
}

/** The facts, and a warning where they are too few. */
export function FeeEvidencePart({ evidence, data: { nowMs, told }, locale }: FeeEvidencePartProps) {
  const { evidence: words } = textsFor(locale).payments.booking;
  const { kind, arrivedAt, arrivedBy } = evidence;
  const at = (instant: string) =>
    formatMoment(locale, wallTimeOf(instant), dateOf(wallTimeOf(nowMs)));
  const minutes = (count: number) => words.minutes(formatNumber(locale, count));
  const isNoShow = kind === "no-show";
  return (
    <section class="retention-part">
      <h2>{words.title}</h2>
      {!evidence.isEnough && <Notice tone="warn">{words.tooLittle}</Notice>}
      <Facts>
        <Fact name={words.kinds[kind]}>{formatMoney(locale, evidence.feeOre)}</Fact>
        <Fact name={words.pickup}>{at(evidence.pickupAt)}</Fact>
        <Fact name={words.arrived}>
          {arrivedAt === null ? words.notArrived : at(arrivedAt)}
          {arrivedBy !== null && `, ${words.by[arrivedBy]}`}
        </Fact>
        <Fact name={words.ended[kind]}>{at(evidence.endedAt)}</Fact>
        {isNoShow && (
          <Fact name={words.waited}>
            {words.waitedOf(minutes(evidence.waitedMinutes), minutes(evidence.waitMinutes))}
          </Fact>
        )}
        <Fact name={words.told}>
          {told.length === 0 ? words.nothingTold : (
            <ul>
              {told.map(({ channel, topic, decidedAt, outcome }) => (
                <li key={`${topic} ${channel} ${decidedAt}`}>
                  {[
                    textsFor(locale).outbox.topics[topic],
                    textsFor(locale).outbox.channels[channel],
                    textsFor(locale).outbox.outcomes[outcome],
                    decidedAt === null ? "" : at(decidedAt),
                  ].filter((word) =>
                    word !== ""
                  ).join(" · ")}
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </Facts>
    </section>
  );
}
