// Ten thousand guesses from a thousand addresses: no more of them reach the hash than docs/limits.md says, and whoever
// the account belongs to gets in on the device they know.
import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { deviceMark } from "../../lib/accounts/known-device.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { signInByPassword } from "../../lib/accounts/sign-in-by-password.ts";
import { ACCOUNT_LIMIT, NETWORK_LIMIT, TOTAL_PACE } from "../../lib/accounts/sign-in-tries.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { testServices } from "../support/services.ts";

const GUESSES = 10_000;
const NETWORKS = 1_000;
const HOUR_MS = 60 * 60_000;

/** Who says no without hashing, and counts how often they were asked. */
function countedHashing() {
  const counted = { hashes: 0 };
  const run = () => {
    counted.hashes++;
    return Promise.resolve(false);
  };
  return { counted, hashing: { run } as unknown as Services["hashing"] };
}

function from(i: number, device: string | null = null) {
  const network = `10.${Math.floor(i / 250) % 4}.${i % 250}.1`;
  return { device, network, origin: UNKNOWN_ORIGIN, formerSessionId: null };
}

async function outcome(promise: Promise<unknown>): Promise<string> {
  return await promise.then((answer) => (answer as { kind: string }).kind, (error) => error.code);
}

Deno.test("of ten thousand guesses at one account within ten hours ten an hour reach the hash; its owner gets in all the while", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const karin = await withPassword(services);
  const account = await reachMark(services.reachKey, "email", karin.email);
  const device = await deviceMark(services.proofKey, account, services.randomBytes);
  const { counted, hashing } = countedHashing();
  const attacked = { ...services, hashing };
  const hours = 10;
  let entered = 0;
  for (let i = 0; i < GUESSES; i++) {
    const guess = { email: karin.email, password: `guess ${i}` };
    await outcome(signInByPassword(attacked, guess, from(i % NETWORKS)));
    clock.advance({ milliseconds: hours * HOUR_MS / GUESSES });
    if (i % 1_000 !== 999) continue;
    const right = { email: karin.email, password: PASSWORD };
    entered += Number(
      await outcome(signInByPassword(services, right, from(5_000, device))) === "signed-in",
    );
  }
  console.info(
    `${GUESSES} guesses from ${NETWORKS} networks in ${hours} h: ${counted.hashes} reached the hash; ` +
      `the owner got in ${entered} of 10 times`,
  );
  assert(counted.hashes >= ACCOUNT_LIMIT.most, String(counted.hashes));
  assert(counted.hashes <= (hours + 1) * ACCOUNT_LIMIT.most, String(counted.hashes));
  assert.equal(entered, 10);
});

Deno.test("of ten thousand guesses at as many accounts within an hour no more reach the hash than all have together", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { counted, hashing } = countedHashing();
  const attacked = { ...services, hashing };
  for (let i = 0; i < GUESSES; i++) {
    const guess = { email: `customer${i}@avanti.example`, password: "summer 2026" };
    await outcome(signInByPassword(attacked, guess, from(i % NETWORKS)));
    clock.advance({ milliseconds: HOUR_MS / GUESSES });
  }
  console.info(`${GUESSES} guesses at as many accounts in 1 h: ${counted.hashes} reached the hash`);
  assert(counted.hashes <= TOTAL_PACE.burst + HOUR_MS / TOTAL_PACE.everyMs, String(counted.hashes));
  assert(counted.hashes >= TOTAL_PACE.burst, String(counted.hashes));
});

Deno.test("two hundred at once at one account get ten guesses together, and a network that has used its own takes none of an account", async () => {
  await using test = await testServices();
  const { services } = test;
  const { counted, hashing } = countedHashing();
  const attacked = { ...services, hashing };
  const guess = (email: string, network: number) =>
    outcome(signInByPassword(attacked, { email, password: "guess" }, from(network)));
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, i) => guess("karin@avanti.example", i)),
  );
  assert(counted.hashes <= ACCOUNT_LIMIT.most, String(counted.hashes));
  assert(outcomes.every((one) => ["refused", "too-many-tries", "busy"].includes(one)));
  for (let i = 0; i < NETWORK_LIMIT.most + 10; i++) await guess(`nobody${i}@avanti.example`, 900);
  const before = counted.hashes;
  for (let i = 0; i < ACCOUNT_LIMIT.most; i++) await guess("maja@avanti.example", 900);
  assert.equal(counted.hashes, before);
  assert.equal(await guess("maja@avanti.example", 901), "refused");
});
