// The local Stripe as a process of its own: `deno run -A scripts/local-stripe/main.ts PORT WEBHOOK_URL`.
import { LOCAL_KEYS, startLocalStripe } from "./server.ts";

if (import.meta.main) {
  const [port = "8001", url] = Deno.args;
  const webhook = url === undefined ? {} : { webhook: { url, secret: LOCAL_KEYS.webhookSecret } };
  startLocalStripe({ port: Number(port), ...webhook });
}
