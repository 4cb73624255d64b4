// Search as the operator types; the last question asked is the one answered.
import { useRef, useState } from "preact/hooks";
import type { BookingSummary } from "../../../booking/booking.ts";
import { updated } from "../../../board/day.ts";
import { fetchFound } from "../live/board-api.ts";
import type { SearchState } from "../../../board/search-state.ts";

/** Pause after the last key before asking, in milliseconds. */
const PAUSE_MS = 180;
/** Shorter queries would find everybody. */
const MIN_LETTERS = 2;

/** The search and how to change it. */
export interface LiveSearch {
  search: SearchState;
  /** Looks for `query` after a short pause, or at once; "" goes back to the day. */
  look(query: string, atOnce?: boolean): void;
  /** Hears of a live change: what was found is shown as it is now. */
  changed(summary: BookingSummary): void;
}

/** Starts with what the server found. */
export function useSearch(first: SearchState): LiveSearch {
  const [search, setSearch] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef(0);
  const find = async (query: string) => {
    const question = ++asked.current;
    setSearch((current) =>
      current.kind === "found" ? { ...current, query } : { kind: "searching", query }
    );
    const answer = await fetchFound(query);
    if (question !== asked.current) return;
    setSearch(
      answer.ok ? { kind: "found", query, ...answer.value } : { kind: "failed", query },
    );
  };
  const look = (text: string, atOnce = false) => {
    clearTimeout(timer.current);
    const query = text.trim();
    if (query === "") {
      asked.current++;
      return setSearch({ kind: "off" });
    }
    if (query.length < MIN_LETTERS && !atOnce) return;
    timer.current = setTimeout(() => void find(query), atOnce ? 0 : PAUSE_MS);
  };
  const changed = (summary: BookingSummary) =>
    setSearch((current) => {
      if (current.kind !== "found") return current;
      const bookings = updated(current.bookings, summary);
      return bookings === current.bookings ? current : { ...current, bookings: [...bookings] };
    });
  return { search, look, changed };
}
