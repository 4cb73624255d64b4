// Part "rotation": a new key-encryption key below many subjects, while others read and make keys as fast as they can.
import { rotateStep, rotationState } from "../../lib/security/rotate-keys.ts";
import { percentile } from "../board/percentile.ts";
import { rotationOver } from "../../tests/support/rotation.ts";

/** `rotation 20000` after the task's name is a smaller one. */
const SUBJECTS = Number(Deno.args[Deno.args.indexOf("rotation") + 1]) || 100_000;
/** Made in so many at once. */
const TOGETHER = 500;
const READERS = 8;

/** Measures and prints. */
export async function measureRotation(folder: string): Promise<void> {
  await using world = await rotationOver(`${folder}/keys.sqlite`);
  const ids: string[] = [];
  for (let i = 0; i < SUBJECTS; i += TOGETHER) {
    ids.push(...await world.make(Array.from({ length: TOGETHER }, (_, n) => `mark-${i + n}`)));
  }
  console.info(`rotation: ${ids.length} keys made`);
  await world.raise(2);
  const times: number[] = [];
  let [failed, isOver, made] = [0, false, 0];
  const started = performance.now();
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    for (let i = reader; !isOver; i += READERS) {
      const asked = performance.now();
      try {
        // Nothing is held in memory: each read goes to the row as it is now.
        await world.fresh().byId(ids[(i * 7_919) % ids.length] ?? "");
      } catch {
        failed++;
      }
      times.push(performance.now() - asked);
      if (i % 100 !== reader) continue;
      const { length } = await world.make([`late-${i}`]);
      made += length;
    }
  });
  while (await rotateStep(world.deps) !== "done");
  isOver = true;
  await Promise.all(readers);
  const state = await rotationState(world.db);
  const seconds = (performance.now() - started) / 1_000;
  const p99 = percentile(times, 0.99).toFixed(1);
  console.info(
    `rotation: ${state?.rewrapped} of ${SUBJECTS} keys moved in ${
      seconds.toFixed(1)
    } s; ${times.length} reads beside it, ` +
      `p99 ${p99} ms, ${failed} failed (wanted 0); ${made} keys made beside it; left: ${
        JSON.stringify(await world.versions())
      }`,
  );
}
