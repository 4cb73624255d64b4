// `deno task bench [name [part…]]`: runs every script in bench/, or those named, one after another.
const ROOT = new URL("..", import.meta.url).pathname;

/** One script a measured promise. */
const BENCHES = [
  "web",
  "api",
  "booking",
  "routing",
  "lighthouse",
  "walk",
  "board",
  "overload",
  "overhead",
  "restart",
  "malformed",
  "crash",
  "auth",
  "audit",
  "sealing",
  "detection",
  "cache",
  "cdn",
  "checkout",
  "ledger",
];

if (import.meta.main) {
  const [first] = Deno.args;
  if (first !== undefined && !BENCHES.includes(first)) {
    console.error(`There is no bench ${first}; there are: ${BENCHES.join(", ")}`);
    Deno.exit(2);
  }
  for (const { name, parts } of wanted(Deno.args)) {
    console.info(`\nbench/${name}`);
    const { code } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-A",
        "--no-check",
        "--lock=tests/deno.lock",
        `bench/${name}/main.ts`,
        ...parts,
      ],
      cwd: ROOT,
    }).spawn().status;
    if (code !== 0) Deno.exit(code);
  }
}

function hasPart(bench: string, word: string): boolean {
  return [...Deno.readDirSync(`${ROOT}bench/${bench}`)].some(({ name }) => name === `${word}.ts`);
}

/** A word is a part of the bench before it where that one has a file for it, and where it is no bench itself. */
function wanted(words: readonly string[]): { name: string; parts: string[] }[] {
  if (words.length === 0) return BENCHES.map((name) => ({ name, parts: [] }));
  const benches: { name: string; parts: string[] }[] = [];
  for (const word of words) {
    const before = benches.at(-1);
    const isPart = before !== undefined && hasPart(before.name, word);
    if (!isPart && BENCHES.includes(word)) benches.push({ name: word, parts: [] });
    else before?.parts.push(word);
  }
  return benches;
}
