// A server's many lives: it is started, called, killed and looked at, until it has been killed often enough.
import type { ProductionServer } from "../../tests/support/production-server.ts";
import { moment } from "../../tests/support/production-server.ts";
import { type Random, wholeBelow } from "../../tests/support/random.ts";
import { CALLERS, callOn } from "./callers.ts";
import { Desk, Lives, signedIn } from "./desk.ts";
import { Journal } from "./journal.ts";
import { lookAtAll, lookAtTouched } from "./look.ts";

/** The whole database is looked at after so many kills, and at the end. */
const KILLS_PER_AUDIT = 10;

/** What is known after the last kill. */
export interface KillFigures {
  journal: Journal;
  /** Bookings in the database at the end. */
  bookings: number;
  /** From the start of the process to its first answer, for each life, in milliseconds. */
  startsMs: number[];
}

/** Kills the running server so often; `lifeEnds` resolves when its time has come. */
export async function killed(
  server: ProductionServer,
  { kills, random, lifeEnds, nowMs }: {
    kills: number;
    random: Random;
    lifeEnds: (journal: Journal) => Promise<void>;
    nowMs: () => number;
  },
): Promise<KillFigures> {
  const [journal, lives, startsMs] = [new Journal(), new Lives(), [] as number[]];
  const operator = await signedIn(server);
  let number = 0;
  const calls = CALLERS.map((script) => {
    const desk = new Desk(server, lives, journal, operator);
    return callOn(desk, script, random, () => number++);
  });
  let bookings = 0;
  for (let kill = 1; kill <= kills; kill++) {
    lives.begin();
    await lifeEnds(journal);
    server.process.kill("SIGKILL");
    lives.end();
    await server.process.status;
    while (lives.underWay > 0) await moment();
    const isAudit = kill % KILLS_PER_AUDIT === 0 || kill === kills;
    if (isAudit) bookings = await lookAtAll(server.database, journal);
    else await lookAtTouched(server.database, journal);
    const startMs = nowMs();
    await server.start();
    startsMs.push(nowMs() - startMs);
  }
  lives.finish();
  await Promise.all(calls);
  return { journal, bookings, startsMs };
}

/** A moment of a life, in milliseconds after its beginning. */
export function someMoment(random: Random, [least, most]: readonly [number, number]): number {
  return least + wholeBelow(random, most - least);
}
