// What a row of the fault matrix is made of: a service as it is when it is well, what breaks it, and how it is asked.
import assert from "node:assert/strict";
import { GatewayError } from "../../../lib/errors/gateway-error.ts";
import type { Dependencies } from "../../../lib/resilience/dependencies.ts";
import { faultyMailProxy } from "../faulty-mail-proxy.ts";
import { type FaultyProxy, faultyProxy } from "../faulty-proxy.ts";
import { replayServer } from "../geocoder-server.ts";
import { mailServer } from "../mail-server.ts";

/** Where the product is reached in these rows. */
export const ORIGIN = "https://avanti.example";

/** Asks one question, each another; true when the service answered, false when something of ours stood in. */
export type AskOne = (number: number) => Promise<boolean>;

/** What a row is made from. */
export interface Bench {
  origin: string;
  dependencies: Dependencies;
  clock: { ms: number };
}

/** A service as it is when it is well. */
export interface Service extends AsyncDisposable {
  port: number;
  /** Questions it has taken so far. */
  taken: () => number;
}

/** A service of others: how it is started, what breaks it, and how the product asks it. */
export interface Row {
  start: () => Promise<Service>;
  proxy: (port: number, onStall: () => void) => FaultyProxy;
  product: (bench: Bench) => AskOne;
  mayRetry: boolean;
  /** True for one whose wish for peace is heeded at once, not after three failures. */
  heedsPeace?: true;
}

/** A service that speaks HTTP. */
export function web(
  replay: (request: Request) => Response | Promise<Response>,
): Pick<Row, "start" | "proxy"> {
  const start = () => {
    const { asked, options, ...server } = replayServer(replay);
    const port = Number(new URL(options.baseUrl).port);
    return Promise.resolve({ ...server, port, taken: () => asked.length });
  };
  return { start, proxy: faultyProxy };
}

/** One that speaks SMTP. */
export const MAIL: Pick<Row, "start" | "proxy"> = {
  async start() {
    const { mails, ...server } = await mailServer();
    return { ...server, taken: () => mails.length };
  },
  proxy: faultyMailProxy,
};

/** A mail that was not taken waits for its job: nothing was answered. */
export function standIn(error: unknown): undefined {
  assert(error instanceof GatewayError);
  return undefined;
}
