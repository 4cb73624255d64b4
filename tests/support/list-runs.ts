// Every list query asked as the product asks it, over a full house: how many rows each answers.
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { retentionKeys } from "../../lib/retention/keys.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { passkeysOf, storedPasskeysOf } from "../../lib/accounts/passkey-store.ts";
import { ownDataOf } from "../../lib/assembly/own-data.ts";
import { FOUND_OUTCOMES } from "../../lib/messages/message-store.ts";
import { ownBookings } from "../../lib/booking/booking-owners.ts";
import { bookingsBetween } from "../../lib/booking/bookings-between.ts";
import { driverDay } from "../../lib/dispatch/driver-day.ts";
import { reservationsAround } from "../../lib/fleet/vehicle-reservations.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { readByVehicle } from "../../lib/fleet/read-by-vehicle.ts";
import { countedDays } from "../../lib/kv/counters.ts";
import { furtherOf } from "../../lib/audit/further-subjects.ts";
import { countDeadJobs, listDeadJobs } from "../../lib/kv/dead-jobs.ts";
import { runDueJobs } from "../../lib/kv/jobs.ts";
import { readTariffBook } from "../../lib/pricing/tariff-store.ts";
import { countErasures, rotationProgress } from "../../lib/security/rotation-progress.ts";
import { ADJUSTED_DAY, FULL_HOLDER } from "./many-settlements.ts";
import { FULL_DAY, type FullHouse, PAID_BOOKING } from "./full-house.ts";

/** One way a query is asked. */
export interface ListRun {
  /** Names of the queries it asks, and of the way: `bookings of a day`, `bookings of a day: a driver's`. */
  name: string;
  /** Asks; how many rows were answered. */
  ask(house: FullHouse): Promise<number>;
}

const DAY_MS = Date.parse(`${FULL_DAY}T00:00:00Z`);

/** The runs. */
export function listRuns(): ListRun[] {
  return [
    ...ofMachinery(),
    ...ofLog(),
    ...ofAccounts(),
    ...ofRides(),
    ...ofMessages(),
    ...ofRecords(),
    ...ofOwnData(),
  ];
}

function run(
  name: string,
  ask: (house: FullHouse) => Promise<number | { length: number }>,
): ListRun {
  return {
    name,
    async ask(house) {
      const answered = await ask(house);
      return typeof answered === "number" ? answered : answered.length;
    },
  };
}

function ofMachinery(): ListRun[] {
  return [
    run("feed since", async ({ services }) => (await services.feed.since("", 200)).commits),
    run("feed head", async ({ services }) => Number(await services.feed.head() !== "")),
    run("dead jobs", async ({ services }) => (await listDeadJobs(services)).jobs),
    run("dead jobs counted", async ({ services }) => (await countDeadJobs(services)).count),
    run("jobs due", ({ services }) => {
      const kind = {
        name: "expire-booking",
        run: () => Promise.resolve(),
        mostPerRound: Infinity,
        mostAttempts: 9,
      };
      return runDueJobs({ ...services, onFailure: () => {} }, [kind]);
    }),
    run("days counted", ({ services }) => countedDays(services.db, "booking confirmed")),
    run(
      "oldest intent",
      async ({ services }) => Number(await services.auditAppender.waitingSince() !== null),
    ),
    run("open invoices", ({ services }) => services.invoices.open()),
    run("incidents", ({ services }) => services.incidentStore.list()),
    run("landmark edits", async ({ services }) => {
      return (await services.landmarks.all()).filter(({ version }) => version > 0);
    }),
    run("landmark story", ({ services, landmark }) => services.landmarks.story(landmark)),
    run("endpoints", ({ services }) => services.endpoints.list()),
    run("former endpoints", ({ services }) => services.endpoints.former()),
    run("tellings", ({ services }) => services.tellings.due(services.clock.now())),
    run("deliveries", ({ services }) => services.deliveries.list("e", 51)),
    run("lines due", ({ services }) => {
      return services.deliveries.due("e", services.clock.now().epochMilliseconds, 40);
    }),
  ];
}

function ofLog(): ListRun[] {
  return [
    run("further subjects of an entry", ({ services }) => {
      return furtherOf(services.db.read, { further: { count: 300, hash: "hash" } });
    }),
    run("refusals of a mark", ({ services }) => services.refusals.ofMarks(["mark"])),
    run("erasures counted", async ({ services }) => (await countErasures(services)).count),
    run("keys left to rotate", async ({ services }) => {
      const startedAt = services.clock.now().toString();
      const begun = { to: 2, after: "", looked: 0, rewrapped: 0, stuck: 0, startedAt };
      const rotation = { ...begun, movedAt: null, finishedAt: null };
      return (await rotationProgress(services, rotation)).all.count;
    }),
    run("protected identities", ({ services }) => services.veils.all()),
  ];
}

function ofAccounts(): ListRun[] {
  return [
    run("staff", ({ services }) => services.people.staff()),
    run("person events", ({ services, person }) => services.people.events(person.id)),
    run("own sessions", ({ services, person }) => services.sessions.of(person.id)),
    run("own passkeys", ({ services, person }) => passkeysOf(services, person.id)),
    run("own passkeys to change", ({ services, person }) => storedPasskeysOf(services, person.id)),
    run("own identities", ({ services, person }) => services.identities.of(person.id)),
  ];
}

function ofSettlements(): ListRun[] {
  return [
    run("terms of a holder", ({ services }) => services.settlements.terms(FULL_HOLDER)),
    run(
      "adjustments of a holder",
      ({ services }) => services.settlements.adjustments(FULL_HOLDER, ADJUSTED_DAY, ADJUSTED_DAY),
    ),
    run("payment files", ({ services }) => services.settlements.files()),
    run("settlements of a holder", ({ services }) => services.settlements.latest(FULL_HOLDER)),
  ];
}

function ofRides(): ListRun[] {
  return [
    run("tariffs", async ({ services }) => (await readTariffBook(services.db)).tariffs),
    run("fees in force", async ({ services }) => {
      const { bookedFrom } = await services.feeEditions.at(services.clock.now());
      return bookedFrom === SHIPPED_EDITION.bookedFrom ? 0 : 1;
    }),
    run("fee editions", async ({ services }) => (await services.feeEditions.list()).slice(1)),
    run("fee drafts", ({ services }) => services.feeEditions.drafts()),
    run("checks of a driver", ({ services }) => services.driverChecks.of(driverId("D01"))),
    run(
      "checks of drivers",
      async ({ services }) => [...(await services.driverChecks.all()).values()].flat(),
    ),
    ...ofSettlements(),
    run("fleet", async ({ services }) => {
      const { vehicles, holders, drivers } = await services.fleet.read();
      return vehicles.length + holders.length + drivers.length;
    }),
    run("rows by vehicle", async ({ services }) => {
      const day = fleetKeys.vehicleDay.under(FULL_DAY);
      return (await readByVehicle(services.db, day, { spans: [] })).size;
    }),
    run("tariff drafts", ({ services }) => services.tariffDrafts.list()),
    run("reservations around", async ({ services }) => {
      const around = { startMs: DAY_MS + 1, endMs: DAY_MS + 3_600_000 };
      return 3 * (await reservationsAround(services.db, around)).size;
    }),
    run("payments of a booking", async ({ services }) => {
      return (await services.payments.ofBooking(PAID_BOOKING)).length;
    }),
    run("bookings of a day", ({ services }) => services.bookings.listDay(FULL_DAY)),
    run("rides of a driver", async ({ services, driver }) => {
      return (await driverDay(services, driver, FULL_DAY))?.jobs ?? [];
    }),
    run("bookings between days", ({ services }) => {
      return bookingsBetween(services.db, { from: FULL_DAY, before: "2026-11-26" }, 300, true);
    }),
    run(
      "oldest booking",
      async ({ services }) => Number(await services.bookings.oldestId() !== null),
    ),
    run("booking events", ({ services, booking }) => services.bookings.events(booking.id)),
    run("own bookings", async ({ services, person }) => {
      return (await ownBookings(services, [{ kind: "person", at: person.id }])).bookings;
    }),
  ];
}

function ofMessages(): ListRun[] {
  return [
    run(
      "newest messages",
      async ({ services }) => (await services.messages.newest(100, "")).messages,
    ),
    ...FOUND_OUTCOMES.map((outcome) =>
      run(`messages of an outcome: ${outcome}`, async ({ services }) => {
        return (await services.messages.newestOf(outcome, 100, "")).messages;
      })
    ),
  ];
}

function ofRecords(): ListRun[] {
  return [
    run("own consents", ({ services, consenter }) => services.consents.ofMarks([consenter])),
    run("own data requests", ({ services, requester }) => services.requests.ofMarks([requester])),
    run("data request events", ({ services, request }) => services.requests.events(request)),
    run("open data requests", ({ services }) => services.requests.open()),
    run("queue of data requests", ({ services }) => services.requests.queue()),
    run("data requests", ({ services }) => services.requests.page(null)),
    run("breaches", ({ services }) => services.breaches.list()),
    run("breach events", ({ services, breach }) => services.breaches.events(breach)),
    run("compared days", ({ services }) => services.reconciliation.days(62)),
    run("differences of a day", ({ services }) => services.reconciliation.ofDay("2026-11-24")),
    run(
      "refunds people wanted of a booking",
      ({ services }) => services.proposals.ofBooking(PAID_BOOKING),
    ),
    run("refunds that wait for a second person", ({ services }) => services.proposals.waiting()),
    run("open differences", ({ services }) => services.reconciliation.open()),
    run("findings", ({ services }) => services.detection.findings()),
    run("security sums", async ({ services }) => {
      const days = await services.detection.sums("2026-11-00");
      return [...days.values()].reduce((sum, day) => sum + (day.get("a") ?? 0), 0);
    }),
    run("days of the staff", ({ services }) => services.detection.staffDays()),
    run("retention runs", ({ services }) => services.retentionStore.runs(31)),
    run("legal holds", ({ services }) => services.retentionStore.holds()),
    run("recipients of an erasure", async ({ services }) => {
      const at = "2026-11-24T08:00:00Z";
      await new Transaction(services.db).set(retentionKeys.notice("asked", "push"), {
        ...{
          requestId: "asked",
          about: "erased",
          id: "push",
          recipient: "push",
          endpointId: null,
          references: [],
        },
        ...{ state: "not-needed", madeAt: at, changedAt: at, proof: [], by: "", reason: "" },
      }).commit();
      return await services.retentionStore.notices("asked");
    }),
    run("ride statistics", ({ services }) => services.retentionStore.statistics(10)),
  ];
}

/** What is handed out of each family, by the query that reads it. */
const HANDED_OUT: Readonly<Record<string, string>> = {
  personEvent: "own person events",
  session: "own sessions handed out",
  passkey: "own ways to sign in handed out",
  staffDay: "own days",
};

function ofOwnData(): ListRun[] {
  return Object.entries(HANDED_OUT).map(([family, query]) =>
    run(query, async (house) => {
      const data = ownDataOf(house.services).find((one) => one.family === family);
      return data === undefined ? [] : await Array.fromAsync(data.rows(house.subject));
    })
  );
}
