// What becomes of a trip that was dropped: it is asked of the server, perhaps with a reason, and can be taken back.
import { useState } from "preact/hooks";
import { type MoveAnswer, sendMove, sendUndo } from "./move-api.ts";
import { filled, type MoveWords } from "./move-words.ts";
import type { MoveNews } from "./MoveToast.tsx";
import {
  type CarRowFacts,
  moveCommand,
  type MoveCost,
  type MovingTrip,
  refusalWords,
} from "./moving.ts";

/** A trip that goes to a car only with a reason. */
export interface AskedMove {
  trip: MovingTrip;
  car: CarRowFacts;
}

/** Moves, and what there is to show of them. */
export interface CarMoves {
  news: MoveNews | null;
  asking: AskedMove | null;
  drop(trip: MovingTrip, car: CarRowFacts, cost: MoveCost): void;
  /** The answer to the question for a reason; "" leaves the trip where it is. */
  giveReason(reason: string): void;
  undo(): void;
  dismiss(): void;
}

/** Moves trips; `renew` has the page read anew after each. */
export function useCarMoves(words: MoveWords, formToken: string, renew: () => void): CarMoves {
  const [news, setNews] = useState<MoveNews | null>(null);
  const [asking, setAsking] = useState<AskedMove | null>(null);

  const tell = (answer: MoveAnswer, done: (answer: MoveAnswer & { ok: true }) => MoveNews) => {
    renew();
    setNews(
      answer.ok ? done(answer) : { kind: "refused", text: refusalWords(answer, words) },
    );
  };
  const send = async (trip: MovingTrip, car: CarRowFacts, reason: string) => {
    const answer = await sendMove(trip.id, moveCommand(trip, car, reason), formToken);
    const sentence = trip.moves === "assign" ? words.given : words.done;
    tell(answer, ({ actId, undoUntilMs }) => {
      const text = filled(sentence, { car: car.name });
      return { kind: "done", text, actId, undoUntilMs };
    });
  };
  const takeBack = async (actId: string) => {
    setNews(null);
    tell(await sendUndo(actId, formToken), () => ({ kind: "undone", text: words.undone }));
  };
  return {
    news,
    asking,
    drop(trip, car, cost) {
      if (cost.kind === "never") {
        const why = `${car.name} ${cost.detail}`;
        setNews({ kind: "refused", text: filled(words.refused, { why }) });
      } else if (cost.kind === "reason") setAsking({ trip, car });
      else void send(trip, car, "");
    },
    giveReason(reason) {
      setAsking(null);
      if (asking !== null && reason !== "") void send(asking.trip, asking.car, reason);
    },
    undo: () => void (news?.kind === "done" && takeBack(news.actId)),
    dismiss: () => setNews(null),
  };
}
