// Starts the local Stripe beside the demo, on an origin of its own, unless keys of Stripe are set.
import {
  type Config,
  decideSettings,
  loadConfig,
  processEnvironment,
  SETTINGS,
} from "../../lib/assembly/settings.ts";
import { isStripeItself } from "../../lib/payments/settings.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { LOCAL_KEYS } from "./server.ts";

const PROGRAM = new URL("./main.ts", import.meta.url).pathname;

/** Starts it and says where it is, to whoever reads the settings next. */
export function startStripeBeside(): void {
  const config = loadConfig(processEnvironment());
  if (!wantsLocal(config)) return;
  const port = config.port + 1;
  const origin = `http://127.0.0.1:${config.port}`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", PROGRAM, String(port), `${origin}${paths.api.stripeEvents}`],
    ...{ stdin: "null", stdout: "null", stderr: "inherit" },
  }).spawn();
  // It goes with the demo, however that ends.
  child.unref();
  const end = () => {
    try {
      child.kill();
    } catch {
      // It has ended by itself.
    }
  };
  globalThis.addEventListener("unload", end);
  decideSettings({
    [SETTINGS.stripeUrl.variable]: `http://127.0.0.1:${port}`,
    [SETTINGS.stripeSecretKey.variable]: LOCAL_KEYS.secretKey,
    [SETTINGS.stripePublishableKey.variable]: LOCAL_KEYS.publishableKey,
    [SETTINGS.stripeWebhookSecrets.variable]: LOCAL_KEYS.webhookSecret,
  });
}

function wantsLocal({ mode, stripeSecretKey, ...config }: Config): boolean {
  return mode === "local" && stripeSecretKey === undefined && isStripeItself(config);
}
