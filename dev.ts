// Development server and production build: `deno run -A dev.ts [build]`.
import { Builder } from "fresh/dev";
import { BUILD_OPTIONS, buildOf } from "./scripts/build-stamp.ts";

if (Deno.args.includes("build")) {
  await buildOf(import.meta.dirname ?? ".", () => new Builder(BUILD_OPTIONS).build());
} else {
  const { develop } = await import("./scripts/develop.ts");
  await develop(new Builder());
}
