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
