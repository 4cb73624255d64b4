// Development server and production build: `deno run -A dev.ts [build]`.
import { Builder } from "fresh/dev";
import { loadConfig, processEnvironment } from "./lib/assembly/settings.ts";

const builder = new Builder();

if (Deno.args.includes("build")) {
  await builder.build();
} else {
  const { host: hostname, port } = loadConfig(processEnvironment());
  await builder.listen(() => import("./main.ts"), { hostname, port });
}
