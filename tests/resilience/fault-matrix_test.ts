// Each service of others in each way it can break, through what the product uses it by: every question has an answer,
// none is asked twice without need, and all is as before once the fault ends, without a restart.
import assert from "node:assert/strict";
import { parseSentryDsn } from "../../lib/alarms/sentry-dsn.ts";
import { SentryOutlet } from "../../lib/alarms/sentry-gateway.ts";
import { webhookOutlet } from "../../lib/alarms/webhook-gateway.ts";
import { makeGeocoder } from "../../lib/assembly/geocoding.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { mailServices } from "../../lib/mail/services.ts";
import { encodePolyline } from "../../lib/places/polyline.ts";
import type { Outcome } from "../../lib/resilience/attempt-failure.ts";
import type { CircuitWord } from "../../lib/resilience/circuit.ts";
import { LONGEST_REST_MS } from "../../lib/resilience/circuit.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { DEPENDENCY_NAMES, type DependencyName } from "../../lib/resilience/dependency.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { MAIL, ORIGIN, type Row, standIn, web } from "../support/faults/fault-row.ts";
import { edgeRow } from "../support/faults/edge-row.ts";
import { fortnoxRow } from "../support/faults/fortnox-row.ts";
import { stripeRow } from "../support/faults/stripe-row.ts";
import { kmsRow } from "../support/faults/key-rows.ts";
import { RECEIVERS } from "../support/faults/receiver-rows.ts";
import { issuerRow, providerRow } from "../support/faults/sign-in-rows.ts";
import { type Fault, FAULTS } from "../support/faulty-proxy.ts";
import { recorded } from "../support/geocoder-server.ts";
import { keptLog } from "../support/kept-log.ts";

/** Questions while it is broken, and after it was mended. */
const ASKED = 8;
const network = loadCityNetwork();

const GOTEBORG = { lat: 57.7089, lng: 11.9735 };
const STOCKHOLM = { lat: 59.33, lng: 18.058 };

/** A row or more a dependency; the compiler asks for one that is missing. */
const TABLE: Readonly<Record<DependencyName, Readonly<Record<string, Row>>>> = {
  osrm: {
    OSRM: {
      mayRetry: true,
      ...web(() =>
        Response.json({
          code: "Ok",
          routes: [{
            ...{ distance: 470_123, duration: 17_000 },
            geometry: encodePolyline([GOTEBORG, STOCKHOLM]),
          }],
          waypoints: [GOTEBORG, STOCKHOLM].map(({ lat, lng }) => ({
            location: [lng, lat],
            distance: 3,
          })),
        })
      ),
      product: ({ origin: osrmUrl, dependencies }) => {
        const engine = makeRouting({ osrmUrl }, keptLog().log, network, dependencies);
        return async () => {
          const answer = await engine.route(GOTEBORG, STOCKHOLM);
          assert.ok(answer.ok, "a trip that can be driven was refused");
          return answer.route.engine === "osrm";
        };
      },
    },
  },
  geocoder: {
    Photon: geocoderRow("photon", true),
    Nominatim: geocoderRow("nominatim", false),
  },
  webhook: {
    "A webhook": {
      mayRetry: false,
      ...web(() => new Response("ok")),
      product: ({ origin, dependencies }) => {
        const outlet = webhookOutlet({
          ...{ url: `${origin}/hooks/7`, format: "json", secret: undefined, origin: ORIGIN },
          clock: systemClock,
          dependency: dependencies.open({ name: "webhook", label: "Webhook", mayRetry: false }),
        });
        return async (number) => (await outlet.send(trial(number))).isAccepted;
      },
    },
  },
  smtp: {
    "A mail server": {
      mayRetry: false,
      ...MAIL,
      product: ({ origin, dependencies }) => {
        const { hostname: host, port } = new URL(origin);
        const smtp = { host, port: Number(port), isTlsFromStart: false, user: "", password: "" };
        const config = { mode: "local" as const, smtp, mailFrom: "larm@avanti.example" };
        const { mail } = mailServices({ config, dependencies });
        const words = { to: ["jour@avanti.example"], subject: "Prov", text: "Prov\n" };
        return async (number) => {
          const { id, at } = trial(number);
          const sent = mail?.send({ id, at, ...words, isAutomatic: true });
          return await sent?.catch(standIn) !== undefined;
        };
      },
    },
  },
  sentry: {
    Sentry: {
      mayRetry: false,
      heedsPeace: true,
      ...web(() => Response.json({ id: "fc6d8c0c43fc4630ad850ee518f1b9d0" })),
      product: ({ origin, dependencies, clock }) => {
        const dsn = parseSentryDsn(`${origin.replace("://", "://key@")}/7`)!;
        const outlet = new SentryOutlet({
          ...{ dsn, scene: { environment: "production", release: "" }, clock: systemClock },
          ...{ randomBytes: secureRandomBytes, now: () => clock.ms },
          dependency: dependencies.open({ name: "sentry", label: "Sentry", mayRetry: false }),
        });
        return async (number) => (await outlet.send(trial(number))).isAccepted;
      },
    },
  },
  provider: { "A provider of sign-in": providerRow(), "An issuer of OpenID Connect": issuerRow() },
  ...RECEIVERS,
  kms: { "A service of keys": kmsRow() },
  edge: { "A cache in front": edgeRow() },
  stripe: { Stripe: stripeRow() },
  fortnox: { Fortnox: fortnoxRow() },
};

function trial(number: number) {
  return { id: `trial-${number}`, at: "2026-11-23T05:00:00Z", isTrial: true, alarms: [], more: 0 };
}

function geocoderRow(geocoderKind: "photon" | "nominatim", mayRetry: boolean): Row {
  return {
    mayRetry,
    ...web(recorded(`${geocoderKind}-vasagatan-11`)),
    product: ({ origin: geocoderUrl, dependencies, clock }) => {
      const config = { geocoderUrl, geocoderKind, origin: "https://avanti.example" };
      const wait = (ms: number) => Promise.resolve(void (clock.ms += ms));
      const timing = { now: () => clock.ms, wait };
      const geocoder = makeGeocoder(config, keptLog().log, dependencies, timing);
      return async (number) => (await geocoder.find(`Vasagatan ${number}`)).length > 0;
    },
  };
}

/** What each fault looks like from inside, and what it leaves behind. */
const EXPECTED: Readonly<Record<Fault, { outcome: Outcome; state: CircuitWord; again: boolean }>> =
  {
    refused: { outcome: "unreachable", state: "open", again: true },
    hang: { outcome: "slow", state: "open", again: false },
    slow: { outcome: "slow", state: "open", again: false },
    "500": { outcome: "failing", state: "open", again: true },
    "429": { outcome: "busy", state: "open", again: false },
    malformed: { outcome: "unreadable", state: "open", again: false },
    // Every other question is answered: not enough of them fail to go without the rest.
    flapping: { outcome: "failing", state: "closed", again: true },
    "reset mid-body": { outcome: "unreachable", state: "open", again: true },
  };

Deno.test("every service of others the product knows is in the table", () => {
  assert.deepEqual(Object.keys(TABLE).sort(), [...DEPENDENCY_NAMES].sort());
  for (const rows of Object.values(TABLE)) assert.notEqual(Object.keys(rows).length, 0);
});

for (const [name, rows] of Object.entries(TABLE)) {
  for (const [title, row] of Object.entries(rows)) {
    for (const fault of FAULTS) {
      Deno.test(`${title} that is ${fault}: something stands in, and it is asked again once it is well`, () =>
        tryFault(name, title, row, fault));
    }
  }
}

async function tryFault(name: string, title: string, row: Row, fault: Fault): Promise<void> {
  const { outcome, state, again } = EXPECTED[fault];
  const clock = { ms: 0 };
  const deadlines = new Set<AbortController>();
  await using server = await row.start();
  await using proxy = row.proxy(server.port, () => {
    for (const one of deadlines) one.abort();
  });
  using dependencies = new Dependencies({
    log: keptLog().log,
    now: () => clock.ms,
    deadline() {
      const one = new AbortController();
      deadlines.add(one);
      return one.signal;
    },
  });
  const ask = row.product({ origin: proxy.origin, dependencies, clock });
  const askMany = async (from: number) => {
    const answered: boolean[] = [];
    for (let i = 0; i < ASKED; i++) answered.push(await ask(from + i));
    return answered.filter(Boolean).length;
  };
  const now = () => dependencies.states().find((one) => one.name === name)!;

  assert.equal(await askMany(1), ASKED);
  assert.deepEqual([server.taken(), now().state], [ASKED, "closed"]);

  proxy.turn(fault);
  const before = now().tries;
  const { arrived } = proxy;
  const during = await askMany(101);
  const broken = now();
  const failed = broken.tries[outcome] - before[outcome];
  const isHeeded = fault === "429" && row.heedsPeace === true;
  assert.equal(broken.state, isHeeded ? "closed" : state);
  if (isHeeded) {
    // Asked for peace, it has it from then on.
    assert.deepEqual([failed, during, proxy.arrived - arrived], [1, 0, 1]);
  } else if (state === "open") {
    // Three in a row and no more: the others cost the service nothing and the customers no time.
    assert.deepEqual([failed, during, broken.notAsked > 0], [FAILURES_IN_A_ROW, 0, true]);
  } else {
    assert.equal(broken.retries, row.mayRetry ? ASKED : 0);
    assert.equal(during, row.mayRetry ? ASKED : ASKED / 2);
  }
  assert.equal(broken.retries > 0, again && row.mayRetry);

  proxy.turn("well");
  clock.ms += LONGEST_REST_MS;
  const taken = server.taken();
  const after = await askMany(201);
  console.info(
    `${title}, ${fault}: ${during}/${ASKED} answered while broken, ${after}/${ASKED} after`,
  );
  assert.equal(after, ASKED);
  // Each once: nothing was lost on the way, nothing asked twice.
  assert.deepEqual([server.taken() - taken, now().state], [ASKED, "closed"]);
  assert.deepEqual([now().active, now().waiting], [0, 0]);
}
