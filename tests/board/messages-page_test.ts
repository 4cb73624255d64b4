import assert from "node:assert/strict";
import { readMessagesQuery } from "../../lib/board/messages-page.ts";

Deno.test("what an address asks for is one of the lists, a code as people write it, and a place in the list", () => {
  const read = (query: string) => readMessagesQuery(new URLSearchParams(query));
  assert.deepEqual(read("show=failed&booking=k4q%207rm"), {
    ...{ filter: "failed", reference: "K4Q7RM", before: "" },
  });
  assert.deepEqual(read("show=none&before=../x&booking="), {
    ...{ filter: "all", reference: "", before: "" },
  });
});
