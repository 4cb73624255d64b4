// What only the server's own user may read stays so, whatever lay there before.
import assert from "node:assert/strict";
import { privateFile, writePrivately } from "../../lib/kernel/private-file.ts";
import { tempFolder } from "../support/databases.ts";

Deno.test("private files stand beside the database, or in data where it has no folder", () => {
  assert.equal(privateFile("/var/lib/avanti/avanti.sqlite", "link"), "/var/lib/avanti/link");
  assert.equal(privateFile("avanti.sqlite", "link"), "./link");
  assert.equal(privateFile(":memory:", "link"), "data/link");
  assert.equal(privateFile("https://kv.example", "link"), "data/link");
});

Deno.test({
  name: "a private file is read by its owner alone, also where another lay open for all",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using folder = await tempFolder();
    const path = `${folder.path}/new/link`;
    const mode = () => (Deno.statSync(path).mode ?? 0) & 0o777;
    writePrivately(path, "first");
    assert.equal(mode(), 0o600);
    Deno.chmodSync(path, 0o644);
    writePrivately(path, "second");
    assert.equal(mode(), 0o600);
    assert.equal(await Deno.readTextFile(path), "second");
    // A link planted there must not lead the secret elsewhere.
    Deno.writeTextFileSync(`${folder.path}/elsewhere`, "");
    Deno.removeSync(path);
    Deno.symlinkSync(`${folder.path}/elsewhere`, path);
    writePrivately(path, "third");
    assert.equal(await Deno.readTextFile(`${folder.path}/elsewhere`), "");
  },
});
