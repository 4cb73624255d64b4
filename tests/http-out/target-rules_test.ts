import assert from "node:assert/strict";
import {
  checkTarget,
  MAX_TARGET_LENGTH,
  type TargetFault,
} from "../../lib/http-out/target-rules.ts";

/** Addresses that are not called, by what is wrong with them. */
const WRONG: Readonly<Record<TargetFault, readonly string[]>> = {
  "no-address": [
    ...[
      "",
      "hooks.shop.se",
      "/hook",
      "ftp://shop.se/",
      "javascript:alert(1)",
      "file:///etc/passwd",
    ],
    ...["data:text/plain,x", "https://", "https://shop.se/#top", "https://1.2.3.4.5/"],
    ...["gopher://shop.se:70/", "https://[::1%25lo]/", "https://[fe80::1%eth0]/"],
    `https://shop.se/${"a".repeat(MAX_TARGET_LENGTH)}`,
  ],
  "not-https": ["http://shop.se/", "HTTP://shop.se:443/"],
  "has-user": ["https://maja@shop.se/", "https://maja:hemligt@shop.se/", "https://:x@shop.se/"],
  "other-port": ["https://shop.se:80/", "https://shop.se:22/", "https://shop.se:6379/"],
  "leads-inside": [
    // One machine in twelve ways.
    ...["https://127.0.0.1/", "https://127.1/", "https://2130706433/", "https://0x7f000001/"],
    ...["https://0177.0.0.1/", "https://017700000001/", "https://0x7f.0.0.1/", "https://0/"],
    ...["https://127.0.0.1./", "https://①②⑦.⓪.⓪.①/", "https://%31%32%37.0.0.1/", "https://[::1]/"],
    ...["https://[::ffff:127.0.0.1]/", "https://[::ffff:7f00:1]/", "https://[64:ff9b::7f00:1]/"],
    ...["https://169.254.169.254/latest/meta-data/", "https://0xa9fea9fe/", "https://10.1/"],
    ...["https://localhost/", "https://LOCALHOST./", "https://a.localhost/", "https://intranet/"],
    ...["https://printer.local/", "https://metadata.google.internal/", "https://nas.lan/"],
    ...["https://nas.home.arpa/", "https://abc.onion/", "https://x.invalid/", "https://[fd00::1]/"],
  ],
};

for (const [fault, addresses] of Object.entries(WRONG)) {
  for (const address of addresses) {
    Deno.test(`${address.slice(0, 60)} is refused: ${fault}`, () =>
      assert.deepEqual(checkTarget(address, []), { ok: false, fault }));
  }
}

Deno.test("encrypted addresses of names are called, whatever their path", () => {
  const right = ["https://shop.se/", "https://hooks.shop.se:8443/a?b=1", "https://shop.se./"];
  for (
    const address of [...right, "https://räksmörgås.se/", "https://8.8.8.8/", "https://SHOP.SE"]
  ) {
    assert.equal(checkTarget(address, []).ok, true, address);
  }
});

Deno.test("an open host is called without encryption, and no other for its sake", () => {
  const open = ["localhost:9000", "127.0.0.1:9000"];
  for (
    const address of ["http://localhost:9000/x", "http://127.0.0.1:9000/", "http://127.1:9000/"]
  ) {
    assert.equal(checkTarget(address, open).ok, true, address);
  }
  const others = ["http://localhost:9001/", "http://localhost/", "http://localhost.se:9000/"];
  for (const address of [...others, "http://u@localhost:9000/", "ftp://localhost:9000/"]) {
    assert.equal(checkTarget(address, open).ok, false, address);
  }
});
