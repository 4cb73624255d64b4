// The peer: bare KV atomics with the checks, keys and values of a real booking, and nothing around them.
// Prints commits a second for 16 concurrent writers, closed loop.
import { loadConfig } from "../../lib/assembly/settings.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { makeLogger, writeLines } from "../../lib/kernel/log.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import { makeRouting } from "../../lib/assembly/routing.ts";
import { makeServices } from "../../lib/assembly/services.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { DEMO_TARIFFS } from "../../lib/pricing/demo-tariffs.ts";
import { quoteTrip } from "../../lib/pricing/quote-trip.ts";
import { resolveTrip } from "../../lib/trip/trip-form.ts";
import { deriveCryptoKeys } from "../../lib/security/crypto-keys.ts";
import { plainVehicle, vehicleId } from "../../lib/fleet/vehicle.ts";
import { benchTrip } from "./trip.ts";

interface Write {
  key: Deno.KvKey;
  value: unknown;
}

interface Recorded {
  checks: Deno.KvKey[];
  writes: Write[];
}

if (import.meta.main) {
  const [folder = ".", milliseconds = "3000", clients = "16"] = Deno.args;
  const recorded = await recordBooking(`${folder}/recorded-${crypto.randomUUID()}.sqlite`);
  const kv = await Deno.openKv(`${folder}/peer-${crypto.randomUUID()}.sqlite`);
  let commits = 0;
  const until = performance.now() + Number(milliseconds);
  const write = async (writer: number) => {
    for (let i = 0; performance.now() < until; i++) {
      // Of one length: marks of different lengths could make the same key of it.
      const mark = `${String(writer).padStart(2, "0")}${String(i).padStart(7, "0")}`;
      const op = kv.atomic();
      for (const key of recorded.checks) op.check({ key: marked(key, mark), versionstamp: null });
      for (const { key, value } of recorded.writes) op.set(marked(key, mark), value);
      if (!(await op.commit()).ok) throw new Error("A bare atomic lost a race it has alone");
      commits++;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: Number(clients) }, (_, i) => write(i)));
  const perSecond = commits / ((performance.now() - started) / 1000);
  kv.close();
  console.info(JSON.stringify({
    perSecond,
    checks: recorded.checks.length,
    writes: recorded.writes.length,
  }));
  Deno.exit(0);
}

/** The key with its last text made unique, at about the same length. */
function marked(key: Deno.KvKey, mark: string): Deno.KvKey {
  return [...key.slice(0, -1), `${String(key.at(-1)).slice(0, -mark.length)}${mark}`];
}

/** What one real booking checks and writes. */
async function recordBooking(database: string): Promise<Recorded> {
  const db = await openDatabase(database);
  const recorded: Recorded = { checks: [], writes: [] };
  let recording = false;
  const watched: Database = { ...db, write: recorder(db.write, recorded, () => recording) };
  const log = makeLogger({ clock: systemClock, write: writeLines(console), least: "error" });
  const services = makeServices({
    config: loadConfig({}),
    keys: await deriveCryptoKeys(new Uint8Array(32).fill(1)),
    db: watched,
    places: loadPlaceIndex(),
    routing: makeRouting({}, log),
    timeZoneDataVersion: "bench",
    log,
    shutdown: new AbortController().signal,
  });
  for (const tariff of DEMO_TARIFFS) await services.tariffs.save(tariff);
  const vehicle = { id: vehicleId("V001"), name: "Bil", registration: "", inTraffic: true };
  await services.fleet.save([plainVehicle({ ...vehicle, vehicleClass: "standard" })], []);
  const trip = resolveTrip(services.places, benchTrip(0), "sv");
  if (!trip.ok) throw new Error("The bench trip does not resolve");
  const quote = await quoteTrip(services, trip.value);
  recording = true;
  await createBooking(services, {
    quoteId: quote.id,
    vehicleClass: "standard",
    contact: { name: "Maja Öberg", phone: "+46701234567", email: "" },
    flightNumber: "",
    note: "",
    locale: "sv",
    idempotencyKey: "recorded",
  });
  db.close();
  return recorded;
}

function recorder(kv: Deno.Kv, recorded: Recorded, isOn: () => boolean): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      if (name !== "atomic") {
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      }
      return () => {
        const op = target.atomic();
        const check = op.check.bind(op);
        const set = op.set.bind(op);
        op.check = (...checks) => {
          if (isOn()) recorded.checks.push(...checks.map(({ key }) => key));
          return check(...checks);
        };
        op.set = (key, value, options) => {
          const plain = key.map((part) => typeof part === "symbol" ? "00000000000000000000" : part);
          if (isOn()) recorded.writes.push({ key: plain as Deno.KvKey, value });
          return set(key, value, options);
        };
        return op;
      };
    },
  });
}
