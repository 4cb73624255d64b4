// The instances that share a tier, their sum first: what each hits, holds and has taken of what was purged.
import type { SeenInstance } from "../../../cache/instance-roster.ts";
import { formatMoment, formatNumber, formatShare, wallTimeOf } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { dateOf } from "../../../kernel/wall-time.ts";
import { Room } from "./Room.tsx";

/** Properties of InstanceTable. */
export interface InstanceTableProps {
  instances: readonly SeenInstance[];
  /** Epoch milliseconds. */
  nowMs: number;
  locale: Locale;
}

/** The table. */
export function InstanceTable({ instances, nowMs, locale }: InstanceTableProps) {
  const words = textsFor(locale).cache;
  const number = (value: number) => formatNumber(locale, value);
  const taken = instances.filter(({ hasAll, isStale }) => hasAll && !isStale).length;
  const sum = (name: "hits" | "misses" | "bytes" | "maxBytes") =>
    instances.reduce((all, one) => all + one[name], 0);
  const all = {
    ...{ hits: sum("hits"), misses: sum("misses") },
    ...{ bytes: sum("bytes"), maxBytes: sum("maxBytes") },
  };
  return (
    <section class="cache-part">
      <h2>{words.instances}</h2>
      <p class="jobs-lead">{words.instancesNote}</p>
      <table class="listing jobs-table cache-table">
        <caption class="visually-hidden">{words.instances}</caption>
        <thead>
          <tr>
            {Object.entries(words.instanceColumns).map(([key, name]) => (
              <th key={key} scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            {...{ locale, of: all, name: words.allInstances, note: "" }}
            isBad={taken < instances.length}
            purges={words.taken(number(taken), number(instances.length))}
          />
          {instances.map((one) => (
            <Row
              key={one.name}
              {...{ locale, of: one, name: one.name, note: noteOf(one, locale, nowMs) }}
              isBad={!one.hasAll || one.isStale}
              purges={purgesOf(one, locale, nowMs)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function noteOf({ since, isOwn }: SeenInstance, locale: Locale, nowMs: number): string {
  const words = textsFor(locale).cache;
  const from = words.instanceSince(momentOf(locale, since, nowMs));
  return isOwn ? `${words.thisInstance}, ${from}` : from;
}

function purgesOf({ isStale, hasAll, atMs }: SeenInstance, locale: Locale, nowMs: number): string {
  const words = textsFor(locale).cache;
  if (isStale) return words.silent(momentOf(locale, new Date(atMs).toISOString(), nowMs));
  return hasAll ? words.hasAll : words.lacksSome;
}

function momentOf(locale: Locale, instant: string, nowMs: number): string {
  return formatMoment(locale, wallTimeOf(instant), dateOf(wallTimeOf(nowMs)));
}

function Row(
  { locale, of, name, note, purges, isBad }: {
    locale: Locale;
    of: Pick<SeenInstance, "hits" | "misses" | "bytes" | "maxBytes">;
    name: string;
    note: string;
    purges: string;
    isBad: boolean;
  },
) {
  const words = textsFor(locale).cache;
  const columns = words.instanceColumns;
  const asked = of.hits + of.misses;
  const rate = asked === 0 ? words.none : formatShare(locale, of.hits / asked);
  return (
    <tr>
      <th scope="row">
        <b>{name}</b> <small>{note}</small>
      </th>
      <td data-label={columns.hits}>{rate}</td>
      <td data-label={columns.asked}>{formatNumber(locale, asked)}</td>
      <td data-label={columns.room}>
        <Room bytes={of.bytes} maxBytes={of.maxBytes} locale={locale} />
      </td>
      <td data-label={columns.purges} class={isBad ? "cache-bad" : undefined}>
        {isBad && <span aria-hidden="true">▲</span>}
        {purges}
      </td>
    </tr>
  );
}
