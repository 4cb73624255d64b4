// What becomes of a trip that was dropped: it is asked of the server, perhaps with a reason, and remembered as an act.
import { useState } from "preact/hooks";
import { bookingId } from "../../../booking/booking.ts";
import type { LiveAct } from "../acts/use-last-act.ts";
import { filled, type MoveWords } from "./move-words.ts";
import type { MoveNews } from "./MoveToast.tsx";
import { type CarRowFacts, moveCommand, type MoveCost, type MovingTrip } from "./moving.ts";

/** A trip that goes to a car only with a reason. */
export interface AskedMove {
  trip: MovingTrip;
  car: CarRowFacts;
}

/** Moves, and what there is to show of those that were refused. */
export interface CarMoves {
  news: MoveNews | null;
  asking: AskedMove | null;
  drop(trip: MovingTrip, car: CarRowFacts, cost: MoveCost): void;
  /** The answer to the question for a reason; "" leaves the trip where it is. */
  giveReason(reason: string): void;
  dismiss(): void;
}

/** Moves trips as acts that can be taken back; `renew` has the page read anew after each. */
export function useCarMoves(
  words: MoveWords,
  acted: Pick<LiveAct, "perform" | "hide">,
  renew: () => void,
): CarMoves {
  const [news, setNews] = useState<MoveNews | null>(null);
  const [asking, setAsking] = useState<AskedMove | null>(null);
  const refuse = (next: MoveNews) => {
    // One thing is said at a time.
    acted.hide();
    setNews(next);
  };
  const send = async (trip: MovingTrip, car: CarRowFacts, reason: string) => {
    const answer = await acted.perform(bookingId(trip.id), moveCommand(trip, car, reason));
    renew();
    if (answer.ok) return setNews(null);
    const { problem, since } = answer;
    refuse({ kind: "refused", refused: { problem, since } });
  };
  return {
    news,
    asking,
    drop(trip, car, cost) {
      if (cost.kind === "never") {
        const why = `${car.name} ${cost.detail}`;
        refuse({ kind: "cannot", text: filled(words.refused, { why }) });
      } else if (cost.kind === "reason") setAsking({ trip, car });
      else void send(trip, car, "");
    },
    giveReason(reason) {
      setAsking(null);
      if (asking !== null && reason !== "") void send(asking.trip, asking.car, reason);
    },
    dismiss: () => setNews(null),
  };
}
