// Personal data as it might stand in an error, and errors that hold it wherever an error can hold anything.
import assert from "node:assert/strict";
import { ProductError } from "../../lib/errors/product-error.ts";

/** A name, telephones, mail, addresses, a personnummer, a place, networks, and secrets of links and sessions. */
export const CANARIES: readonly string[] = [
  ...["Maja Kanariefågel", "Kanariefågel"],
  ...["070-123 45 67", "+46701234567", "0701234567"],
  ...["maja@kanarie.example", "kanarie.example"],
  ...["Kanariegatan 12B", "Kanariegatan"],
  ...["19850709-9805", "850709-9805"],
  ...["57.70887, 11.97456", "57.70887"],
  ...["203.0.113.77", "2001:db8::77"],
  ...["Xk3vTq9LmW2pRz8NcYb4HsJd6GfKa1Ue0QoPiSxVtMw", "avanti_session=s3cr3t"],
];

const ALL = CANARIES.join(" ");

/** Errors with all of them in every field. */
export function errorsWithCanaries(): unknown[] {
  const plain = named(new TypeError(ALL, { cause: new Error(ALL) }), ALL);
  const context = Object.fromEntries(CANARIES.map((canary, i) => [`fact${i}`, canary]));
  const own = new ProductError(ALL, ALL, "database", "critical", { ...context, [ALL]: ALL }, true, {
    cause: plain,
  });
  const staged = new Error(ALL);
  staged.stack = [
    `Error: ${ALL}`,
    `    at ${ALL} (file:///srv/lib/pricing/fare-rules.ts:10:7)`,
    ...CANARIES.map((canary) => `    at f (file:///srv/lib/${canary}.ts:10:7)`),
    "    at priceOf (file:///srv/lib/pricing/fare-rules.ts:10:7)",
  ].join("\n");
  return [plain, own, staged, ALL, { message: ALL }, null];
}

/** Throws when one of them stands in a text. */
export function assertNoCanary(text: string): void {
  for (const canary of CANARIES) {
    assert(!text.includes(canary), `${canary} left the house: ${text}`);
  }
}

function named(error: Error, name: string): Error {
  error.name = name;
  return error;
}
