// Where things are kept ready: memory, what instances share, a cache in front, the browser; each with how it is.
import type { ComponentChildren } from "preact";
import type { CacheData } from "../../../board/cache-page.ts";
import { formatBytes, formatCount, formatList, formatNumber } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { Room } from "./Room.tsx";

type Part = { data: CacheData; locale: Locale };

/** The table. */
export function TierTable({ data, locale }: Part) {
  const words = textsFor(locale).cache;
  const { memory } = data.analytics.tiers;
  return (
    <section class="cache-part">
      <h2>{words.tiers}</h2>
      <table class="listing jobs-table cache-table">
        <caption class="visually-hidden">{words.tiers}</caption>
        <thead>
          <tr>
            {Object.entries(words.tierColumns).map(([key, name]) => (
              <th key={key} scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            {...{ locale, name: words.memory, of: words.memoryOf, state: words.answers }}
            hits={formatNumber(locale, memory.hits)}
            room={<Room {...memory} locale={locale} />}
          />
          <Network data={data} locale={locale} />
          <Edge data={data} locale={locale} />
          <Row
            {...{ locale, name: words.browser, of: words.browserOf, state: words.browserState }}
            hits={words.edgeCounts}
            room={words.none}
          />
        </tbody>
      </table>
    </section>
  );
}

function Network({ data, locale }: Part) {
  const words = textsFor(locale).cache;
  const { network } = data.analytics.tiers;
  const name = words.network;
  if (network === null) {
    return <Row {...{ locale, name, of: "", state: words.noNetwork }} hits="" room="" />;
  }
  const number = (value: number) => formatNumber(locale, value);
  const { slow, failed, skipped, unsaidInvalidations: unsaid, bytesRead, bytesWritten } = network;
  const troubles = [
    ...network.isBehind ? [words.isBehind] : [],
    ...unsaid > 0 ? [formatCount(locale, unsaid, words.unsaid)] : [],
    ...slow > 0 ? [words.slow(number(slow))] : [],
    ...failed > 0 ? [words.unanswered(number(failed))] : [],
    ...skipped > 0 ? [words.skipped(number(skipped))] : [],
  ];
  return (
    <Row
      {...{ locale, name, of: words.networkKinds[network.kind] }}
      isBad={network.state !== "closed" || network.isBehind || unsaid > 0}
      state={[words.circuit[network.state], ...troubles].join("; ")}
      hits={number(network.hits)}
      room={words.traffic(formatBytes(locale, bytesRead), formatBytes(locale, bytesWritten))}
    />
  );
}

function Edge({ data: { edge }, locale }: Part) {
  const words = textsFor(locale).cache;
  const name = words.edge;
  if (edge === null) {
    return <Row {...{ locale, name, of: "", state: words.noEdge }} hits="" room="" />;
  }
  const wanted = edge.wanted.length === 0
    ? []
    : [words.edgeWanted(formatList(locale, edge.wanted))];
  return (
    <Row
      {...{ locale, name, of: edge.host }}
      isBad={edge.isBehind}
      state={[edge.isBehind ? words.edgeBehind : words.answers, ...wanted].join("; ")}
      hits={words.edgeCounts}
      room={words.none}
    />
  );
}

function Row(
  { locale, name, of, state, hits, room, isBad = false }: {
    locale: Locale;
    name: string;
    of: string;
    state: string;
    hits: string;
    room: ComponentChildren;
    isBad?: boolean;
  },
) {
  const { state: inState, hits: inHits, room: inRoom } = textsFor(locale).cache.tierColumns;
  return (
    <tr>
      <th scope="row">
        <b>{name}</b> <small>{of}</small>
      </th>
      <td data-label={inState} class={isBad ? "cache-bad" : undefined}>
        {isBad && <span aria-hidden="true">▲</span>}
        {state}
      </td>
      <td data-label={inHits} data-empty={hits === "" || undefined}>{hits}</td>
      <td data-label={inRoom} data-empty={room === "" || undefined}>{room}</td>
    </tr>
  );
}
