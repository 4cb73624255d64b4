// Development server and production build: `deno run -A dev.ts [build]`.
import { Builder } from "fresh/dev";

if (Deno.args.includes("build")) {
  await new Builder().build();
} else {
  const { develop } = await import("./scripts/develop.ts");
  await develop(new Builder());
}
