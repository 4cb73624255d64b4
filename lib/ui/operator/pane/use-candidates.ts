// The cars for the chosen booking, read when its drivers are unfolded and again when it has changed.
import { type MutableRef, useEffect, useRef, useState } from "preact/hooks";
import type { BookingView } from "../../../board/booking-view.ts";
import { fetchCandidates } from "../live/board-api.ts";
import type { CandidateView } from "./candidate-view.ts";

/** Null while they are not read. */
export type Candidates = readonly CandidateView[] | "failed" | null;

/** The cars; the element of the ref stands in the part that unfolds. */
export function useCandidates(
  { id, version }: Pick<BookingView, "id" | "version">,
): [Candidates, MutableRef<HTMLDivElement | null>] {
  const [candidates, setCandidates] = useState<Candidates>(null);
  const here = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    const unfold = here.current?.closest("details");
    if (unfold == null) return;
    let isCurrent = true;
    const read = async () => {
      if (!unfold.open) return;
      const answer = await fetchCandidates(id);
      if (isCurrent) setCandidates(answer.ok ? answer.value.candidates : "failed");
    };
    unfold.addEventListener("toggle", read);
    void read();
    return () => {
      isCurrent = false;
      unfold.removeEventListener("toggle", read);
    };
  }, [id, version]);
  // Whoever came by T to choose is led on to the best car; a choice that was begun stays.
  useEffect(() => {
    const { activeElement } = document;
    const isWaiting = activeElement instanceof HTMLSelectElement && activeElement.value === "" &&
      here.current?.closest("details")?.contains(activeElement);
    if (isWaiting) here.current?.querySelector<HTMLElement>("[data-offer]")?.focus();
  }, [candidates]);
  return [candidates, here];
}
