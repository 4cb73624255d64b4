import assert from "node:assert/strict";
import { preferredCoding } from "../../lib/http/accept-encoding.ts";

const CASES: readonly (readonly [header: string | null, coding: string | null])[] = [
  [null, null],
  ["", null],
  ["identity", null],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["deflate, zstd", null],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["br;q=0.8, gzip;q=0.8", "br"],
  ["GZIP;Q=0.3", "gzip"],
  ["x-gzip", "gzip"],
  ["br;q=0, gzip;q=0", null],
  ["br; q = 0, gzip", "gzip"],
  ["*", "br"],
  ["*;q=0", null],
  ["br;q=0, *", "gzip"],
  ["gzip;q=0.001", "gzip"],
  ["gzip;q=0.5, identity", null],
  ["gzip;q=0.5, identity;q=0.5", "gzip"],
  ["gzip;q=0.6, identity;q=0.5", "gzip"],
  ["identity;q=0", null],
  ["identity;q=0, gzip;q=0.1", "gzip"],
  ["br;q=x, gzip;q=2", null],
  [", ,br", "br"],
];

Deno.test("the coding is the one the client likes best, and none where it likes the plain body as well", () => {
  for (const [header, coding] of CASES) {
    assert.equal(preferredCoding(header), coding, header ?? "nothing");
  }
});
