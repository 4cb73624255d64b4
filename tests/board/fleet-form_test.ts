import assert from "node:assert/strict";
import { equipmentCount, mergedCells, seenCells, sentCells } from "../../lib/board/fleet-form.ts";

const sent = (fields: Record<string, string>) => new Map(Object.entries(fields));

Deno.test("the form of a vehicle is read column by column; a tick that is not sent is off", () => {
  const cells = sentCells(
    "vehicles",
    sent({
      name: "Bil 7",
      other: "x",
      "equipment child-seat": "2",
      "equipment booster": "",
      action: "change",
    }),
  );
  assert.deepEqual(cells, { name: "Bil 7", inTraffic: "no", equipment: "child-seat 2" });
  assert.deepEqual([equipmentCount(cells, "child-seat"), equipmentCount(cells, "booster")], [
    "2",
    "",
  ]);
});

Deno.test("ending says the last day and nothing else", () => {
  assert.deepEqual(sentCells("vehicles", sent({ until: "2026-12-31", action: "end" })), {
    until: "2026-12-31",
  });
});

Deno.test("what the form showed is read back, and what is none is not believed", () => {
  assert.deepEqual(seenCells('{"id":"V1","seats":4}'), { id: "V1" });
  for (const text of [undefined, "", "{", "[]", "null", '"x"']) assert.equal(seenCells(text), null);
});

Deno.test("after somebody else's change their values stand where nothing was typed, and what was typed elsewhere", () => {
  const seen = { phone: "", note: "a", name: "Bil" };
  const typed = { phone: "", note: "mine", name: "Bil" };
  const meanwhile = [
    { field: "phone", from: "", to: "+46701740611" },
    { field: "note", from: "a", to: "theirs" },
  ];
  assert.deepEqual(mergedCells(typed, seen, meanwhile), {
    phone: "+46701740611",
    note: "mine",
    name: "Bil",
  });
});
