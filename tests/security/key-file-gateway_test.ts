// Key-encryption keys in a file: made once, read by its owner alone, never half written.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { addKeyVersion, dropKeyVersion, keyFileKms } from "../../lib/security/key-file-gateway.ts";
import { writeKeyEncryptionKeys } from "../../lib/security/kms.ts";
import { tempFolder } from "../support/databases.ts";
import { someKeks } from "../support/keks.ts";

Deno.test("on a developer's machine the file is made once, said so once, for its owner only, and found again", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/deep/keys.json`;
  const told: string[] = [];
  const begin = { randomBytes: secureRandomBytes, tell: (line: string) => void told.push(line) };
  const made = await keyFileKms({ path, begin }).keys();
  assert.deepEqual([made.current, made.keys.get(1)?.length], [1, 32]);
  assert.match(told.join(), /^Local mode: .*keys\.json; production reads AVANTI_KEKS\.$/);
  assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
  assert.deepEqual(await keyFileKms({ path, begin }).keys(), made);
  assert.deepEqual(await keyFileKms({ path }).keys(), made);
  assert.equal(told.length, 1);
});

Deno.test("a version is added as the current one, and one that nothing needs is taken out", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/keys.json`;
  await Deno.writeTextFile(path, writeKeyEncryptionKeys(someKeks(1)), { mode: 0o600 });
  const kms = keyFileKms({ path });
  assert.equal(await addKeyVersion(path, secureRandomBytes), 2);
  const { current, keys } = await kms.keys();
  assert.deepEqual([current, [...keys.keys()]], [2, [1, 2]]);
  assert.deepEqual(keys.get(1), someKeks(1).keys.get(1));
  for (const version of [2, 7]) await dropKeyVersion(path, version);
  assert.equal((await kms.keys()).keys.size, 2, "the current one and one nobody has stay");
  await dropKeyVersion(path, 1);
  assert.deepEqual([...(await kms.keys()).keys.keys()], [2]);
  assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
  assert.deepEqual([...Deno.readDirSync(folder.path)].map(({ name }) => name), ["keys.json"]);
});

Deno.test("of those who add a version at once none writes over the key of another", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/keys.json`;
  await Deno.writeTextFile(path, writeKeyEncryptionKeys(someKeks(1)), { mode: 0o600 });
  const added = Array.from({ length: 6 }, () => addKeyVersion(path, secureRandomBytes));
  assert.deepEqual((await Promise.all(added)).sort(), [2, 3, 4, 5, 6, 7]);
  const after = Array.from({ length: 6 }, () => addKeyVersion(path, secureRandomBytes, 7));
  assert.deepEqual(await Promise.all(after), [8, 8, 8, 8, 8, 8], "one for all who saw the same");
  assert.equal((await keyFileKms({ path }).keys()).keys.size, 8);
});

Deno.test("what a killed process left half written is no file of keys, and is written over", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/keys.json`;
  await Deno.writeTextFile(path, writeKeyEncryptionKeys(someKeks(1)), { mode: 0o600 });
  await Deno.writeTextFile(`${path}.part`, '{"current": 2', { mode: 0o644 });
  assert.equal((await keyFileKms({ path }).keys()).current, 1);
  assert.equal(await addKeyVersion(path, secureRandomBytes), 2);
  assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
});

Deno.test("a missing, damaged or open file is refused with what to do, and no byte of it is repeated", async () => {
  await using folder = await tempFolder();
  const path = `${folder.path}/keys.json`;
  const complaint = async () => {
    const error = await keyFileKms({ path }).keys().catch((error) => error);
    assert(error instanceof GatewayError, String(error));
    assert.equal(error.gateway, "kms");
    return error.message;
  };
  assert.match(await complaint(), /^There are no key-encryption keys in .*Restore the file/);
  await assert.rejects(addKeyVersion(path, secureRandomBytes), /There are no key-encryption keys/);
  for (const text of ["s3cret", '{"current":1,"keys":{"1":"s3cret"}}', "[]"]) {
    await Deno.writeTextFile(path, text, { mode: 0o600 });
    const said = await complaint();
    assert.match(said, /cannot be read \(.*\)\. Restore the file\.$/);
    assert.doesNotMatch(said, /s3cret/);
  }
  await Deno.writeTextFile(path, " ".repeat(70_000));
  assert.match(await complaint(), /is no file of key-encryption keys/);
  await Deno.writeTextFile(path, writeKeyEncryptionKeys(someKeks(1)));
  await Deno.chmod(path, 0o604);
  assert.match(await complaint(), /^Others can read .*chmod 600 it\.$/);
});
