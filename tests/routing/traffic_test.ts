import assert from "node:assert/strict";
import type { Route } from "../../lib/routing/route.ts";
import {
  inTraffic,
  RUSH_HOURS,
  TRAFFIC,
  TRAFFIC_RANGE,
  trafficShare,
} from "../../lib/routing/traffic.ts";
import { fc } from "../support/property.ts";

const CENTRAL = { lat: 57.7089, lng: 11.9735 };
const MOLNDAL = { lat: 57.6556, lng: 12.0183 };
const STOCKHOLM = { lat: 59.33, lng: 18.058 };
const LULEA = { lat: 65.584, lng: 22.1547 };
const KALLAX = { lat: 65.5438, lng: 22.122 };
const IN_TOWN = { from: CENTRAL, to: MOLNDAL };

const ROUTE: Route = {
  distanceMeters: 8_000,
  durationSeconds: 1_000,
  geometry: "",
  engine: "goteborg",
  dataVersion: "roads",
  isEstimate: false,
};

const at = (hour: number, isWorkday = true) => ({ minuteOfDay: Math.round(60 * hour), isWorkday });

const SHARES: [title: string, hour: number, isWorkday: boolean, share: number][] = [
  ["in the night", 3, true, 0.85],
  ["when the morning's rush begins", 7, true, 1.2],
  ["half way out of it", 8.5, true, 1.1],
  ["in the middle of the day", 12, true, 1],
  ["in the afternoon's rush", 16.5, true, 1.2],
  ["at a quarter past five of a day off", 17.25, false, 0.95 - 0.05 * 1.25 / 3],
  ["at midnight", 0, true, 0.85],
  ["in the last minute", 23.99, false, 0.85],
];

for (const [title, hour, isWorkday, share] of SHARES) {
  Deno.test(`trafficShare() is ${share.toFixed(3)} ${title}`, () => {
    assert.ok(Math.abs(trafficShare(at(hour, isWorkday)) - share) < 0.001);
  });
}

Deno.test("TRAFFIC covers the day in order, and begins and ends it alike, so that midnight is no step", () => {
  for (const hours of [TRAFFIC.workday, TRAFFIC.dayOff]) {
    const minutes = hours.map(([time]) => Number(time.split(":")[0]) * 60 + Number(time.slice(-2)));
    assert.deepEqual(minutes, minutes.toSorted((a, b) => a - b));
    assert.deepEqual([minutes[0], minutes.at(-1)], [0, 1_440]);
    assert.equal(hours[0]?.[1], hours.at(-1)?.[1]);
    assert.equal(hours[0]?.[1], TRAFFIC.workday[0]?.[1]);
  }
});

Deno.test("trafficShare() is longest in the rush hours of a workday and nowhere else", () => {
  for (let minuteOfDay = 0; minuteOfDay < 1_440; minuteOfDay++) {
    const isRush = RUSH_HOURS.hours.some(([from, until]) =>
      minutesOf(from) <= minuteOfDay && minuteOfDay <= minutesOf(until)
    );
    const isLongest = trafficShare({ minuteOfDay, isWorkday: true }) === TRAFFIC_RANGE.most;
    assert.equal(isLongest, isRush, `${minuteOfDay}`);
    assert.ok(trafficShare({ minuteOfDay, isWorkday: false }) < 1);
  }
});

Deno.test("the rush hours name their statute, the shares our assumption, and neither says it was checked", () => {
  assert.match(RUSH_HOURS.source, /lag \(2004:629\)/);
  assert.match(TRAFFIC.source, /assumption.*not measured/);
  assert.deepEqual([RUSH_HOURS.verified, TRAFFIC.verified], [false, false]);
});

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return 60 * hours + minutes;
}

Deno.test("trafficShare() changes by less than a hundredth a minute", () => {
  for (const isWorkday of [true, false]) {
    for (let minute = 1; minute < 1_440; minute++) {
      const step = trafficShare({ minuteOfDay: minute, isWorkday }) -
        trafficShare({ minuteOfDay: minute - 1, isWorkday });
      assert.ok(Math.abs(step) < 0.01, `${minute}`);
    }
  }
});

Deno.test("inTraffic() takes longer in the rush, changes no metre, and names its table", () => {
  assert.deepEqual(inTraffic(ROUTE, IN_TOWN, at(7.5)), {
    ...ROUTE,
    durationSeconds: 1_200,
    dataVersion: `roads+traffic-${TRAFFIC.version}`,
  });
  assert.equal(inTraffic(ROUTE, IN_TOWN, at(7.5, false)).durationSeconds, 850);
});

Deno.test("inTraffic() knows no rush far from the large towns, and the free night everywhere", () => {
  const far = { from: LULEA, to: KALLAX };
  assert.equal(inTraffic(ROUTE, far, at(7.5)).durationSeconds, 1_000);
  assert.equal(inTraffic(ROUTE, far, at(3)).durationSeconds, 850);
});

Deno.test("inTraffic() leaves a trip through the country as it is, at any hour", () => {
  const route = { ...ROUTE, distanceMeters: 470_000, durationSeconds: 18_000 };
  const ends = { from: CENTRAL, to: STOCKHOLM };
  for (const hour of [3, 7.5, 12]) {
    assert.equal(inTraffic(route, ends, at(hour)).durationSeconds, 18_000);
  }
});

Deno.test("inTraffic() moves a trip alike whichever engine found it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_439 }),
      fc.boolean(),
      fc.integer({ min: 100, max: 900_000 }),
      (minuteOfDay, isWorkday, distanceMeters) => {
        const seconds = (["goteborg", "estimate", "osrm"] as const).map((engine) =>
          inTraffic({ ...ROUTE, engine, distanceMeters }, IN_TOWN, { minuteOfDay, isWorkday })
            .durationSeconds
        );
        assert.equal(new Set(seconds).size, 1);
        assert.ok(seconds[0]! >= 850 && seconds[0]! <= 1_200);
      },
    ),
  );
});
