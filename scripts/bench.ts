// `deno task bench [name]`: runs every script in bench/, or the one named, one after another.
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
  "restart",
];

if (import.meta.main) {
  const wanted = Deno.args.length === 0 ? BENCHES : Deno.args;
  for (const name of wanted) {
    if (!BENCHES.includes(name)) {
      console.error(`There is no bench ${name}; there are: ${BENCHES.join(", ")}`);
      Deno.exit(2);
    }
    console.info(`\nbench/${name}`);
    const { code } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--lock=tests/deno.lock", `bench/${name}/main.ts`],
      cwd: ROOT,
    }).spawn().status;
    if (code !== 0) Deno.exit(code);
  }
}
