// The server under overload: the real app with its background work, on a file, with or without shedding.
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { benchServices, serveBench } from "../booking/server.ts";

if (import.meta.main) {
  const [database = ":memory:", shedding = "on"] = Deno.args;
  const services = await benchServices(database, { AVANTI_SHEDDING: shedding });
  void startBackgroundWork(services);
  await serveBench(services, (port) => console.info(`listening ${port}`));
}
