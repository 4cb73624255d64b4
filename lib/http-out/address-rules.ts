// Which addresses lie outside: those anyone on the internet can reach. What somebody else has named to us, and what their
// name service answers, must not lead into our own network, to this machine, or to the service that tells a machine in a
// cloud its secrets. Pure. iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry.
import { type Address, parseAddress } from "./address.ts";

/** Blocks of four bytes that are nobody's on the internet. */
const INSIDE_FOUR = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  // Shared by the customers of a carrier.
  "100.64.0.0/10",
  "127.0.0.0/8",
  // With 169.254.169.254, the metadata of most clouds.
  "169.254.0.0/16",
  "172.16.0.0/12",
  // With 192.0.0.192, the metadata of one.
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  // The platform of Azure, and the metadata of Alibaba: public numbers that answer inside alone.
  "168.63.129.16/32",
  "100.100.100.200/32",
  // Multicast, reserved, broadcast.
  "224.0.0.0/3",
].map(parseBlock);

/** The addresses of sixteen bytes that were ever given to anybody. */
const GIVEN_SIXTEEN = parseBlock("2000::/3");

/** Those among them that are nobody's on the internet: protocols (Teredo, ORCHID), benchmarks, examples. */
const INSIDE_SIXTEEN = ["2001::/23", "2001:db8::/32", "3fff::/20"].map(parseBlock);

/** Addresses of sixteen bytes that stand for one of four, and from which byte on it is written. */
const STANDS_FOR_FOUR = [
  { block: parseBlock("::ffff:0:0/96"), from: 12 },
  // NAT64 (RFC 6052). What a network chooses for itself, 64:ff9b:1::/48, is its own.
  { block: parseBlock("64:ff9b::/96"), from: 12 },
  // 6to4.
  { block: parseBlock("2002::/16"), from: 2 },
] as const;

interface Block {
  address: Address;
  bits: number;
}

/** True for an address that anyone may be asked to call. What is no address is none. */
export function isOutside(text: string): boolean {
  const address = parseAddress(text);
  return address !== null && liesOutside(address);
}

function liesOutside(address: Address): boolean {
  if (address.length === 4) return !INSIDE_FOUR.some((block) => isIn(address, block));
  const standing = STANDS_FOR_FOUR.find(({ block }) => isIn(address, block));
  if (standing !== undefined) {
    return liesOutside(address.slice(standing.from, standing.from + 4));
  }
  return isIn(address, GIVEN_SIXTEEN) && !INSIDE_SIXTEEN.some((block) => isIn(address, block));
}

function isIn(address: Address, { address: base, bits }: Block): boolean {
  return address.every((byte, i) => {
    const wanted = Math.min(8, Math.max(0, bits - i * 8));
    const mask = (0xff << (8 - wanted)) & 0xff;
    return (byte & mask) === ((base[i] ?? 0) & mask);
  });
}

function parseBlock(text: string): Block {
  const [base = "", bits] = text.split("/");
  return { address: parseAddress(base) ?? [], bits: Number(bits) };
}
