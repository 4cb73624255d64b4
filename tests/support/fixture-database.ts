// A database an earlier release wrote, unpacked for one test: what is installed must open, serve and change it.
import facts from "../fixtures/databases/first-release.json" with { type: "json" };
import { tempFolder } from "./databases.ts";
import { type TestServiceOptions, type TestServices, testServices } from "./services.ts";

/** What the first release's database holds: counts of rows, ids, links and secrets. */
export const FIRST_RELEASE = facts;

/** Releases whose databases are kept. */
export type Release = "first-release";

/** A release's database as a file of this test's own, for a test that opens it by itself. */
export async function unpackDatabase(
  release: Release,
): Promise<AsyncDisposable & { location: string }> {
  const folder = await tempFolder();
  const location = `${folder.path}/${release}.sqlite`;
  const packed = new URL(`../fixtures/databases/${release}.sqlite.gz`, import.meta.url);
  using file = await Deno.open(packed);
  const unpacked = file.readable.pipeThrough(new DecompressionStream("gzip"));
  await Deno.writeFile(location, unpacked);
  return { location, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

/** Today's services over a release's database, opened as the product opens its own, at the time it was written. */
export async function servicesOver(
  release: Release,
  options: Omit<TestServiceOptions, "database" | "existing"> = {},
): Promise<TestServices> {
  const file = await unpackDatabase(release);
  const test = await testServices({
    now: facts.now,
    ...options,
    database: file.location,
    existing: true,
  });
  return {
    ...test,
    async [Symbol.asyncDispose]() {
      await test[Symbol.asyncDispose]();
      await file[Symbol.asyncDispose]();
    },
  };
}
