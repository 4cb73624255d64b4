// Another process that writes to the log of a database: `write-log.ts DATABASE honestly|anew`. Anew: one entry says something
// else, and tree and head are made to fit.
import { BLOCK_ENTRIES } from "../../lib/audit/block-index.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { Frontier, leafHash } from "../../lib/audit/merkle.ts";
import { TileWriter } from "../../lib/audit/tiles.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { auditedDatabase, commitActs, storedEntries, testAppender } from "./audit-log.ts";

if (import.meta.main) {
  const [database = "", how = ""] = Deno.args;
  const db = auditedDatabase(await openDatabase(database));
  if (how === "honestly") {
    await commitActs(db, 5, 1_000);
    await testAppender(db, "two").append();
  } else {
    const texts = (await storedEntries(db)).map((text) => text.replace("act-3", "act-X"));
    const tree = new Frontier();
    const tiles = new TileWriter(() => Promise.resolve(new Uint8Array()));
    for (const text of texts) tree.append(leafHash(text), tiles.note);
    const { value: head } = await db.write.get<object>(auditKeys.head());
    const edge = tree.hashes.map((hash) => Uint8Array.from(hash).toBase64());
    await db.write.set(auditKeys.head(), { ...head, size: texts.length, edge });
    for (const [i, text] of texts.entries()) await db.write.set(auditKeys.entry(i), text);
    for (const { name, bytes } of tiles.take()) {
      await db.write.set(auditKeys.tile(name.height, name.index), bytes);
    }
    await db.write.delete(auditKeys.words(Math.floor(texts.length / BLOCK_ENTRIES)));
  }
  db.close();
}
