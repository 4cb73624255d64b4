// The server of bench/booking with an operator signed in. Says port and headers on one line of JSON; with
// `bare`, a server that answers everything with the same bytes and does nothing: the floor.
import { enterAs } from "../../scripts/demo/enter-as.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { benchServices, serveBench } from "../booking/server.ts";

/** What the bare server answers: about as much as a booking is. */
const ANSWER = JSON.stringify({ answer: "x".repeat(1_500) });

if (import.meta.main) {
  const [database = ":memory:"] = Deno.args;
  if (database === "bare") serveBare();
  else {
    const services = await benchServices(database);
    const headers = await operatorHeaders(services);
    await serveBench(services, (port) => console.info(JSON.stringify({ port, headers })));
  }
}

function serveBare(): void {
  const onListen = ({ port }: { port: number }) =>
    console.info(JSON.stringify({ port, headers: {} }));
  Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, async (request) => {
    if (request.body !== null) await request.text();
    return new Response(ANSWER, { headers: { "content-type": "application/json" } });
  });
}

/** Headers of an operator who is signed in. */
export async function operatorHeaders(services: Services): Promise<Record<string, string>> {
  return (await enterAs(services, "Bench")).headers;
}
