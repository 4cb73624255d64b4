// Encoded polylines, precision 5: https://developers.google.com/maps/documentation/utilities/polylinealgorithm
import type { Point } from "./place.ts";

const FACTOR = 1e5;

/** Points as an encoded polyline; positions are rounded to 0.00001° ≈ 1 m. */
export function encodePolyline(points: readonly Point[]): string {
  let text = "";
  let lastLat = 0;
  let lastLng = 0;
  for (const point of points) {
    const lat = Math.round(point.lat * FACTOR);
    const lng = Math.round(point.lng * FACTOR);
    text += encodeNumber(lat - lastLat) + encodeNumber(lng - lastLng);
    lastLat = lat;
    lastLng = lng;
  }
  return text;
}

/** Points of an encoded polyline; throws RangeError when the text is not one. */
export function decodePolyline(text: string): Point[] {
  const points: Point[] = [];
  let offset = 0;
  let lat = 0;
  let lng = 0;
  while (offset < text.length) {
    lat += readNumber();
    lng += readNumber();
    points.push({ lat: lat / FACTOR, lng: lng / FACTOR });
  }
  return points;

  function readNumber(): number {
    let value = 0;
    for (let shift = 0; shift <= 30; shift += 5) {
      const chunk = text.charCodeAt(offset++) - 63;
      if (!(chunk >= 0 && chunk < 64)) throw new RangeError("Not an encoded polyline");
      value |= (chunk & 31) << shift;
      if (chunk < 32) return value & 1 ? ~(value >> 1) : value >> 1;
    }
    throw new RangeError("Not an encoded polyline: number too long");
  }
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = "";
  while (rest >= 32) {
    text += String.fromCharCode((rest & 31 | 32) + 63);
    rest >>>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}
