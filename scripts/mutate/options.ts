// What the command line of `deno task mutate` asks for.
import { parseArgs } from "node:util";
import { pathOf } from "./match-equivalents.ts";

/** How to call it. */
export const USAGE = `deno task mutate [folder…]
  --file PATH      only this file (may be repeated)
  --sample N|all   how many mutants to try, spread over the files (300)
  --seed N         which ones (printed, so that a run can be repeated)
  --only ID        this mutant (may be repeated)
  --list           print the mutants and end
  --workers N      copies of the checkout that run at once (2)
  --minutes N      stop after this time and report what there is (45)
  --types          ask the compiler first: what it finds is listed apart
  --json FILE      the report for programs`;

/** Where mutants are looked for when nothing is named: what tests without a browser can run. */
const FOLDERS = ["lib", "routes"];

/** A run as asked for. */
export interface Options {
  /** Paths of files, or of folders with a slash at the end. */
  places: string[];
  sample: number;
  seed: number;
  /** Ids of the mutants to try, instead of a sample. */
  only: string[];
  list: boolean;
  workers: number;
  minutes: number;
  types: boolean;
  json: string | null;
}

/** Reads the command line; throws an Error that says what is wrong with it. */
export function parseOptions(args: readonly string[], newSeed: () => number): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      file: { type: "string", multiple: true },
      sample: { type: "string" },
      seed: { type: "string" },
      only: { type: "string", multiple: true },
      list: { type: "boolean" },
      workers: { type: "string" },
      minutes: { type: "string" },
      types: { type: "boolean" },
      json: { type: "string" },
    },
  });
  const only = values.only ?? [];
  const files = [...values.file ?? [], ...only.map(pathOf)];
  const folders = positionals.map((folder) => `${folder.replace(/\/+$/, "")}/`);
  const named = [...files, ...folders].map((place) => place.replace(/^\.\//, ""));
  return {
    places: named.length > 0 ? named : FOLDERS.map((folder) => `${folder}/`),
    sample: values.sample === "all" ? Infinity : wholeNumber("sample", values.sample, 300),
    seed: wholeNumber("seed", values.seed, newSeed()),
    only,
    list: values.list ?? false,
    workers: wholeNumber("workers", values.workers, 2),
    minutes: wholeNumber("minutes", values.minutes, 45),
    types: values.types ?? false,
    json: values.json ?? null,
  };
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} takes a whole number from 1`);
  return Number(text);
}
