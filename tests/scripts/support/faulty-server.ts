// The product as `start` serves it, with two addresses that break something where no request is: for tests that
// look whether it goes on.
import { testApp } from "../../support/app.ts";
import { serve } from "../../../scripts/serve.ts";

const BREAK: Readonly<Record<string, () => void>> = {
  "/break/timer": () => {
    setTimeout(() => {
      throw new Error("a timer broke");
    }, 0);
  },
  "/break/rejection": () => void Promise.reject(new Error("nobody waited")),
};

if (import.meta.main) {
  await serve(await import("../../../main.ts"), async ({ host, port }) => {
    const { services } = await import("../../../main.ts");
    const app = await testApp(services);
    const server = Deno.serve({ hostname: host, port, onListen: () => {} }, (request) => {
      const breaking = BREAK[new URL(request.url).pathname];
      if (breaking === undefined) return app(request);
      breaking();
      return new Response("");
    });
    return () => server.shutdown();
  });
}
