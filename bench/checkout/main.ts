// bench/checkout: `cuts [RUNS] [SEED]` proves that money and rides go together whatever moment a process dies in.
import { cutCheckouts } from "./cuts.ts";

const RUNS = 10_000;

if (import.meta.main) {
  const [part = "cuts", runs = String(RUNS), seed = "1"] = Deno.args;
  if (part === "cuts") Deno.exit(await cutCheckouts(Number(runs), Number(seed)) ? 0 : 1);
  console.error(`There is no part ${part}`);
  Deno.exit(2);
}
