// The product over a database file and two services of others, each of which a test can take away; and every errand of a
// customer and an operator, done for real, with what came of it.
import { tryOutlets } from "../../lib/alarms/try-outlets.ts";
import { FAILURES_IN_A_ROW } from "../../lib/resilience/volume-breaker.ts";
import assert from "node:assert/strict";
import { ROADS_TAG } from "../../lib/pricing/pricing-cache-manager.ts";
import { makeGeocoder } from "../../lib/assembly/geocoding.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import type { Effect } from "../../lib/health/degradation-rules.ts";
import type { Errand, Part } from "../../lib/health/part.ts";
import { ClockWatch, MAX_JUMP_MS } from "../../lib/kernel/clock-watch.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { encodePolyline } from "../../lib/places/polyline.ts";
import { Dependencies } from "../../lib/resilience/dependencies.ts";
import { loadCityNetwork } from "../../lib/routing/city-network.ts";
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { signedIn } from "./api-operator.ts";
import { breakableDatabase } from "./broken-database.ts";
import { tempFolder } from "./databases.ts";
import { faultyProxy } from "./faulty-proxy.ts";
import { recorded, replayServer } from "./geocoder-server.ts";
import { keptLog } from "./kept-log.ts";
import { testProduct } from "./operator.ts";
import { aBrowser } from "./push.ts";
import { anSms } from "./sms.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { aQuote, aStoredBooking } from "./trips.ts";

const TRIP = {
  from: { words: "Landvetter", placeId: "airport:GOT" },
  to: { words: "Göteborg C", placeId: "pin:57.7066,11.9675" },
};
const SARA = {
  actor: { kind: "operator", id: null, name: "Sara" },
  idempotencyKey: null,
} as const;

/** Outlets of alarms at a port where nobody listens. */
const OUTLETS_NOBODY_SERVES = {
  AVANTI_ALARM_WEBHOOK: "http://127.0.0.1:1/hook",
  AVANTI_SMTP: "smtp://127.0.0.1:1",
  AVANTI_MAIL_FROM: "avanti@avanti.example",
  AVANTI_ALARM_MAIL: "jour@avanti.example",
  AVANTI_SENTRY_DSN: "http://abc123@127.0.0.1:1/7",
  AVANTI_OPEN_HOSTS: "127.0.0.1:1",
  AVANTI_SMS: "http://avanti:secret@127.0.0.1:1/a1/sms",
};

/** What came of an errand; a refusal with its answer, to be looked at. */
export interface ErrandResult {
  effect: Effect;
  refusal: Response | null;
}

/** A running product. */
export interface DegradedProduct extends AsyncDisposable {
  origin: string;
  services: Services;
  /** Takes a part away. */
  lose(part: Part): void | Promise<void>;
  /** Does an errand as a person does. */
  run(errand: Errand, language?: string): Promise<ErrandResult>;
  /** A page as a signed-in operator sees it. */
  operatorHeaders: Record<string, string>;
}

/** Starts it, and prepares what errands are done with while all is well. */
export async function degradedProduct(): Promise<DegradedProduct> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await tempFolder());
  const database = `${folder.path}/kv.sqlite`;
  const breakable = breakableDatabase();
  const osrm = stack.use(replayServer(osrmAnswer));
  const photon = stack.use(replayServer(recorded("photon-vasagatan-11")));
  const portOf = ({ options }: typeof osrm) => Number(new URL(options.baseUrl).port);
  const roads = stack.use(faultyProxy(portOf(osrm), () => {}));
  const addresses = stack.use(faultyProxy(portOf(photon), () => {}));
  const { log } = keptLog();
  const dependencies = stack.use(new Dependencies({ log }));
  let wallMs = 0;
  const clockWatch = new ClockWatch({ wallMs: () => wallMs, steadyMs: () => 0 });
  const origin = "https://avanti.example";
  const geocoding = { geocoderUrl: addresses.origin, geocoderKind: "photon", origin } as const;
  const product = stack.use(
    await testProduct({
      database,
      wrap: breakable.wrap,
      environment: OUTLETS_NOBODY_SERVES,
      routing: makeRouting({ osrmUrl: roads.origin }, log, loadCityNetwork(), dependencies),
      parts: { dependencies, clockWatch, geocoder: makeGeocoder(geocoding, log, dependencies) },
    }),
  );
  // Nothing listens where alarms go: as many trials as it takes until the outlets are left alone.
  const loseOutlets = async () => {
    for (let tries = 0; tries < FAILURES_IN_A_ROW; tries++) {
      await tryOutlets(product.services);
      await product.services.sms?.send(anSms());
      const nobody = { endpointId: "nobody", url: "http://127.0.0.1:1/hook", secrets: [] };
      const { subscription } = aBrowser("https://127.0.0.1:1/x");
      const screen = { title: "", body: "", url: "", tag: "t" };
      await product.services.sendPush(subscription, screen, { ttlSeconds: 1, isUrgent: false });
      await product.services.subscribers.post({ ...nobody, eventId: "evt", body: "{}" });
    }
    const left = dependencies.states().filter(({ state }) => state === "open");
    assert.deepEqual(left.map(({ name }) => name).sort(), [
      "push",
      "sentry",
      "sms",
      "smtp",
      "subscriber",
      "webhook",
    ]);
  };
  const loseAsked = (name: "provider" | "kms" | "edge" | "stripe" | "fortnox") => async () => {
    const { ask } = dependencies.open({ name, label: name, mayRetry: false });
    const question = { url: "http://127.0.0.1:1/", timeoutMs: 1_000, maxBytes: 1, read: () => 0 };
    for (let tries = 0; tries < FAILURES_IN_A_ROW; tries++) await ask(question).catch(() => 0);
  };
  const ways: Record<Part, () => void | Promise<void>> = {
    // A way that was asked for before would be given for days.
    osrm: async () => {
      roads.turn("refused");
      await product.services.cacheManager.invalidateTag(ROADS_TAG);
    },
    geocoder: () => addresses.turn("refused"),
    ...{ webhook: loseOutlets, smtp: loseOutlets, sentry: loseOutlets, sms: loseOutlets },
    ...{ provider: loseAsked("provider"), kms: loseAsked("kms"), edge: loseAsked("edge") },
    stripe: loseAsked("stripe"),
    fortnox: loseAsked("fortnox"),
    subscriber: loseOutlets,
    push: loseOutlets,
    "database-reads": () => breakable.breaks("reads"),
    "database-writes": () => breakable.breaks("writes"),
    "database-file": () => Deno.remove(database),
    clock: () => void (wallMs = 2 * MAX_JUMP_MS),
  };
  const { services } = product;
  const operatorHeaders = await signedIn(services);
  const errands = await preparedErrands(services, product.origin, operatorHeaders);
  return {
    ...{ origin: product.origin, services, operatorHeaders },
    lose: (part) => ways[part](),
    run: (errand, language = "sv") => errands[errand](language),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Drives from the first place asked for to the second, by a road a bit longer than ours. */
function osrmAnswer(request: Request): Response {
  const [from, to] = (/driving\/([^?]+)/.exec(request.url)?.[1] ?? "").split(";").map((pair) => {
    const [lng = 0, lat = 0] = pair.split(",").map(Number);
    return { lat, lng };
  });
  assert.ok(from && to, request.url);
  return Response.json({
    code: "Ok",
    routes: [{ distance: 27_123, duration: 1_700, geometry: encodePolyline([from, to]) }],
    waypoints: [from, to].map(({ lat, lng }) => ({ location: [lng, lat], distance: 3 })),
  });
}

type Errands = Readonly<Record<Errand, (language: string) => Promise<ErrandResult>>>;

/** Each errand once, on things of its own that were made while all was well. */
async function preparedErrands(
  services: Services,
  origin: string,
  operator: Record<string, string>,
): Promise<Errands> {
  const [bought, read, moved, cancelled, assigned, undone] = [
    await aQuote(services),
    await aStoredBooking(services),
    await aStoredBooking(services),
    await aStoredBooking(services),
    await aStoredBooking(services),
    await aStoredBooking(services),
  ];
  const drivers = await services.fleet.drivers();
  const driverOf = ({ reservation }: Booking) =>
    drivers.find((one) => one.vehicleId === reservation.vehicleId)?.id ?? "";
  const assign = (booking: Booking) =>
    ({ type: "assign", expectedVersion: 1, driverId: driverOf(booking) }) as const;
  const act = await performCommand(services, undone.booking.id, assign(undone.booking), SARA);

  const ask = (path: string, language: string, init: RequestInit = {}) =>
    fetch(withLanguage(origin + path, language), { redirect: "manual", ...init });
  const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const form = (fields: Record<string, string>): RequestInit => ({
    method: "POST",
    headers: { cookie: operator.cookie ?? "", "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ formToken: operator[FORM_TOKEN_HEADER] ?? "", ...fields }),
  });
  const contact = { name: "Maja Öberg", phone: "070-123 45 67", email: "" };
  const pickup = (time: string) => ({ wallTime: `2026-11-24T${time}` });
  const byRoad = (body: string) => !body.includes('"engine":"osrm"');

  return {
    "find-place": async (language) =>
      await resultOf(
        await ask("/api/places?q=Vasagatan 11", language),
        (body) => !body.includes('"name":"Vasagatan 11"'),
      ),
    // A price that nobody can be shown is none.
    price: async (language) => {
      const asked = json({ ...TRIP, pickup: pickup("10:00") });
      const given = await ask("/api/quotes", language, asked);
      const { id = "" } = given.ok ? await given.clone().json() : {};
      const result = await resultOf(given, byRoad);
      if (result.refusal !== null) return result;
      const { effect, refusal } = await resultOf(await ask(paths.quote(id), language));
      return refusal === null ? result : { effect, refusal };
    },
    book: async (language) => {
      const purchase = { quoteId: bought.id, vehicleClass: "standard", contact, note: "" };
      const headers = { "idempotency-key": "one purchase" };
      return await resultOf(await ask("/api/bookings", language, json(purchase, headers)));
    },
    ticket: async (language) => await resultOf(await ask(paths.booking(read.link), language)),
    change: async (language) =>
      await resultOf(
        await ask(
          `/api/bookings/${moved.link}/reschedule`,
          language,
          json({ pickup: pickup("12:00") }),
        ),
        byRoad,
      ),
    cancel: async (language) =>
      await resultOf(
        await ask(`/api/bookings/${cancelled.link}/cancel`, language, json({ expectedFeeOre: 0 })),
      ),
    board: async (language) =>
      await resultOf(
        await ask(paths.admin({ date: "2026-11-24" }), language, { headers: operator }),
      ),
    order: async (language) => {
      const answer = await ask(
        paths.adminNewBooking(),
        language,
        form({
          ...{ action: "price", idempotencyKey: "01KAMZ8N00AVANT1TESTQ0TE09", language: "sv" },
          ...{ phone: "070-174 06 12", name: "Karin Nyström", when: "imorgon 5.10" },
          ...{ from: "Göteborg Landvetter flygplats", to: "Drottningtorget 2" },
          ...{ passengers: "1", bags: "1" },
        }),
      );
      const html = await answer.clone().text();
      const [, id = ""] = /name="quoteId" value="([^"]+)"/.exec(html) ?? [];
      const quote = id === "" ? null : await services.quotes.get(quoteId(id));
      return await resultOf(answer, () => quote !== null && quote.route.engine !== "osrm");
    },
    assign: async (language) =>
      await resultOf(
        await ask(
          `/api/admin/bookings/${assigned.booking.id}/commands`,
          language,
          json(assign(assigned.booking), operator),
        ),
      ),
    undo: async (language) =>
      await resultOf(
        await ask(`/api/admin/acts/${act.id}`, language, json({ type: "undo" }, operator)),
      ),
    setup: async (language) =>
      await resultOf(
        await ask(paths.adminTariffs(), language, form({ name: "Vår", basedOn: "2026-01-01.1" })),
      ),
  };
}

/** What an answer means: 2xx and a redirect are a success, 503 is a refusal, and nothing else may come. */
async function resultOf(
  answer: Response,
  isStandIn: (body: string) => boolean = () => false,
): Promise<ErrandResult> {
  if (answer.status === 503) return { effect: "refused", refusal: answer };
  const body = await answer.text();
  assert.ok(answer.status < 400, `${answer.url} says ${answer.status}: ${body.slice(0, 2_000)}`);
  return { effect: isStandIn(body) ? "stands-in" : "works", refusal: null };
}

function withLanguage(address: string, language: string): URL {
  const url = new URL(address);
  url.searchParams.set("lang", language);
  return url;
}
