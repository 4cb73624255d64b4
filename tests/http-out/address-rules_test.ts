// Which addresses are called: a table of those that lie inside, in every way they can be written.
import assert from "node:assert/strict";
import { isOutside } from "../../lib/http-out/address-rules.ts";
import { parseAddress } from "../../lib/http-out/address.ts";
import { fc } from "../support/property.ts";

/** Addresses by why they are not called. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  "this machine": ["127.0.0.1", "127.255.255.254", "::1", "[::1]", "0:0:0:0:0:0:0:1"],
  "no machine, or this one": ["0.0.0.0", "0.1.2.3", "::"],
  "private": ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1"],
  "private of sixteen bytes": ["fc00::1", "fd12:3456:789a::1", "fdff::", "fec0::1"],
  "of a carrier": ["100.64.0.1", "100.127.255.255", "100.100.100.200"],
  "of the link": ["169.254.0.1", "169.254.255.255", "fe80::1", "febf::1"],
  "metadata": ["169.254.169.254", "fd00:ec2::254", "192.0.0.192", "168.63.129.16"],
  "many": ["224.0.0.1", "239.255.255.250", "255.255.255.255", "ff02::1", "ff0e::1"],
  "reserved": ["240.0.0.1", "192.0.0.8", "198.18.0.1", "198.19.255.255", "192.88.99.1"],
  "of examples": ["192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "3fff::1"],
  "four bytes in sixteen": ["::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:a00:1", "::ffff:0:0"],
  "four bytes of old": ["::127.0.0.1", "::7f00:1", "::10.0.0.1"],
  "NAT64 of such": ["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::8.8.8.8"],
  "6to4 of such": ["2002:7f00:1::1", "2002:a00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:1::1"],
  "of protocols": ["2001::1", "2001:0:4136:e378::1", "2001:10::1", "2001:20::1", "5f00::1"],
  "given to nobody": ["4000::1", "1::1", "e000::1", "100::1"],
};

const OUTSIDE = [
  ...["1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0"],
  ...["126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255"],
  ...["172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0"],
  ...["223.255.255.255", "2606:4700:4700::1111", "2a00:1450:400f::1", "2400:cb00::1"],
  ...["::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:4860:4860::8888"],
];

for (const [why, addresses] of Object.entries(INSIDE)) {
  for (const address of addresses) {
    Deno.test(`${address} is not called: ${why}`, () => {
      assert.notEqual(parseAddress(address), null, "the table holds addresses alone");
      assert.equal(isOutside(address), false);
    });
  }
}

for (const address of OUTSIDE) {
  Deno.test(`${address} is called`, () => assert.equal(isOutside(address), true));
}

Deno.test("what is no address is not called as one", () => {
  const others = ["", "localhost", "1.2.3", "01.2.3.4", "1.2.3.256", "0x7f.0.0.1", "2130706433"];
  for (
    const text of [...others, "fe80::1%eth0", "::g", "1::2::3", "1.2.3.4.5", "[::1", "8.8.8.8 "]
  ) {
    assert.equal(parseAddress(text), null, text);
    assert.equal(isOutside(text), false, text);
  }
});

Deno.test("four bytes are judged alike however sixteen wrap them", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(fc.property(fc.tuple(byte, byte, byte, byte), (bytes) => {
    const four = bytes.join(".");
    const hex = bytes.map((one) => one.toString(16).padStart(2, "0"));
    const groups = `${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`;
    const wrapped = [`::ffff:${four}`, `64:ff9b::${four}`, `2002:${groups}::1`];
    for (const one of wrapped) assert.equal(isOutside(one), isOutside(four), one);
  }));
});

Deno.test("an address is read as the bytes it was written from", () => {
  const group = fc.integer({ min: 0, max: 0xffff });
  fc.assert(fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
    const text = groups.map((one) => one.toString(16)).join(":");
    assert.deepEqual(parseAddress(text), groups.flatMap((one) => [one >> 8, one & 0xff]));
  }));
});
