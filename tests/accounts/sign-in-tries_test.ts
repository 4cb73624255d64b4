// What the audit log says of tries to sign in: whose account, from which network and when, one entry each until a limit is hit.
// Planted once and seen red: an entry that names nobody, as it was before.
import assert from "node:assert/strict";
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { reachMark } from "../../lib/accounts/reach-mark.ts";
import { signInByPassword } from "../../lib/accounts/sign-in-by-password.ts";
import { ACCOUNT_LIMIT } from "../../lib/accounts/sign-in-tries.ts";
import { actAs } from "../../lib/kernel/acting.ts";
import { PASSWORD, withPassword } from "../support/accounts.ts";
import { waiting } from "../support/audit-coverage.ts";
import { refusedWith } from "../support/refusal.ts";
import { testServices } from "../support/services.ts";

const isTooMany = refusedWith("too-many-tries");
const FROM = { device: null, origin: UNKNOWN_ORIGIN, formerSessionId: null } as const;

Deno.test("each try names whose account it was at, from which network and when; past the limit none names anybody", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  const { id, email } = await withPassword(services);
  const mark = await reachMark(services.reachKey, "person", id);
  const guest = { who: { kind: "guest" }, command: "POST /sign-in", reference: "" } as const;
  const tried = async (address: string, password: string, network: string) => {
    const known = (await waiting(services)).length;
    const from = { ...FROM, network: `${network}.1.1` };
    await actAs(
      { ...guest, network: `${network}.x.x` },
      () =>
        signInByPassword(services, { email: address, password }, from).catch((error) => {
          if (!isTooMany(error)) throw error;
        }),
    );
    return (await waiting(services)).slice(known).filter(({ kind }) => kind === "security")
      .map(({ what, who, from, at, subjects }) => ({ what, who, from, at, subjects }));
  };
  const said = (from: string, subject: string) => ({
    ...{ what: "sign-in try: password", who: "guest", from },
    ...{ at: clock.now().toString(), subjects: [subject] },
  });
  assert.deepEqual(await tried(email, "wrong", "83.252"), [said("83.252.x.x", mark)]);
  clock.advance({ minutes: 5 });
  assert.deepEqual(await tried(email, PASSWORD, "10.7"), [said("10.7.x.x", mark)]);
  const nobody = "ingen@example.org";
  const address = await reachMark(services.reachKey, "email", nobody);
  assert.deepEqual(await tried(nobody, "wrong", "10.7"), [said("10.7.x.x", address)]);
  // What led in was given back.
  for (let tries = 1; tries < ACCOUNT_LIMIT.most; tries++) await tried(email, "wrong", "10.8");
  assert.deepEqual(await tried(email, PASSWORD, "10.8"), []);
});
