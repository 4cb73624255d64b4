import assert from "node:assert/strict";
import { actAs, actAsSystem, acting, nameActor, UNNAMED } from "../../lib/kernel/acting.ts";

const GUEST = { kind: "guest" } as const;
const asked = (command: string) => ({ who: GUEST, command, network: "", reference: "" });

Deno.test("who acts is known to everything that is called, also later, and to nobody beside it", async () => {
  const seen = await Promise.all(
    ["one", "other"].map((command) =>
      actAs(asked(command), async () => {
        await Promise.resolve();
        return await Promise.resolve().then(() => acting().command);
      })
    ),
  );
  assert.deepEqual(seen, ["one", "other"]);
  assert.deepEqual(acting(), UNNAMED);
});

Deno.test("who it is can be said once it is known, for this chain of calls alone", async () => {
  await actAs(asked("one"), async () => {
    nameActor({ kind: "person", id: "P1" });
    assert.deepEqual(acting().who, { kind: "person", id: "P1" });
    await actAsSystem("job", () => assert.deepEqual(acting().who, { kind: "system" }), "J1");
    assert.deepEqual(acting().who, { kind: "person", id: "P1" });
  });
  nameActor({ kind: "person", id: "P2" });
  assert.deepEqual(acting().who, { kind: "system" });
});
