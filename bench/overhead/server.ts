// The server of either commit: the real app with its background work, on a file. It is copied into the older one, and so
// names nothing that is not in both.
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { benchServices, serveBench } from "../booking/server.ts";

if (import.meta.main) {
  const [database = ":memory:"] = Deno.args;
  const services = await benchServices(database);
  void startBackgroundWork(services);
  await serveBench(services, (port) => console.info(`listening ${port}`));
}
