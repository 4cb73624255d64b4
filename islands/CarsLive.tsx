// Keeps the page of cars true and moves trips between cars. Without script the page's links do the work.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Locale } from "../lib/kernel/locale.ts";
import { carsBrowser, listenFor } from "../lib/ui/operator/cars/cars-browser.ts";
import { CarsFreshness } from "../lib/ui/operator/cars/CarsFreshness.tsx";
import { CarsFollower } from "../lib/ui/operator/cars/follow-cars.ts";
import type { LiveWords } from "../lib/ui/operator/cars/live-words.ts";
import { MoveCardView } from "../lib/ui/operator/cars/MoveCardView.tsx";
import { type MoveCard, TripMover } from "../lib/ui/operator/cars/mover.ts";
import { MoveToast } from "../lib/ui/operator/cars/MoveToast.tsx";
import { ReasonDialog } from "../lib/ui/operator/cars/ReasonDialog.tsx";
import { showFirst } from "../lib/ui/operator/cars/renew-cars.ts";
import { followKeys } from "../lib/ui/operator/cars/timeline-keys.ts";
import { followPointer } from "../lib/ui/operator/cars/timeline-pointer.ts";
import { followTouch } from "../lib/ui/operator/cars/timeline-touch.ts";
import { useCarMoves } from "../lib/ui/operator/cars/use-car-moves.ts";
import { TimelineZoom } from "../lib/ui/operator/cars/zoom.ts";
import type { Freshness } from "../lib/ui/operator/live/freshness.ts";

/** What the server knew when it drew the page. */
export interface CarsLiveProps {
  locale: Locale;
  cursor: string;
  nowMs: number;
  formToken: string;
  words: LiveWords;
}

export default function CarsLive({ locale, cursor, nowMs, formToken, words }: CarsLiveProps) {
  const [fresh, setFresh] = useState<{ state: Freshness | null; nowMs: number }>({
    state: null,
    nowMs,
  });
  const [card, setCard] = useState<MoveCard | null>(null);
  const [said, setSaid] = useState("");
  const follower = useRef<CarsFollower | null>(null);
  const moves = useCarMoves(words.move, formToken, () => follower.current?.renew());
  const latest = useRef(moves);
  latest.current = moves;

  useEffect(() => {
    const mover = new TripMover(words.move, {
      onCard: setCard,
      onSaid: setSaid,
      onEnd: () => follower.current?.renew(),
      onDrop: (trip, car, cost) => latest.current.drop(trip, car, cost),
    });
    const zoom = new TimelineZoom();
    const following = follower.current = new CarsFollower({ cursor, nowMs }, {
      onFreshness: (state, nowMs) => setFresh({ state, nowMs }),
      mayRenew: () => !mover.isHolding,
    }, carsBrowser());
    const endings = [
      listenFor(following),
      followKeys({ mover, zoom, undo: () => latest.current.undo() }),
      followPointer(mover),
      followTouch(mover),
      zoom.follow(),
    ];
    showFirst();
    return () => endings.forEach((end) => end());
  }, []);

  const { news, asking } = moves;
  return (
    <>
      <CarsFreshness words={words.fresh} locale={locale} {...fresh} />
      <p class="visually-hidden" role="status">{said}</p>
      {card !== null && <MoveCardView card={card} />}
      {asking !== null && (
        <ReasonDialog
          words={words.move}
          carName={asking.car.name}
          onReason={moves.giveReason}
        />
      )}
      {news !== null && (
        <MoveToast
          key={news.kind === "done" ? news.actId : news.text}
          words={words.move}
          news={news}
          serverMs={follower.current?.serverMs ?? nowMs}
          {...{ undo: moves.undo, close: moves.dismiss }}
        />
      )}
    </>
  );
}
