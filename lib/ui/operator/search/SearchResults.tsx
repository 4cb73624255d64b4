// What a search found, on any day, in the same rows as the day.
import type { BookingId } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import type { SearchState } from "../../../board/search-state.ts";
import { attentionOf } from "../../../board/attention.ts";
import { TripTable } from "../day/DayTable.tsx";
import type { Look } from "../frame/look.ts";
import { TripRow } from "../day/TripRow.tsx";
import { said } from "../../parts/Said.tsx";

/** What the results show. */
export interface SearchResultsProps {
  look: Look;
  search: Exclude<SearchState, { kind: "off" }>;
  chosen: BookingId | null;
  nowMs: number;
}

/** The results, with the way back to the day. */
export function SearchResults({ look, search, chosen, nowMs }: SearchResultsProps) {
  const words = look.texts.search;
  return (
    <section class="found" aria-label={words.title(said(search.query))}>
      <p class="found-head">
        <span role="status">{foundWords(look, search)}</span>
        {search.kind === "found" && search.next !== null && (
          <a
            href={paths.admin({ q: search.query, cursor: search.next })}
            aria-current="false"
          >
            {words.more}
          </a>
        )}
        <a href={paths.admin()} aria-current="false" data-clear-search>{words.clear}</a>
      </p>
      {search.kind === "found" && search.bookings.length > 0 && (
        <TripTable look={look} caption={words.title(said(search.query))}>
          {search.bookings.map((booking) => (
            <TripRow
              key={booking.id}
              look={look}
              row={{
                kind: "trip",
                booking,
                attention: attentionOf(booking, nowMs),
                folded: false,
              }}
              chosen={booking.id === chosen}
              fresh={false}
              found={{ query: search.query }}
            />
          ))}
        </TripTable>
      )}
    </section>
  );
}

function foundWords({ texts }: Look, search: SearchResultsProps["search"]): string {
  if (search.kind === "searching") return texts.search.searching;
  if (search.kind === "failed") return texts.pane.failed;
  const { bookings, total, before, covered } = search;
  const words = texts.search;
  const found = total === 0
    ? words.none(said(search.query))
    : bookings.length === total
    ? words.found(total)
    : words.shown(before + 1, before + bookings.length, total);
  if (covered === null) return found;
  return `${found.replace(/\.?$/, ".")} ${words.building(Math.floor(covered * 100))}`;
}
