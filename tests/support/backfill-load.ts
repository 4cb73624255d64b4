// Makes an index over the notes of a database as slowly as one walk does, and says each step, until it is killed.
import { openDatabase } from "../../lib/kv/open.ts";
import { byWord } from "./noted-words.ts";

if (import.meta.main) {
  const [database = ""] = Deno.args;
  const db = await openDatabase(database);
  while (await byWord.step(db) !== "done") console.log("step");
}
