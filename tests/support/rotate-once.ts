// A process that rotates a database's keys and is killed by the machine after some of its commits: `rotate-once.ts DATABASE
// COMMITS`. Says what it did last on its standard output.
import { rotateStep } from "../../lib/security/rotate-keys.ts";
import { rotationOver } from "./rotation.ts";

if (import.meta.main) {
  const [database = "", commits = "0"] = Deno.args;
  const { db, deps } = await rotationOver(database, 2);
  let left = Number(commits);
  const atomic = db.write.atomic.bind(db.write);
  db.write.atomic = () => {
    const operation = atomic();
    const commit = operation.commit.bind(operation);
    operation.commit = async () => {
      // Every second time before it is written, else after it was, and before anybody knows.
      if (left === 0 && Number(commits) % 2 === 0) Deno.kill(Deno.pid, "SIGKILL");
      const result = await commit();
      if (left-- === 0) Deno.kill(Deno.pid, "SIGKILL");
      return result;
    };
    return operation;
  };
  for (let steps = 0; steps < 1_000; steps++) if (await rotateStep(deps) === "done") break;
  console.info("ended");
  db.close();
}
