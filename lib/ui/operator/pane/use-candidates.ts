// The cars for the chosen booking: read when its drivers are unfolded, when it has changed, and when other cars may be
// free. What was asked for by key while they were being read is done once they are there.
import { createContext } from "preact";
import { type MutableRef, useContext, useEffect, useRef, useState } from "preact/hooks";
import type { BookingView } from "../../../board/booking-view.ts";
import { fetchCandidates, type FoundCars } from "../live/board-api.ts";
import { type CarsState, fulfilCarWish } from "./car-wish.ts";

/** How often other cars may have become free or not since the board was opened. */
export const CarNews = createContext(0);

/** What was read stays while it is read again, or could not be. */
export interface Candidates {
  state: CarsState;
  found: FoundCars | null;
}

/** Changes come in flocks; the cars are read this long after the first, in milliseconds. */
const PAUSE_MS = 500;

/** The cars; the element of the ref stands in the part that unfolds. */
export function useCandidates(
  { id, version }: Pick<BookingView, "id" | "version">,
): [Candidates, MutableRef<HTMLDivElement | null>] {
  const [candidates, setCandidates] = useState<Candidates>({ state: "idle", found: null });
  const here = useRef<HTMLDivElement | null>(null);
  const focused = useRef<string | null>(null);
  const read = useRef(() => {});
  useEffect(() => {
    const unfold = here.current?.closest("details");
    if (unfold == null) return;
    let asked = 0;
    read.current = () => {
      if (!unfold.open) return;
      const turn = ++asked;
      setCandidates(({ found }) => ({ state: "reading", found }));
      void fetchCandidates(id).then((answer) => {
        if (turn !== asked) return;
        focused.current = focusedCar(here.current);
        setCandidates(({ found }) =>
          answer.ok ? { state: "read", found: answer.value } : { state: "failed", found }
        );
      });
    };
    const onToggle = () => read.current();
    unfold.addEventListener("toggle", onToggle);
    read.current();
    return () => {
      asked++;
      unfold.removeEventListener("toggle", onToggle);
    };
  }, [id, version]);
  useReadOnNews(read);
  useEffect(() => {
    if (here.current === null || candidates.state === "idle") return;
    // A car that has changed places takes the focus along.
    if (document.activeElement === document.body) focusCar(here.current, focused.current);
    focused.current = null;
    fulfilCarWish(here.current, candidates.state);
  }, [candidates]);
  return [candidates, here];
}

function useReadOnNews(read: MutableRef<() => void>): void {
  const news = useContext(CarNews);
  const seen = useRef(news);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (news === seen.current) return;
    seen.current = news;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      read.current();
    }, PAUSE_MS);
  }, [news]);
  useEffect(() => () => {
    if (timer.current !== null) clearTimeout(timer.current);
  }, []);
}

function focusedCar(list: HTMLElement | null): string | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !list?.contains(activeElement)) return null;
  return activeElement.dataset["car"] ?? null;
}

function focusCar(list: HTMLElement, car: string | null): void {
  if (car !== null) list.querySelector<HTMLElement>(`[data-car="${CSS.escape(car)}"]`)?.focus();
}
