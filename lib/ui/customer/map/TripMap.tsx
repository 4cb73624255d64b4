// The map of one trip, ready for the island: what is known of its way, and what to say of the rest.
import { asset } from "fresh/runtime";
import RouteMap from "../../../../islands/RouteMap.tsx";
import { formatDistance } from "../../../i18n/format.ts";
import { textsFor } from "../../../i18n/texts.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Stop } from "../../../places/place.ts";
import { drawnWay } from "../../../routing/drawn-way.ts";
import type { Route } from "../../../routing/route.ts";

/** Properties of TripMap. */
export interface TripMapProps {
  locale: Locale;
  trip: { from: Stop; to: Stop };
  route: Route;
  /** True where a wide window shows the map at once, else it waits behind its button. */
  isOpenWhenWide?: boolean;
}

/** Width from which the price page has a column for the map, px. */
const WIDE = 920;

/** A button that opens the map. */
export function TripMap({ locale, trip, route, isOpenWhenWide = false }: TripMapProps) {
  const { quote, trip: { map } } = textsFor(locale);
  const way = drawnWay(route);
  const isOpen = way.isOpenAtStart || way.isOpenAtEnd;
  const { from, to } = trip;
  return (
    <RouteMap
      known={way.known}
      from={{ point: from.point, name: from.name, isOpen: way.isOpenAtStart }}
      to={{ point: to.point, name: to.name, isOpen: way.isOpenAtEnd }}
      beyond={isOpen ? quote.mapBeyond(formatDistance(locale, roughly(way.unknownMeters))) : ""}
      note={isOpen ? (way.known === "" ? quote.mapDirection : quote.mapDashed) : ""}
      label={quote.mapLabel}
      show={quote.showMap}
      loading={map.loading}
      failed={quote.mapFailed}
      roads={asset("/map/goteborg-roads.json")}
      country={asset("/map/sweden.json")}
      opensFrom={isOpenWhenWide ? WIDE : 0}
    />
  );
}

/** Whole kilometres, or hundreds of metres below two: it is an estimate. */
function roughly(meters: number): number {
  const step = meters < 2_000 ? 100 : 1_000;
  return Math.round(meters / step) * step;
}
