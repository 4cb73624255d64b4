// Looks names up as this machine does for everything else: its hosts file, its resolver.
import { lookup } from "node:dns/promises";

/** Every address of a host, those of four bytes first: more networks have a way to them. */
export async function lookUpHost(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true, order: "ipv4first" });
  return found.map(({ address }) => address);
}
