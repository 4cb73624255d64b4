// The product over a filled database with its background work and an operator signed in; says when it listens and
// when its search is whole, a line of JSON each.
import { startBackgroundWork } from "../../lib/assembly/work.ts";
import { operatorHeaders } from "../api/server.ts";
import { openServices, serveBench } from "../booking/server.ts";

const LOOK_MS = 100;

if (import.meta.main) {
  const [database = ""] = Deno.args;
  const started = performance.now();
  const services = await openServices(database);
  const headers = await operatorHeaders(services);
  const places = services.places.places.length;
  await serveBench(services, (port) => {
    const seconds = (performance.now() - started) / 1000;
    console.info(JSON.stringify({ kind: "listening", port, headers, places, seconds }));
  });
  void startBackgroundWork(services);
  const look = async () => {
    const question = { query: "maja", limit: 1, after: null };
    if ((await services.search.find(question)).cover.kind !== "whole") return;
    clearInterval(timer);
    const seconds = (performance.now() - started) / 1000;
    const megabytes = Deno.memoryUsage().rss / 2 ** 20;
    console.info(JSON.stringify({ kind: "whole", seconds, megabytes }));
  };
  // A search that fails ends the bench, which would measure nothing.
  const timer = setInterval(() => void look(), LOOK_MS);
}
