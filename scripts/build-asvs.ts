// Writes docs/asvs.md from scripts/data/asvs.tsv: how the product stands to ASVS 5.0 level 2, each requirement with the test
// that shows it. With --check it only compares. The numbers are OWASP's, the words our own.
import { format } from "./format-markdown.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const DATA = "scripts/data/asvs.tsv";
const DOCUMENT = "docs/asvs.md";

/** How a requirement is met. */
export type AsvsState = "shown" | "not-yet" | "n/a";

/** One requirement. */
export interface AsvsRow {
  /** As ASVS 5.0.0 numbers it, without its V. */
  number: string;
  level: 1 | 2;
  requirement: string;
  state: AsvsState;
  /** A test's path when it is shown, else the reason. */
  evidence: string;
}

/** How many requirements of each level ASVS 5.0.0 has. */
export const ASVS_COUNTS = { 1: 70, 2: 183 } as const;

/** Chapters of the standard, by their numbers. */
const CHAPTERS: Readonly<Record<string, string>> = {
  1: "Encoding and sanitisation",
  2: "Validation and business logic",
  3: "Browsers",
  4: "API and web service",
  5: "Files",
  6: "Signing in",
  7: "Sessions",
  8: "Authorisation",
  9: "Self-contained tokens",
  10: "OAuth and OpenID Connect",
  11: "Cryptography",
  12: "Communication",
  13: "Configuration",
  14: "Data",
  15: "Code and architecture",
  16: "Logging and errors",
  17: "WebRTC",
};

/** The rows of the data file. Throws for a row that is none. */
export function asvsRows(text: string): AsvsRow[] {
  return text.trim().split("\n").slice(1).map((line) => {
    const [number = "", level, requirement = "", state, evidence = ""] = line.split("\t");
    const isLevel = level === "1" || level === "2";
    const isState = state === "shown" || state === "not-yet" || state === "n/a";
    if (!isLevel || !isState || requirement === "" || evidence === "") {
      throw new Error(`${DATA}: not a requirement: ${line}`);
    }
    return { number, level: level === "1" ? 1 : 2, requirement, state, evidence };
  });
}

/** The document of these rows. */
export function asvsDocument(rows: readonly AsvsRow[]): string {
  const count = (state: AsvsState) => rows.filter((row) => row.state === state).length;
  const applicable = rows.length - count("n/a");
  const parts = [
    "# ASVS 5.0, level 2",
    "How the product stands to OWASP's Application Security Verification Standard 5.0.0 at level 2, in our own words. " +
    `Written by \`scripts/build-asvs.ts\` from \`${DATA}\`; a test holds that each requirement is there once and that ` +
    "the tests it names exist. A requirement counts as shown when a test of ours tries it.",
    `Of ${rows.length} requirements of levels 1 and 2, ${applicable} apply: ${
      count("shown")
    } are shown by a test, ` +
    `${count("not-yet")} are not yet met or not yet shown, with the reason. ${
      count("n/a")
    } do not apply.`,
  ];
  for (const [chapter, title] of Object.entries(CHAPTERS)) {
    const own = rows.filter(({ number }) => number.split(".")[0] === chapter);
    parts.push(`## ${chapter}. ${title}`, tableOf(own));
  }
  return parts.join("\n\n") + "\n";
}

function tableOf(rows: readonly AsvsRow[]): string {
  const lines = rows.map(({ number, level, requirement, state, evidence }) => {
    const shown = state === "shown" ? `\`${evidence}\`` : `${WORDS[state]}: ${evidence}`;
    return `| ${number} | ${level} | ${requirement} | ${shown} |`;
  });
  return ["| Number | Level | Requirement | Shown by |", "| --- | --- | --- | --- |", ...lines]
    .join("\n");
}

const WORDS = { "not-yet": "not yet", "n/a": "does not apply" } as const;

if (import.meta.main) {
  const rows = asvsRows(await Deno.readTextFile(ROOT + DATA));
  const text = await format(asvsDocument(rows));
  const isCheck = Deno.args.includes("--check");
  const present = await Deno.readTextFile(ROOT + DOCUMENT).catch(() => "");
  if (!isCheck) await Deno.writeTextFile(ROOT + DOCUMENT, text);
  else if (present !== text) {
    console.error(`${DOCUMENT} is not what ${DATA} says`);
    Deno.exit(1);
  }
}
