// What a search found, on any day, in the same rows as the day.
import type { BookingId } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import { MAX_FOUND } from "../../../board/board-limits.ts";
import type { SearchState } from "../../../board/search-state.ts";
import { attentionOf } from "../day/attention.ts";
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
  const count = search.bookings.length;
  if (count === 0) return texts.search.none(said(search.query));
  return count >= MAX_FOUND ? texts.search.limited(count) : texts.search.found(count);
}
