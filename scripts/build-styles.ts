// Writes the joined style sheets; `--check` only says whether they are up to date.
import { joinStyles } from "./join-styles.ts";

if (import.meta.main) {
  const onlyLook = Deno.args.includes("--check");
  const stale = await joinStyles({ onlyLook });
  if (onlyLook && stale.length > 0) {
    console.error(`Stale: ${stale.join(", ")}. Run: deno run -A scripts/build-styles.ts`);
    Deno.exit(1);
  }
}
