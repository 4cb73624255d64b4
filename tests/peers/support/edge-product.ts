// A product with a real Varnish in front: what reaches the product is counted, and the cache is told what changes.
import { assembleApp } from "../../../lib/http/app.ts";
import { edgeWork } from "../../../lib/edge/work.ts";
import { keepRounds } from "../../../lib/kv/rounds.ts";
import { useBuilt } from "../../support/built.ts";
import { freePort } from "../../support/production-server.ts";
import { type TestServices, testServices } from "../../support/services.ts";
import { type RunningVarnish, startVarnish } from "./varnish-peer.ts";

/** Both of them. */
export interface EdgeProduct extends AsyncDisposable {
  test: TestServices;
  varnish: RunningVarnish;
  /** Where the product itself answers. */
  origin: string;
  /** Requests that reached the product, but for those that ask whether it is well. */
  reached: string[];
  /** Ends the product, as a crash would: Varnish goes on. */
  down(): Promise<void>;
  /** Starts what tells the cache, as the product's background work does. */
  tell(): void;
}

/** Starts both. */
export async function edgeProduct(program: string): Promise<EdgeProduct> {
  const port = freePort();
  const origin = `http://127.0.0.1:${port}`;
  const reached: string[] = [];
  // Varnish asks whether there is a product before it starts.
  const early: { handle: (request: Request, info: Deno.ServeHandlerInfo) => Promise<Response> } = {
    handle: () => Promise.resolve(new Response("{}")),
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    (request, info) => {
      const { pathname, search } = new URL(request.url);
      if (pathname !== "/livez") reached.push(`${request.method} ${pathname}${search}`);
      return early.handle(request, info);
    },
  );
  const varnish = await startVarnish(program, origin);
  const test = await testServices({
    environment: { AVANTI_EDGE: "varnish", AVANTI_EDGE_URL: varnish.purgeUrl, AVANTI_PROXIES: "1" },
  });
  const app = assembleApp(test.services);
  await useBuilt(app);
  early.handle = async (request, info) => await app.handler()(request, info);
  const rounds: Promise<void>[] = [];
  const down = async () => await server.shutdown();
  return {
    ...{ test, varnish, origin, reached, down },
    tell() {
      for (const one of edgeWork(test.services).rounds ?? []) {
        rounds.push(keepRounds(one, test.stop.signal, (name, error) => console.error(name, error)));
      }
    },
    async [Symbol.asyncDispose]() {
      test.stop.abort();
      await Promise.all(rounds);
      await varnish[Symbol.asyncDispose]();
      await server.shutdown();
      test.services.dependencies[Symbol.dispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  body: string;
}

/** Sends a request as it is written, so that nothing puts its address right on the way. */
export async function askRaw(
  origin: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin);
  using connection = await Deno.connect({ hostname, port: Number(port) });
  const lines = Object.entries({ host, connection: "close", ...headers })
    .map(([name, value]) => `${name}: ${value}`);
  const request = [`${method} ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
  await connection.write(new TextEncoder().encode(request));
  const text = await new Response(connection.readable).text().catch(() => "");
  const end = text.indexOf("\r\n\r\n");
  const [first = "", ...rest] = text.slice(0, end < 0 ? undefined : end).split("\r\n");
  const pairs = rest.flatMap((line): [string, string][] => {
    const [, name, value = ""] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
  return { status, headers: new Headers(pairs), body: end < 0 ? "" : text.slice(end + 4) };
}
