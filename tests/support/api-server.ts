// A server of its own process for tests that measure memory: prints its port and serves until it is ended.
import { testApp } from "./app.ts";
import { apiCases } from "./api-routes.ts";
import { testServices } from "./services.ts";

if (import.meta.main) {
  const test = await testServices();
  const app = await testApp(test.services);
  const cases = await apiCases(test.services);
  Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => console.log(JSON.stringify({ port, cases })),
  }, app);
}
