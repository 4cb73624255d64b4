// Keeps the page of cars true and moves trips between cars. Without script the page's links do the work.
import { useEffect, useRef, useState } from "preact/hooks";
import { actTexts } from "../lib/i18n/act-texts.ts";
import type { Locale } from "../lib/kernel/locale.ts";
import { onActClick } from "../lib/ui/operator/acts/act-clicks.ts";
import { ActBar } from "../lib/ui/operator/acts/ActBar.tsx";
import type { CarName } from "../lib/ui/operator/acts/missed.ts";
import { useLastAct } from "../lib/ui/operator/acts/use-last-act.ts";
import { listenFor, pageBrowser } from "../lib/ui/operator/live/page-browser.ts";
import { PageFreshness } from "../lib/ui/operator/live/PageFreshness.tsx";
import { PageFollower } from "../lib/ui/operator/live/follow-page.ts";
import type { LiveWords } from "../lib/ui/operator/cars/live-words.ts";
import { MoveCardView } from "../lib/ui/operator/cars/MoveCardView.tsx";
import { type MoveCard, TripMover } from "../lib/ui/operator/cars/mover.ts";
import { MoveToast } from "../lib/ui/operator/cars/MoveToast.tsx";
import { ReasonDialog } from "../lib/ui/operator/cars/ReasonDialog.tsx";
import { readCars, showFirst } from "../lib/ui/operator/cars/renew-cars.ts";
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
  /** Names of all cars, also of those that are not shown. */
  cars: readonly CarName[];
  words: LiveWords;
}

export default function CarsLive(props: CarsLiveProps) {
  const { locale, cursor, nowMs, formToken, words } = props;
  const [fresh, setFresh] = useState<{ state: Freshness | null; nowMs: number }>({
    state: null,
    nowMs,
  });
  const [card, setCard] = useState<MoveCard | null>(null);
  const [said, setSaid] = useState("");
  const follower = useRef<PageFollower | null>(null);
  const renew = () => follower.current?.renew();
  const acted = useLastAct(formToken, renew);
  const moves = useCarMoves(words.move, acted, renew);
  const latest = useRef({ acted, moves });
  latest.current = { acted, moves };

  useEffect(() => {
    const mover = new TripMover(words.move, {
      ...{ onCard: setCard, onSaid: setSaid },
      onEnd: () => follower.current?.renew(),
      onDrop: (trip, car, cost) => latest.current.moves.drop(trip, car, cost),
    });
    const zoom = new TimelineZoom();
    const following = follower.current = new PageFollower({ cursor, nowMs }, {
      onFreshness: (state, nowMs) => setFresh({ state, nowMs }),
      mayRenew: () => !mover.isHolding,
    }, pageBrowser(readCars));
    const endings = [
      listenFor(following),
      followKeys({ mover, zoom, undo: () => latest.current.acted.undo() }),
      followPointer(mover),
      followTouch(mover),
      zoom.follow(),
    ];
    showFirst();
    return () => endings.forEach((end) => end());
  }, []);

  const { news, asking } = moves;
  const look = { locale, texts: actTexts(locale), fleet: { vehicles: props.cars } };
  return (
    <>
      <PageFreshness words={words.fresh} locale={locale} {...fresh} />
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
        <MoveToast look={look} news={news} nowMs={fresh.nowMs} close={moves.dismiss} />
      )}
      <div onClick={(event) => onActClick(event, acted)}>
        <ActBar {...{ look, last: acted.last, nowMs: fresh.nowMs, formToken }} isLive />
      </div>
    </>
  );
}
