import assert from "node:assert/strict";
import type { SheetReply } from "../../../../lib/ui/operator/change/sheet-api.ts";
import type { SheetView } from "../../../../lib/ui/operator/change/sheet-view.ts";
import { SheetWriter } from "../../../../lib/ui/operator/change/sheet-writer.ts";

/** A sheet host whose server answers when the test says so, and whose timer runs when told. */
function aHost() {
  const asked: { action: string; note: string; answer: (reply: SheetReply) => Promise<void> }[] =
    [];
  const shown: { note: string; isAnew: boolean }[] = [];
  const said: string[] = [];
  let timer: (() => void) | undefined;
  const writer = new SheetWriter({
    ask: (_address, fields, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve({ kind: "failed", problem: "offline" }));
        asked.push({
          action: fields?.get("action") ?? "",
          note: fields?.get("note") ?? "",
          answer: async (reply) => {
            resolve(reply);
            await settled();
          },
        });
      }),
    busy: () => {},
    show: (view, isAnew) => shown.push({ note: view.values.note, isAnew }),
    fail: (problem) => said.push(problem),
    done: ({ act }, sentMs) => said.push(`${act.id} ${sentMs}`),
    now: () => 7,
    setTimer: (run) => {
      timer = run;
      return undefined;
    },
    clearTimer: () => timer = undefined,
  });
  return { writer, asked, shown, said, pause: () => timer?.(), waits: () => timer !== undefined };
}

const settled = () => new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)));
const fields = (note: string) =>
  new URLSearchParams({ formToken: "t", expectedVersion: "1", note });
const sheet = (note: string, rest: Partial<SheetView> = {}): SheetReply => ({
  kind: "sheet",
  sheet: { version: 1, isRewritten: false, values: { note }, ...rest } as unknown as SheetView,
});
const DONE: SheetReply = {
  kind: "done",
  done: {
    act: { id: "A", kind: "change", undoUntil: "", isUndone: false, bookings: [] },
    bookings: [],
  },
};

async function opened() {
  const host = aHost();
  void host.writer.open("/sheet");
  await host.asked[0]?.answer(sheet("old"));
  host.writer.drawn(fields("old"));
  return host;
}

Deno.test("typed words are asked about after a pause and never written over by the answer", async () => {
  const { writer, asked, shown, pause } = await opened();
  writer.written(() => fields("new"));
  writer.written(() => fields("newer"));
  assert.equal(asked.length, 1);
  pause();
  await asked[1]?.answer(sheet("echo"));
  assert.deepEqual(shown, [{ note: "old", isAnew: true }, { note: "old", isAnew: false }]);
  assert.deepEqual([asked[1]?.action, asked[1]?.note], ["look", "newer"]);
});

Deno.test("what has not been shown is shown before it is sent", async () => {
  const { writer, asked, pause, said } = await opened();
  writer.written(() => fields("new"));
  void writer.send(fields("new"));
  assert.equal(asked[1]?.action, "price");
  await asked[1]?.answer(sheet("new"));
  void writer.send(fields("new"));
  assert.equal(asked[2]?.action, "send");
  await asked[2]?.answer(DONE);
  assert.deepEqual(said, ["A 7"]);
  pause();
  assert.equal(asked.length, 3);
});

Deno.test("a field that is left as it was neither asks again nor keeps the button from sending", async () => {
  const { writer, asked, pause, waits } = await opened();
  writer.written(() => fields("new"));
  pause();
  await asked[1]?.answer(sheet("new"));
  writer.written(() => fields("new"));
  assert.equal(waits(), false);
  void writer.send(fields("new"));
  assert.equal(asked[2]?.action, "send");
});

Deno.test("a second press while the first is on its way is nothing", async () => {
  const { writer, asked } = await opened();
  void writer.send(fields("old"));
  void writer.send(fields("old"));
  writer.written(() => fields("late"));
  assert.deepEqual(asked.map(({ action }) => action), ["", "send"]);
});

Deno.test("an answer to older words is not shown once newer ones are written", async () => {
  const { writer, asked, shown, said, pause } = await opened();
  writer.written(() => fields("one"));
  pause();
  writer.written(() => fields("two"));
  await asked[1]?.answer(sheet("one"));
  assert.equal(shown.length, 1);
  // Nor is it said that nobody answered: the question was taken back.
  assert.deepEqual(said, []);
});

Deno.test("what another changed is put in the fields, and the same press again sends that", async () => {
  const { writer, asked, shown, waits } = await opened();
  void writer.send(fields("old"));
  await asked[1]?.answer(sheet("theirs", { version: 2, isRewritten: true }));
  assert.deepEqual(shown.at(-1), { note: "theirs", isAnew: true });
  // The browser tells of a change while it takes the former field away.
  writer.written(() => fields("theirs"));
  writer.drawn(fields("theirs"));
  assert.equal(waits(), false);
  void writer.send(fields("theirs"));
  assert.equal(asked[2]?.action, "send");
});

Deno.test("words that were left come back with the same sheet, and with no other", async () => {
  const { writer, asked } = await opened();
  writer.written(() => fields("half"));
  writer.leave(fields("half"));
  void writer.open("/other");
  assert.equal(asked[1]?.action, "");
  await asked[1]?.answer(sheet("other"));
  writer.leave(fields("other"));
  void writer.open("/sheet");
  // Only the sheet that was left last is kept; the other was not written in.
  assert.equal(asked[2]?.action, "");
});

Deno.test("a sheet that was left with words in it is asked about with them, and is never sent by that", async () => {
  const { writer, asked } = await opened();
  writer.written(() => fields("half"));
  writer.leave(fields("half"));
  void writer.open("/sheet");
  assert.deepEqual([asked[1]?.action, asked[1]?.note], ["look", "half"]);
  await asked[1]?.answer(sheet("half"));
  writer.leave(fields("half"));
  void writer.open("/sheet");
  assert.deepEqual([asked[2]?.action, asked[2]?.note], ["look", "half"]);
});

Deno.test("nobody answering loses nothing: it is said, and asked again on the next press", async () => {
  const { writer, asked, said } = await opened();
  void writer.send(fields("old"));
  await asked[1]?.answer({ kind: "failed", problem: "offline" });
  assert.deepEqual(said, ["offline"]);
  void writer.send(fields("old"));
  assert.equal(asked[2]?.action, "send");
});
