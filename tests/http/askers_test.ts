import assert from "node:assert/strict";
import { networksAround } from "../../lib/http/askers.ts";

Deno.test("an address of IPv4 is counted for itself alone", () => {
  assert.deepEqual(networksAround("83.252.1.9"), [{ who: "83.252.1.9", times: 1 }]);
});

Deno.test("a household of IPv6 is counted for itself and for the wider networks it lies in", () => {
  assert.deepEqual(networksAround("2001:9b1:4041:7ff::/64"), [
    { who: "2001:9b1:4041:7ff::/64", times: 1 },
    { who: "2001:9b1:4041:700::/56", times: 4 },
    { who: "2001:9b1:4041::/48", times: 16 },
  ]);
});

Deno.test("households of one /56 share it, and those of another do not", () => {
  const around = (network: string) => networksAround(network).map(({ who }) => who);
  assert.equal(around("2001:db8:1:ab00::/64")[1], around("2001:db8:1:abff::/64")[1]);
  assert.notEqual(around("2001:db8:1:ab00::/64")[1], around("2001:db8:1:ac00::/64")[1]);
  assert.equal(around("2001:db8:1:ab00::/64")[2], around("2001:db8:1:ac00::/64")[2]);
  assert.equal(around("0:0:0:0::/64")[2], "0:0:0::/48");
});
