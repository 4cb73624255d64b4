import assert from "node:assert/strict";
import { lostPromises, readFindings } from "../../../scripts/promises/lost-promises.ts";
import { LOST, PROBE, PROBE_PATH } from "../../../scripts/promises/probe.ts";
import { ROOT } from "../../support/module-graph.ts";

const SOURCE = `import { download } from "../resilience/download.ts";
async function work(): Promise<void> {
  await Promise.resolve();
}
export async function all(): Promise<void> {
  work();
  await work();
  void work();
  work().catch(() => {});
  Promise.all([work()]);
  setTimeout(work, 1);
  setTimeout(() => void work(), 1);
  [1].map(() => work());
  typeof download === "function" && work();
}
`;

Deno.test("a planted promise that nobody waits for is told by line, and none that is awaited, caught or waived", async () => {
  const path = "lib/kernel/planted.ts";
  const found = await lostPromises(ROOT, { planted: { [path]: SOURCE }, alone: true });
  assert.deepEqual(found.map((line) => line.split(":").slice(0, 2).join(":")), [
    `${path}:10`,
    `${path}:11`,
    `${path}:13`,
    `${path}:14`,
    `${path}:6`,
  ]);
});

Deno.test("a linter that is blind to one origin of promises fails, also when it finds nothing else", () => {
  const told = PROBE.split("\n").flatMap((line, index) =>
    Object.values(LOST).includes(line) ? [`${PROBE_PATH}:${index + 1}:3: lost`] : []
  );
  assert.deepEqual(readFindings(told.join("\n")), []);
  assert.deepEqual(readFindings(told.slice(1).join("\n")), [
    `the linter does not see promises of ${Object.keys(LOST)[0]}`,
  ]);
  assert.equal(readFindings("").length, Object.keys(LOST).length);
});
