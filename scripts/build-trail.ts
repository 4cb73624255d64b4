// Writes static/session-trail.js from lib/ui/trail; `--check` only says whether it is up to date.
import { bundleTrail } from "./bundle-trail.ts";

if (import.meta.main) {
  const file = new URL("../static/session-trail.js", import.meta.url);
  const script = await bundleTrail();
  const isCurrent = await Deno.readTextFile(file).catch(() => "") === script;
  if (Deno.args.includes("--check")) {
    if (!isCurrent) {
      console.error("Stale: static/session-trail.js. Run: deno run -A scripts/build-trail.ts");
      Deno.exit(1);
    }
  } else if (!isCurrent) await Deno.writeTextFile(file, script);
}
