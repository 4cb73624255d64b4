import assert from "node:assert/strict";
import { RequestError, type RequestErrorCode } from "../../lib/errors/request-error.ts";
import { MAX_BODY_BYTES, readForm, readJson, readText } from "../../lib/http/body.ts";
import { fc } from "../support/property.ts";

Deno.test("readText() takes the largest body and refuses one byte more without reading on", async () => {
  assert.equal(
    (await readText(post(new Uint8Array(MAX_BODY_BYTES).fill(65)))).length,
    MAX_BODY_BYTES,
  );
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled++;
      controller.enqueue(new Uint8Array(1_024).fill(65));
    },
  });
  await fails(readText(post(endless)), "too-large");
  assert(pulled < 80, `${pulled} KiB were taken`);
});

Deno.test("readText() reads what is declared as what is not: of any size, and only as UTF-8", async () => {
  const declared = (body: Uint8Array<ArrayBuffer>, length = String(body.length)) => {
    const request = post(body);
    request.headers.set("content-length", length);
    return readText(request);
  };
  const largest = new Uint8Array(MAX_BODY_BYTES + 1).fill(65);
  assert.equal(await declared(new TextEncoder().encode("\ufeffÅsa 😀")), "Åsa 😀");
  assert.equal((await declared(largest.slice(1))).length, MAX_BODY_BYTES);
  await fails(declared(largest), "too-large");
  await fails(declared(largest, "10"), "too-large");
  await fails(declared(largest, "NaN"), "too-large");
  await fails(declared(Uint8Array.of(0xc3)), "body-unreadable");
});

Deno.test("a body in pieces is counted as it comes, whatever length is said beside it", async () => {
  let pulled = 0;
  const long = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (++pulled > 200) controller.close();
      else controller.enqueue(new Uint8Array(1_024).fill(65));
    },
  });
  const request = post(long);
  request.headers.set("content-length", "10");
  request.headers.set("transfer-encoding", "chunked");
  await fails(readText(request), "too-large");
  assert(pulled < 80, `${pulled} KiB were taken`);
});

Deno.test("readText() joins letters that were cut between two parts, and refuses bytes that are no UTF-8", async () => {
  const bytes = new TextEncoder().encode("Åsa 😀");
  for (let cut = 0; cut <= bytes.length; cut++) {
    const parts = ReadableStream.from([bytes.slice(0, cut), bytes.slice(cut)]);
    assert.equal(await readText(post(parts)), "Åsa 😀");
  }
  await fails(readText(post(Uint8Array.of(0xc3))), "body-unreadable");
  await fails(readText(post(Uint8Array.of(0xed, 0xa0, 0x80))), "body-unreadable");
});

Deno.test("readJson() wants the type application/json, with or without parameters", async () => {
  const json = (type: string) => readJson(post("{}", type));
  assert.deepEqual(await json("application/json"), {});
  assert.deepEqual(await json("Application/JSON; charset=utf-8"), {});
  for (const type of ["text/plain", "application/jsonp", "text/json", ""]) {
    await fails(json(type), "unsupported-media-type");
  }
});

Deno.test("readJson() takes twenty levels and not twenty-one; brackets in texts do not count", async () => {
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  await readJson(post(nested(20), "application/json"));
  await fails(readJson(post(nested(21), "application/json")), "json-too-deep");
  const text = JSON.stringify({ a: `${nested(50)}"\\"${nested(50)}` });
  assert.deepEqual(await readJson(post(text, "application/json")), JSON.parse(text));
});

Deno.test("readJson() counts levels, not brackets: what was closed no longer counts, what follows a text does", async () => {
  const read = (text: string) => readJson(post(text, "application/json"));
  for (const closed of ["{}", "[]"]) {
    assert.equal((await read(`[${Array(50).fill(closed).join()}]`) as unknown[]).length, 50);
  }
  for (const text of ['"x"', '"\\""']) {
    await fails(read(`[${text},${"[".repeat(20)}${"]".repeat(20)}]`), "json-too-deep");
    await read(`[${text},${"[".repeat(19)}${"]".repeat(19)}]`);
  }
});

Deno.test("readJson() reads every JSON that is not too deep as JSON.parse() does", async () => {
  await fc.assert(fc.asyncProperty(fc.json({ maxDepth: 6 }), async (text) => {
    fc.pre(!/__proto__|constructor|prototype/.test(text));
    assert.deepEqual(await readJson(post(text, "application/json")), JSON.parse(text));
  }));
});

Deno.test("readForm() takes each name once, at most a hundred fields, and makes texts clean", async () => {
  const form = (text: string) => readForm(post(text, "application/x-www-form-urlencoded"));
  assert.deepEqual(await form("a=1&b=2"), new Map([["a", "1"], ["b", "2"]]));
  await fails(form("a=1&b=2&a=3"), "name-repeated");
  await fails(form("a=1&__proto__=2"), "name-forbidden");
  assert.equal((await form("a=%00%01x%0D%0Ay")).get("a"), "x\ny");
  const many = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=x`).join("&");
  assert.equal((await form(many(100))).size, 100);
  await fails(form(many(101)), "too-many-fields");
  await fails(readForm(post("a=1", "application/json")), "unsupported-media-type");
});

function post(body: BodyInit, type = "text/plain"): Request {
  return new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": type },
  });
}

async function fails(promise: Promise<unknown>, code: RequestErrorCode): Promise<void> {
  await assert.rejects(promise, (error) => error instanceof RequestError && error.code === code);
}

Deno.test("a body that stops coming is given up at the deadline, and its stream is let go", async () => {
  for (const first of [[], [new TextEncoder().encode("from=")]]) {
    let isCancelled = false;
    const parts = [...first];
    const stalled = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const part = parts.shift();
        if (part === undefined) return new Promise(() => {});
        controller.enqueue(part);
      },
      cancel: () => void (isCancelled = true),
    });
    await fails(readText(post(stalled), 1), "body-too-slow");
    assert.equal(isCancelled, true);
  }
});

Deno.test("a declared body that stops coming is given up at the deadline, too", async () => {
  const request = post(new ReadableStream({ pull: () => new Promise(() => {}) }));
  request.headers.set("content-length", "10");
  await fails(readText(request, 1), "body-too-slow");
});

Deno.test("a body in crumbs is refused after 512 of them, one in 512 parts is taken", async () => {
  const crumbs = (count: number) => {
    let left = count;
    return new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (left-- === 0) controller.close();
        else controller.enqueue(Uint8Array.of(65));
      },
    });
  };
  assert.equal((await readText(post(crumbs(512)))).length, 512);
  await fails(readText(post(crumbs(513))), "body-too-slow");
});
