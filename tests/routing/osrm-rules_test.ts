import assert from "node:assert/strict";
import { distrust, MAX_OSRM_SNAP_METERS, type OsrmTrip } from "../../lib/routing/osrm-rules.ts";

/** 1,000 m straight north on the globe of great-circle.ts. */
const FROM = { lat: 58, lng: 14 };
const TO = { lat: 58.008_993_2, lng: 14 };

function aTrip(changes: Partial<OsrmTrip> = {}): OsrmTrip {
  return {
    distanceMeters: 1_400,
    durationSeconds: 140,
    line: [FROM, TO],
    snaps: [{ location: FROM, meters: 5 }, { location: TO, meters: 5 }],
    ...changes,
  };
}

/** The trip as the server moved both ends by this many metres, by its own word. */
function moved(meters: number, distanceMeters: number): OsrmTrip {
  return aTrip({
    distanceMeters,
    snaps: [{ location: FROM, meters }, { location: TO, meters }],
  });
}

Deno.test("distrust() has nothing against an ordinary trip", () => {
  assert.equal(distrust(FROM, TO, aTrip()), undefined);
});

Deno.test("distrust() allows both ends to lie a kilometre from their road and no more", () => {
  assert.equal(distrust(FROM, TO, moved(MAX_OSRM_SNAP_METERS, 1_400)), undefined);
  assert.match(distrust(FROM, TO, moved(MAX_OSRM_SNAP_METERS + 0.1, 1_400))!, /no road there/);
});

Deno.test("distrust() allows a way shorter than straight by what the ends were moved", () => {
  assert.equal(distrust(FROM, TO, moved(0, 991)), undefined);
  assert.match(distrust(FROM, TO, moved(0, 985))!, /straight/);
  assert.equal(distrust(FROM, TO, moved(50, 891)), undefined);
  assert.match(distrust(FROM, TO, moved(50, 885))!, /straight/);
});

Deno.test("distrust() refuses less than half the straight line, however far the ends were moved", () => {
  assert.equal(distrust(FROM, TO, moved(900, 501)), undefined);
  for (const meters of [499, 0]) {
    assert.match(distrust(FROM, TO, moved(900, meters))!, /straight/);
  }
});

Deno.test("distrust() allows 130 km/h on the whole trip and no more", () => {
  const long = { ...aTrip(), distanceMeters: 130_000 };
  assert.equal(distrust(FROM, TO, { ...long, durationSeconds: 3_601 }), undefined);
  assert.match(distrust(FROM, TO, { ...long, durationSeconds: 3_599 })!, /no car can drive/);
});

Deno.test("distrust() allows half an hour for a ferry and walking speed on land, and no more", () => {
  const short = { ...aTrip(), distanceMeters: 5_000 };
  assert.equal(distrust(FROM, TO, { ...short, durationSeconds: 5_399 }), undefined);
  assert.match(distrust(FROM, TO, { ...short, durationSeconds: 5_401 })!, /slower/);
});

Deno.test("distrust() refuses a line that is empty or ends elsewhere", () => {
  const elsewhere = { lat: 58.02, lng: 14 };
  assert.equal(distrust(FROM, TO, aTrip({ line: [FROM, elsewhere, TO] })), undefined);
  assert.match(distrust(FROM, TO, aTrip({ line: [FROM, elsewhere] }))!, /another way/);
  assert.match(distrust(FROM, TO, aTrip({ line: [elsewhere, TO] }))!, /another way/);
  assert.match(distrust(FROM, TO, aTrip({ line: [] }))!, /another way/);
});

Deno.test("distrust() wants exactly one place for each end", () => {
  const [start, end] = aTrip().snaps;
  for (const snaps of [[], [start!], [start!, end!, end!]]) {
    assert.match(distrust(FROM, TO, aTrip({ snaps }))!, /starts and ends/);
  }
});
