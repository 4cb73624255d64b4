// Every protection: since when, by whom, why, which bookings by their codes, and what was done to it before.
import type { ProtectedData, VeilView } from "../../../board/protected-page.ts";
import { formatMoment, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import type { VeilActor, VeilStep } from "../../../veil/veil.ts";
import { Said } from "../../parts/Said.tsx";
import { CodedList, ProtectionForm, ReasonField } from "./ProtectionParts.tsx";

interface TableProps {
  data: ProtectedData;
  locale: Locale;
}

/** The table. */
export function VeilTable({ data, locale }: TableProps) {
  const words = textsFor(locale).protection;
  const names = words.columns;
  if (data.veils.length === 0) return <p>{words.none}</p>;
  return (
    <table class="listing jobs-table">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{names.state}</th>
          <th scope="col">{names.since}</th>
          <th scope="col">{names.why}</th>
          <th scope="col">{names.bookings}</th>
          <th scope="col">{names.history}</th>
          <th scope="col">
            <span class="visually-hidden">{words.lift}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.veils.map((veil) => <VeilRow key={veil.id} {...{ data, locale, veil }} />)}
      </tbody>
    </table>
  );
}

function VeilRow({ data, locale, veil }: TableProps & { veil: VeilView }) {
  const words = textsFor(locale).protection;
  const { columns } = words;
  const { kind, isSet, last, bookings, steps } = veil;
  return (
    <tr>
      <th scope="row">{`${words.kinds[kind]}, ${isSet ? words.isSet : words.isLifted}`}</th>
      <td data-label={columns.since}>
        <Moment locale={locale} at={last.at} nowMs={data.nowMs} />,{" "}
        <By locale={locale} by={last.by} />
      </td>
      <td data-label={columns.why}>
        <Said>{last.reason === "" ? "–" : last.reason}</Said>
      </td>
      <td data-label={columns.bookings}>
        {bookings.length === 0 ? words.noBookings : <CodedList bookings={bookings} />}
      </td>
      <td data-label={columns.history}>
        <History steps={steps} locale={locale} nowMs={data.nowMs} />
      </td>
      <td>{data.lifts && isSet && <Lift {...{ data, locale, veil }} />}</td>
    </tr>
  );
}

function History(
  { steps, locale, nowMs }: { steps: readonly VeilStep[]; locale: Locale; nowMs: number },
) {
  const words = textsFor(locale).protection;
  return (
    <ul class="plain-list">
      {steps.map((step) => (
        <li key={`${step.at} ${step.type}`}>
          {`${words.steps[step.type]} `}
          <Moment locale={locale} at={step.at} nowMs={nowMs} />
        </li>
      ))}
    </ul>
  );
}

/** Lifting asks why first: its button is out of sight until then. */
function Lift({ data, locale, veil }: TableProps & { veil: VeilView }) {
  const words = textsFor(locale).protection;
  return (
    <details class="unfold">
      <summary class="button">
        {words.lift}{" "}
        <span class="visually-hidden">{veil.bookings[0]?.reference ?? veil.last.at}</span>
      </summary>
      <ProtectionForm data={data}>
        <p class="action-hint">{words.liftLead}</p>
        <input type="hidden" name="veil" value={veil.id} />
        <ReasonField locale={locale} />
        <button type="submit" class="button danger" name="act" value="lift">
          {words.liftConfirm}
        </button>
      </ProtectionForm>
    </details>
  );
}

function Moment({ locale, at, nowMs }: { locale: Locale; at: string; nowMs: number }) {
  return (
    <time dateTime={at}>
      {formatMoment(locale, wallTimeOf(at), dateOf(wallTimeOf(nowMs)))}
    </time>
  );
}

function By({ locale, by }: { locale: Locale; by: VeilActor }) {
  const words = textsFor(locale).protection;
  return by.name === "" ? <>{words.by[by.kind]}</> : <Said>{by.name}</Said>;
}
