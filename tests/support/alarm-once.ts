// A process of its own that sends the alarms that are due: for tests that kill it. `first` raises one before.
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { testServices } from "./services.ts";

const [database = "", webhook = "", now = "", first = ""] = Deno.args;
await using test = await testServices({
  database,
  now,
  existing: true,
  environment: { AVANTI_ALARM_WEBHOOK: webhook },
});
const { services, clock } = test;
if (first === "first") {
  await readRoomFeeds(services);
  const full = new GatewayError("kv", "The database failed: the disk is full", true);
  services.incidents.note(full, { operation: "/bookings" });
  await services.incidents.flush();
  await readRoomFeeds(services);
  clock.advance({ seconds: 30 });
}
await runRoomJobs(services);
