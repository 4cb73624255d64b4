// Stripe's own mock, which looks at every parameter of a request by Stripe's published description and remembers nothing.
import { freePort } from "../../support/production-server.ts";

/** Its program, below the folder of peers. */
export const STRIPE_MOCK_PROGRAM = "stripe-mock/stripe-mock";

/** Looks at whether it answers, a tenth of a second apart. */
const MOST_LOOKS = 600;

/** Starts it; it stops when the answer is disposed of. */
export async function startStripeMock(program: string): Promise<AsyncDisposable & { url: string }> {
  const http = `127.0.0.1:${freePort()}`;
  const child = new Deno.Command(program, {
    args: ["-http-addr", http, "-https-addr", `127.0.0.1:${freePort()}`],
    ...{ stdout: "null", stderr: "null" },
  }).spawn();
  const url = `http://${http}`;
  for (let look = 0; look < MOST_LOOKS && !await isThere(url); look++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}

async function isThere(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
