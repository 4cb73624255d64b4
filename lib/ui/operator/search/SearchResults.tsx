// What a search found, on any day, in the same rows as the day.
import type { BookingId } from "../../../booking/booking.ts";
import type { SearchState } from "../../../board/search-state.ts";
import { foundRows } from "../day/rows.ts";
import { TripTable } from "../day/TripTable.tsx";
import { type ListAt, listHref, tripHrefs } from "../view/list-address.ts";
import type { Look } from "../frame/look.ts";
import { TripRow } from "../day/TripRow.tsx";
import { said } from "../../parts/Said.tsx";

/** What the results show. */
export interface SearchResultsProps {
  look: Look;
  search: Exclude<SearchState, { kind: "off" }>;
  at: ListAt;
  chosen: BookingId | null;
  /** The row that Tab leads to, or null without script. */
  stop: BookingId | null;
  /** Trips that are chosen for an act on several. */
  picked: ReadonlySet<BookingId>;
  nowMs: number;
}

/** The results, with the way back to the day. */
export function SearchResults(
  { look, search, at, chosen, stop, picked, nowMs }: SearchResultsProps,
) {
  const words = look.texts.search;
  const hrefs = tripHrefs(at);
  return (
    <section class="found" aria-label={words.title(said(search.query))}>
      <p class="found-head">
        <span role="status">{foundWords(look, search)}</span>
        {search.kind === "found" && search.next !== null && (
          <a href={listHref({ ...at, page: search.next })} aria-current="false">{words.more}</a>
        )}
        <a href={listHref({ ...at, query: "", page: "" })} aria-current="false" data-clear-search>
          {words.clear}
        </a>
      </p>
      {search.kind === "found" && search.bookings.length > 0 && (
        <TripTable
          look={look}
          caption={words.title(said(search.query))}
          list={at}
          rowCount={search.bookings.length + 1}
          isSortable={false}
        >
          {foundRows(search, nowMs).map((row, index) => (
            <TripRow
              key={row.booking.id}
              look={look}
              row={row}
              href={hrefs(row.booking.id)}
              columns={at.view.columns}
              nowMs={nowMs}
              chosen={row.booking.id === chosen}
              fresh={false}
              isStop={stop === null ? null : row.booking.id === stop}
              isPicked={stop === null ? null : picked.has(row.booking.id)}
              index={index + 2}
              isFound
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
