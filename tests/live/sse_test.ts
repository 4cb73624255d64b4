import assert from "node:assert/strict";
import { encodeSse, SseConnection, type SseMessage } from "../../lib/live/sse.ts";

const text = (message: SseMessage) => new TextDecoder().decode(encodeSse(message));

Deno.test("encodeSse() writes each part on a line of its own and ends with an empty one", () => {
  assert.equal(
    text({ comment: "beat", retryMs: 2000, id: "7", event: "booking", data: "{}" }),
    ": beat\nretry: 2000\nid: 7\nevent: booking\ndata: {}\n\n",
  );
});

Deno.test("encodeSse() lets no line break start a message of its own", () => {
  assert.equal(
    text({ data: "a\nevent: x\r\nb\rc" }),
    "data: a\ndata: event: x\ndata: b\ndata: c\n\n",
  );
  assert.equal(text({ id: "1\ndata: x", event: "a\rb" }), "id: 1 data: x\nevent: a b\n\n");
});

Deno.test("a connection hands on what was sent and ends after it", async () => {
  let closed = 0;
  const connection = new SseConnection(1_000, () => closed++);
  connection.send(encodeSse({ data: "one" }));
  connection.close();
  connection.close();
  connection.send(encodeSse({ data: "two" }));
  assert.equal(await connection.response.text(), "data: one\n\n");
  assert.equal(closed, 1);
});

Deno.test("a reader that takes nothing is cut off when the bytes that may wait are used up", async () => {
  let closed = 0;
  const connection = new SseConnection(100, () => closed++);
  const message = encodeSse({ data: "x".repeat(30) });
  for (let i = 0; i < 10 && !connection.closed; i++) connection.send(message);
  assert.equal(connection.closed, true);
  assert.equal(closed, 1);
  await assert.rejects(connection.response.text(), /too slow/);
});

Deno.test("a reader that leaves ends the connection", async () => {
  let closed = 0;
  const connection = new SseConnection(100, () => closed++);
  await connection.response.body?.cancel();
  assert.equal(connection.closed, true);
  assert.equal(closed, 1);
});

Deno.test("encodeSse() writes the parts there are and no other", () => {
  assert.equal(text({}), "\n\n");
  assert.equal(text({ comment: "a\nb" }), ": a b\n\n");
  assert.equal(text({ retryMs: 0 }), "retry: 0\n\n");
  assert.equal(text({ id: "" }), "id: \n\n");
  assert.equal(text({ event: "a\0b" }), "event: a b\n\n");
  assert.equal(text({ data: "" }), "data: \n\n");
});

Deno.test("an event stream is kept by no cache and collected by no proxy", async () => {
  const connection = new SseConnection(100, () => {});
  const { headers } = connection.response;
  assert.deepEqual([...headers].sort(), [
    ["cache-control", "no-store, no-transform"],
    ["content-type", "text/event-stream; charset=utf-8"],
    ["x-accel-buffering", "no"],
  ]);
  connection.close();
  await connection.response.body?.cancel();
});

Deno.test("a connection takes bytes up to its last one and says how many wait", async () => {
  const connection = new SseConnection(100, () => {});
  const bytes = (length: number) => new Uint8Array(length).fill(120);
  assert.deepEqual([connection.closed, connection.waitingBytes], [false, 0]);
  connection.send(bytes(60));
  connection.send(bytes(40));
  assert.deepEqual([connection.closed, connection.waitingBytes], [false, 100]);
  const reader = connection.response.body?.getReader();
  await reader?.read();
  assert.equal(connection.waitingBytes, 40);
  connection.send(bytes(61));
  assert.deepEqual([connection.closed, connection.waitingBytes], [true, 0]);
  const late = reader?.read() ?? Promise.resolve();
  await assert.rejects(late, { message: "The reader is too slow" });
});

Deno.test("what is cut off is ended once, whoever ends it again", async () => {
  let closed = 0;
  const connection = new SseConnection(100, () => closed++);
  connection.cutOff();
  connection.cutOff();
  connection.close();
  connection.send(encodeSse({ data: "late" }));
  assert.equal(closed, 1);
  await assert.rejects(connection.response.text(), /too slow/);
});
