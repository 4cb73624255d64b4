import assert from "node:assert/strict";
import v8 from "node:v8";
import type { Quote } from "../../lib/pricing/quote.ts";
import type { UnsignedQuote } from "../../lib/pricing/quote-rules.ts";
import { assertUnaltered, importQuoteKey, signQuote } from "../../lib/pricing/quote-signature.ts";
import { aQuote, testQuoteKey } from "../support/pricing.ts";
import { fc } from "../support/property.ts";

/** Whether a quote read back from storage is refused; reading that fails is a refusal too. */
async function isRefused(key: CryptoKey, read: () => Quote): Promise<boolean> {
  let quote: Quote;
  try {
    quote = read();
  } catch {
    return true;
  }
  try {
    await assertUnaltered(key, quote);
    return false;
  } catch (error) {
    assert.equal((error as { code?: string }).code, "quote-altered");
    return true;
  }
}

/** Flips each byte in three ways; a flip may pass only when the quote read back is the very same. */
async function flipEveryByte(stored: Uint8Array, read: (bytes: Uint8Array) => Quote) {
  const key = await testQuoteKey();
  const genuine = read(stored);
  assert.equal(await isRefused(key, () => genuine), false);
  let refused = 0;
  for (let i = 0; i < stored.length; i++) {
    for (const flip of [0x01, 0x20, 0xff]) {
      const bytes = stored.slice();
      bytes[i]! ^= flip;
      if (await isRefused(key, () => read(bytes))) refused++;
      else assert.deepEqual(read(bytes), genuine, `byte ${i} ^ ${flip}`);
    }
  }
  return refused / (3 * stored.length);
}

Deno.test("A quote stored as JSON is refused when any single byte of it is flipped", async () => {
  const stored = new TextEncoder().encode(JSON.stringify(await aQuote()));
  const read = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));

  assert.equal(await flipEveryByte(stored, read), 1);
});

Deno.test("A quote stored as KV stores it is refused when a byte flip changes anything in it", async () => {
  const stored = new Uint8Array(v8.serialize(await aQuote()));
  const read = (bytes: Uint8Array) => v8.deserialize(bytes) as Quote;

  assert.ok(await flipEveryByte(stored, read) > 0.95);
});

Deno.test("Any field changed, removed or added anywhere in a quote is refused", async () => {
  const key = await testQuoteKey();
  const quote = await aQuote();
  const paths = pathsOf(quote);
  assert.ok(paths.length > 60);
  for (const path of paths) {
    for (const change of ["change", "remove", "add"] as const) {
      const altered = structuredClone(quote);
      alter(altered, path, change);
      assert.equal(await isRefused(key, () => altered), true, `${change} ${path.join(".")}`);
    }
  }
});

Deno.test("Two parts of a quote that change places are refused: two classes, two lines, two ends, two amounts", async () => {
  const key = await testQuoteKey();
  const quote = await aQuote();
  const swaps: Record<string, (altered: Quote) => void> = {
    classes: ({ options }) => options.reverse(),
    lines: ({ options: [first] }) => first!.lines.reverse(),
    ends: (altered) => {
      altered.trip = { ...altered.trip, from: altered.trip.to, to: altered.trip.from };
    },
    prices: ({ options: [first, second] }) => {
      [first!.totalOre, second!.totalOre] = [second!.totalOre, first!.totalOre];
    },
    times: (altered) => {
      [altered.createdAt, altered.expiresAt] = [altered.expiresAt, altered.createdAt];
    },
    "a class twice": ({ options }) => options.push(options[0]!),
    "a class less": ({ options }) => options.pop(),
  };
  for (const [name, swap] of Object.entries(swaps)) {
    const altered = structuredClone(quote);
    swap(altered);
    assert.notDeepEqual(altered, quote, name);
    assert.equal(await isRefused(key, () => altered), true, name);
  }
});

Deno.test("A quote stays good when its fields come back in another order", async () => {
  const quote = await aQuote();
  const reordered = Object.fromEntries(Object.entries(quote).reverse()) as unknown as Quote;
  await assertUnaltered(await testQuoteKey(), reordered);
});

Deno.test("A signature of another quote, another key or another spelling is refused", async () => {
  const key = await testQuoteKey();
  const quote = await aQuote();
  const other = await aQuote({ reschedules: "B1" });
  const stranger = aQuote({}, importQuoteKey(crypto.getRandomValues(new Uint8Array(32))));
  // The last letter of 43 carries two spare bits: the next letter decodes to the same 32 bytes.
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const respelt = quote.signature.slice(0, -1) +
    letters[letters.indexOf(quote.signature.at(-1)!) + 1];
  const forged = [other.signature, (await stranger).signature, respelt, "", quote.signature + "="];
  for (const signature of forged) {
    assert.equal(await isRefused(key, () => ({ ...quote, signature })), true, signature);
  }
});

Deno.test("Whatever is stored in place of a quote is refused, not a crash", async () => {
  const key = await testQuoteKey();
  const quote = await aQuote();
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withBigInt: true, withDate: true, withMap: true }),
      async (value) => {
        assert.equal(await isRefused(key, () => value as Quote), true);
        const inside = { ...quote, reschedules: value } as Quote;
        if (value !== null) assert.equal(await isRefused(key, () => inside), true);
      },
    ),
  );
});

Deno.test("signQuote() will not sign what it could not read back", async () => {
  const { signature: _, ...quote } = await aQuote();
  const odd = { ...quote, reschedules: undefined } as unknown as UnsignedQuote;
  await assert.rejects(testQuoteKey().then((key) => signQuote(key, odd)), {
    name: "InvariantError",
  });
});

Deno.test("importQuoteKey() refuses a secret under 32 bytes and keeps the key to itself", async () => {
  assert.throws(() => importQuoteKey(new Uint8Array(31)), { name: "InvariantError" });
  assert.equal((await importQuoteKey(new Uint8Array(32))).extractable, false);
});

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, field]) => pathsOf(field, [...path, key]));
}

function alter(root: object, path: Path, change: "change" | "remove" | "add"): void {
  let parent = root as Record<string, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string, unknown>;
  const last = path.at(-1)!;
  if (change === "add") parent[`${last}2`] = 0;
  else if (change === "remove") delete parent[last];
  else {
    const value = parent[last];
    if (typeof value === "number") parent[last] = value + 1;
    else if (typeof value === "boolean") parent[last] = !value;
    else parent[last] = value === null ? 0 : `${value} `;
  }
}
