// A process of its own that lets the next thing happen to a ride and sends what is due: for tests that kill it. Arguments:
// database, port of the mail server, instant, `first` to make the database, `quiet` to send alone.
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import type { OperatorCommandInput } from "../../lib/board/operator-command.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { changeDetails } from "../../lib/booking/change-details.ts";
import { manageLink } from "../../lib/booking/manage-link.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { mailSetting } from "./mail-setting.ts";
import { testServices } from "./services.ts";
import { aStoredBooking, MAJA } from "./trips.ts";

const SARA = {
  actor: { kind: "operator", id: null, name: "Sara" },
  idempotencyKey: null,
} as const;

const OVER: ReadonlySet<string> = new Set(["cancelled", "completed", "no-show", "expired"]);

const [database = "", port = "", now = "", what = ""] = Deno.args;
await using test = await testServices({
  ...{ database, now, existing: what !== "first" },
  environment: mailSetting(Number(port)),
});
const { services } = test;
if (what === "first") await readRoomFeeds(services);
else {
  if (what !== "quiet") await nextStep(services);
  await readRoomFeeds(services);
  await runRoomJobs(services);
  await readRoomFeeds(services);
  await runRoomJobs(services);
}

/** Goes on with the ride that is under way, or begins another. */
async function nextStep(services: Services): Promise<void> {
  const [newest] = await services.bookings.listNewest(1, null);
  if (newest === undefined || OVER.has(newest.status)) return await book(services);
  if (newest.status === "confirmed" && newest.version === 1) return await change(services, newest);
  if (newest.status === "confirmed") return await command(services, newest, await assign(newest));
  if (newest.status === "assigned") return await command(services, newest, { type: "depart" });
  await command(services, newest, { type: "cancel", reason: "fel", feeOre: 0 });
}

async function book(services: Services): Promise<void> {
  const contact = { ...MAJA, email: "elsa@example.org" };
  const at = services.clock.now().add({ minutes: 90 }).toZonedDateTimeISO("Europe/Stockholm");
  const wallTime = at.toPlainDateTime().toString({ smallestUnit: "minute" });
  await aStoredBooking(services, { contact, wallTime });
}

async function change(services: Services, { id, contact: { phone } }: Booking): Promise<void> {
  const link = await manageLink(services.linkKey, id);
  await changeDetails(services, { link, phone, flightNumber: "SK1436", note: "" });
}

async function assign({ reservation }: Booking) {
  const drivers = await services.fleet.drivers();
  const driver = drivers.find(({ vehicleId }) => vehicleId === reservation.vehicleId);
  return { type: "assign", driverId: driver?.id ?? "" } as const;
}

async function command(
  services: Services,
  { id, version: expectedVersion }: Booking,
  wish: Partial<OperatorCommandInput>,
): Promise<void> {
  const input = { ...wish, expectedVersion, confirmed: true } as OperatorCommandInput;
  await performCommand(services, id, input, SARA);
}
