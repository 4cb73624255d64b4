// bench/checkout: `paying` measures what paying costs beside booking alone; `cuts [RUNS] [SEED]` proves that money and rides go
// together whatever moment a process dies in.
import { cutCheckouts } from "./cuts.ts";
import { measurePaying } from "./paying.ts";

const RUNS = 10_000;

if (import.meta.main) {
  const [part = "paying", runs = String(RUNS), seed = "1"] = Deno.args;
  if (part === "cuts") Deno.exit(await cutCheckouts(Number(runs), Number(seed)) ? 0 : 1);
  await measurePaying();
  Deno.exit(0);
}
