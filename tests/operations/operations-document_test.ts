// What operators read is true: every event of the log that asks for somebody stands in docs/operations.md, and so do
// only events that there are; the unit that is shipped is one that systemd takes.
import assert from "node:assert/strict";
import { isInstalled } from "../support/proxies.ts";
import { filesBelow, ROOT } from "../support/module-graph.ts";

const EVENT = /log\s*\.(?:warn|error)\(\s*"([^"]+)"/g;

Deno.test("every warning and error of the log is explained to operators, and nothing else is", async () => {
  const document = await Deno.readTextFile(`${ROOT}docs/operations.md`);
  const events = new Set<string>();
  for (const folder of ["lib", "routes", "scripts"]) {
    for (const path of filesBelow(folder)) {
      const source = await Deno.readTextFile(`${ROOT}${path}`);
      for (const [, event = ""] of source.matchAll(EVENT)) events.add(event);
    }
  }
  const table = document.slice(document.indexOf("| Event"), document.indexOf("Those in bold"));
  const explained = table.split("\n").slice(2)
    .flatMap((row) => (row.split("|")[1] ?? "").replaceAll("*", "").split(", "))
    .map((words) => words.trim()).filter(Boolean);
  // An event may have a comma of its own.
  const missing = [...events].filter((event) => !explained.join(", ").includes(event));
  assert.deepEqual(missing, []);
  const parts = [...events].flatMap((event) => event.split(", "));
  assert.deepEqual(explained.filter((words) => !parts.includes(words)), []);
});

Deno.test("systemd takes the unit that is shipped", async () => {
  if (!await isInstalled("systemd-analyze")) {
    return console.warn("Left out: there is no systemd-analyze here.");
  }
  const args = ["verify", "--man=no", `${ROOT}ops/systemd/avanti.service`];
  const { stderr } = await new Deno.Command("systemd-analyze", { args }).output();
  const said = new TextDecoder().decode(stderr).split("\n").filter((line) =>
    line.includes("avanti")
  );
  // Where the program stands is the machine's.
  assert.deepEqual(said.filter((line) => !line.includes("is not executable")), []);
});
