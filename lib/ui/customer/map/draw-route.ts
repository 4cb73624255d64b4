// A trip's way on the map: pine outside, amber inside, a ring where it starts and a square where it ends. What lies
// beyond the roads we know is a dashed stub that points there, with the place's name; it is no line on the ground.
// @ts-types="npm:@types/leaflet@1.9.22"
import {
  divIcon,
  latLng,
  latLngBounds,
  type LatLngTuple,
  layerGroup,
  type Map as LeafletMap,
  marker,
  point,
  polyline,
} from "npm:leaflet@1.9.4";
import type { Point } from "../../../places/place.ts";
import { addCountry, drawCountryMap, MAX_COUNTRY_ZOOM } from "./draw-country.ts";
import { colorOf, drawMap, latLngs } from "./draw-map.ts";
import { type LabelSide, labelSide, sideOffLine, sideOffWay, stubEnd } from "./map-stub.ts";

/** One end of what is drawn. */
export interface DrawnEnd {
  point: Point;
  name: string;
  /** True when the known way does not reach it. */
  isOpen: boolean;
}

/** What is drawn. */
export interface DrawnRoute {
  /** Encoded polyline of the part along known roads, precision 5; "" when none is known. */
  known: string;
  from: DrawnEnd;
  to: DrawnEnd;
  /** Said of the dashed part: "cirka 18 km". */
  beyond: string;
  /** Addresses of the road drawing and of the country's outline. */
  roads: string;
  country: string;
}

/** Room for a stub and its words beside the known way, in pixels. */
const STUB_ROOM = 84;

/** Draws the route in `place`. Throws when the map cannot be had. */
export async function drawRoute(place: HTMLElement, route: DrawnRoute): Promise<void> {
  const { from, to } = route;
  if (route.known === "") return await drawDirection(place, route);
  const way = latLngs(route.known);
  const padding = from.isOpen || to.isOpen ? STUB_ROOM : 44;
  const { map } = await drawMap(place, route.roads, latLngBounds(way), { padding });
  // A measured way across the country: what it passes.
  if (map.getZoom() <= MAX_COUNTRY_ZOOM) await addCountry(map, place, route.country);
  drawWay(map, place, way);
  const pixels = way.map((corner) => map.latLngToContainerPoint(corner));
  const ends = [
    [from, way[0]!, "map-start", sideOffWay(pixels)],
    [to, way.at(-1)!, "map-end", sideOffWay(pixels.toReversed())],
  ] as const;
  for (const [end, edge, className, side] of ends) {
    if (!end.isOpen) drawEnd(map, edge, className, end.name, map, side);
    else {
      const stub = layerGroup().addTo(map);
      // A stub has a length in pixels, so it is drawn anew at every scale.
      const draw = () => {
        stub.clearLayers();
        const tip = tipOfStub(map, edge, end.point);
        drawDashes(map, place, [edge, tip], stub, route.beyond);
        drawEnd(map, tip, className, end.name, stub, "below");
      };
      draw();
      map.on("zoomend", draw);
    }
  }
}

/** The country with both places, and which way it goes. */
async function drawDirection(place: HTMLElement, route: DrawnRoute): Promise<void> {
  const map = await drawCountryMap(place, route.country);
  const [from, to] = [route.from, route.to].map((
    { point: { lat, lng } },
  ): LatLngTuple => [lat, lng]);
  map.fitBounds(latLngBounds([from!, to!]), { padding: [64, 52] });
  drawDashes(map, place, [from!, to!], map, route.beyond);
  const [a, b] = [map.latLngToContainerPoint(from!), map.latLngToContainerPoint(to!)];
  const size = map.getSize();
  drawEnd(map, from!, "map-start", route.from.name, map, sideOffLine(a, b, size));
  drawEnd(map, to!, "map-end", route.to.name, map, sideOffLine(b, a, size));
}

function drawWay(map: LeafletMap, place: HTMLElement, way: LatLngTuple[]): void {
  const casing = colorOf(place, "map-route-color");
  const core = colorOf(place, "map-route-end-color");
  polyline(way, { color: casing, weight: 8, interactive: false }).addTo(map);
  polyline(way, { color: core, weight: 3.2, interactive: false }).addTo(map);
}

function drawDashes(
  map: LeafletMap,
  place: HTMLElement,
  [from, to]: readonly [LatLngTuple, LatLngTuple],
  target: LeafletMap | ReturnType<typeof layerGroup>,
  words: string,
): void {
  const color = colorOf(place, "map-route-color");
  polyline([from, to], { color, weight: 4, dashArray: "8 7", interactive: false }).addTo(target);
  const [a, b] = [map.latLngToContainerPoint(from), map.latLngToContainerPoint(to)];
  const middle = map.containerPointToLatLng(a.add(b).divideBy(2));
  // Over a flat line, beside a steep one; the name of the open end stands below.
  const isSteep = Math.abs(a.y - b.y) > Math.abs(a.x - b.x);
  const side = isSteep ? "beside" : "above";
  if (words !== "") drawWords(map, [middle.lat, middle.lng], words, side, target);
}

function drawEnd(
  map: LeafletMap,
  at: LatLngTuple,
  className: string,
  name: string,
  target: LeafletMap | ReturnType<typeof layerGroup>,
  side: LabelSide,
): void {
  const icon = divIcon({ className, iconSize: [20, 20] });
  marker(at, { icon, interactive: false, keyboard: false }).addTo(target);
  drawWords(map, at, name, side, target);
}

/** Words beside a point, turned inwards where they would leave the picture. */
function drawWords(
  map: LeafletMap,
  at: LatLngTuple,
  words: string,
  wanted: LabelSide,
  target: LeafletMap | ReturnType<typeof layerGroup>,
): void {
  const text = document.createElement("span");
  text.textContent = words;
  const side = labelSide(map.latLngToContainerPoint(at), map.getSize(), wanted);
  const icon = divIcon({ className: `map-words ${side}`, html: text, iconSize: [0, 0] });
  marker(at, { icon, interactive: false, keyboard: false }).addTo(target);
}

function tipOfStub(map: LeafletMap, edge: LatLngTuple, place: Point): LatLngTuple {
  const tip = stubEnd(
    map.latLngToContainerPoint(edge),
    map.latLngToContainerPoint(latLng(place.lat, place.lng)),
    map.getSize(),
  );
  const { lat, lng } = map.containerPointToLatLng(point(tip.x, tip.y));
  return [lat, lng];
}
