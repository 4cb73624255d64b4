// The real app over the services of a test: every middleware and route, without a socket.
import { Builder } from "fresh/dev";
import { assembleApp } from "../../lib/http/app.ts";
import { FrontDoor } from "../../lib/http/front-door.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { LoadShedder } from "../../lib/resilience/load-shedder.ts";
import { useBuilt } from "./built.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** Where requests of tests are addressed to. */
export const ORIGIN = "http://localhost:8000";

/** Answers a request as the server would. */
export type TestHandler = (request: Request) => Promise<Response>;

/** The app's handler. */
export async function testApp(
  services: Services,
  mode: "development" | "production" = "production",
): Promise<TestHandler> {
  const app = assembleApp(services);
  if (mode === "production") await useBuilt(app);
  else (await new Builder({ root: ROOT }).build({ mode, snapshot: "memory" }))(app);
  return app.handler();
}

/** A door with nothing behind it, open to everybody. */
export function anOpenDoor(): FrontDoor {
  const shedder = new LoadShedder({ isOn: false, commits: () => ({ count: 0, waitMs: 0 }) });
  return new FrontDoor({
    ...{ secure: false, shedder, rush: { reference: "" }, paymentProvider: null },
  });
}

/** A JSON request to the app. */
export function jsonRequest(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Request {
  return new Request(ORIGIN + path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
