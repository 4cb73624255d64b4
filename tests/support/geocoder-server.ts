// A geocoder on this machine that replays answers and notes what it was asked.
import type { GatewayOptions } from "../../lib/places/geocoder/geocoder-http.ts";
import { askOutside } from "./ask-outside.ts";
import { loadSweden } from "../../lib/places/sweden.ts";

/** An answer as it goes over the wire, by the question. */
export type Replay = (request: Request) => Response | Promise<Response>;

/** A running server and how to ask it. */
export interface ReplayServer extends AsyncDisposable {
  options: GatewayOptions;
  asked: { url: URL; headers: Headers }[];
}

const sweden = loadSweden();

/** Starts it; `timeoutMs` is how long the gateway waits. */
export function replayServer(replay: Replay, timeoutMs = 2_000): ReplayServer {
  const asked: ReplayServer["asked"] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    asked.push({ url: new URL(request.url), headers: request.headers });
    return replay(request);
  });
  const baseUrl = `http://127.0.0.1:${server.addr.port}/`;
  const userAgent = "Avanti (+https://avanti.example)";
  return {
    options: { baseUrl, ask: askOutside("geocoder"), sweden, userAgent, timeoutMs },
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** A recorded answer of tests/fixtures/geocoder. */
export function recorded(name: string): Replay {
  const text = Deno.readTextFileSync(`tests/fixtures/geocoder/${name}.json`);
  return () => new Response(text, { headers: { "content-type": "application/json" } });
}
