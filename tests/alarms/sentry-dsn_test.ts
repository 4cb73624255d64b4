import assert from "node:assert/strict";
import { parseSentryDsn } from "../../lib/alarms/sentry-dsn.ts";

Deno.test("a DSN says where envelopes go and whose they are, also below a path, with a port or an old secret", () => {
  const read = {
    "https://abc123@o1.ingest.sentry.io/42": "https://o1.ingest.sentry.io/api/42/envelope/",
    "https://abc123@errors.example/tracker/7": "https://errors.example/tracker/api/7/envelope/",
    "http://abc123:old@127.0.0.1:9000/1": "http://127.0.0.1:9000/api/1/envelope/",
  };
  for (const [text, url] of Object.entries(read)) {
    assert.deepEqual(parseSentryDsn(text), { url, publicKey: "abc123" }, text);
  }
});

Deno.test("what is no DSN is none", () => {
  const wrong = [
    ...["", "abc", "https://o1.ingest.sentry.io/42", "https://abc@o1.ingest.sentry.io/"],
    ...["https://abc@o1.ingest.sentry.io/projekt", "ftp://abc@o1.ingest.sentry.io/42"],
    ...["https://abc@o1.ingest.sentry.io/42?x=1", "https://abc@o1.ingest.sentry.io/42#x"],
    ...["https://a%20b@o1.ingest.sentry.io/42", "https://abc@o1.ingest.sentry.io/42/"],
  ];
  for (const text of wrong) assert.equal(parseSentryDsn(text), null, text);
});
