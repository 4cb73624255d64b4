// What there is to know of a trip, each as an icon and a word.
import type { BookingSummary } from "../../../booking/booking.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icon-names.ts";
import { Digits, Said } from "../../parts/Said.tsx";
import type { Look } from "../frame/look.ts";
import { factWords } from "../view/fact-words.ts";
import { type Fact, tripFacts } from "../view/trip-facts.ts";

const ICONS: Readonly<Record<Fact, IconName>> = {
  wheelchair: "accessibility",
  class: "bus",
  passengers: "users",
  flight: "plane",
  childseat: "baby",
  pets: "paw-print",
  bags: "luggage",
  note: "sticky-note",
};

/** The tags, in one fixed order. */
export function FactTags({ look, booking }: { look: Look; booking: BookingSummary }) {
  return (
    <>
      {tripFacts(booking).map((fact) => (
        <span key={fact} class="fact" data-fact={fact}>
          <Icon name={iconOf(fact, booking)} />
          <span class="fact-words">
            <Words look={look} booking={booking} fact={fact} />
          </span>
        </span>
      ))}
    </>
  );
}

function iconOf(fact: Fact, { vehicleClass }: BookingSummary): IconName {
  return fact === "class" && vehicleClass === "premium" ? "crown" : ICONS[fact];
}

/** A flight reads from left to right, a note in the direction of its own words. */
function Words({ look, booking, fact }: { look: Look; booking: BookingSummary; fact: Fact }) {
  const words = factWords(look.texts, booking, fact);
  if (fact === "flight") return <Digits>{words}</Digits>;
  return fact === "note" ? <Said>{words}</Said> : <>{words}</>;
}
