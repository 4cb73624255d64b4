// Starting a rotation: once, after the version that was seen, and only where the source makes versions.
import assert from "node:assert/strict";
import { startRotation } from "../../lib/security/start-rotation.ts";
import { someKeks } from "../support/keks.ts";
import { rotationOver } from "../support/rotation.ts";

Deno.test("a source that makes versions makes one, said so before; the next call takes it further, and an older page nothing", async () => {
  await using test = await rotationOver();
  await test.make(["anna", "bo", "cecilia"]);
  const said: string[] = [];
  const audit = {
    security({ kind }: { kind: string }) {
      said.push(kind);
      return Promise.resolve();
    },
  };
  const deps = { ...test.deps, keyRing: test.ring, audit };
  assert.equal(await startRotation(deps, 1), "elsewhere");
  test.kms.addVersion = (after) => {
    assert.deepEqual([after, said.length], [1, 1], "who dies in between has said it");
    test.kms.says = someKeks(2);
    return Promise.resolve(2);
  };
  assert.equal(await startRotation(deps, 7), "changed");
  assert.equal(await startRotation(deps, 1), "started");
  assert.deepEqual(await test.versions(), { 2: 3 });
  assert.equal(await startRotation(deps, 1), "resumed");
  test.clock.advance({ hours: 1 });
  assert.equal(await startRotation(deps, 2), "resumed");
  assert.equal(await startRotation(deps, 1), "changed");
  assert.equal(said.length, 1);
});
