// The page of key-encryption keys: what it says, who may rotate, and that no byte of a key is in it.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD } from "../../lib/accounts/form-token-names.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { loadKeys } from "../../lib/board/keys-page.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { readList } from "../../lib/kv/read.ts";
import { keyFileKms } from "../../lib/security/key-file-gateway.ts";
import { writeKeyEncryptionKeys } from "../../lib/security/kms.ts";
import { whatWords } from "../../lib/ui/operator/audit/audit-words.ts";
import { tempFolder } from "../support/databases.ts";
import { someKeks } from "../support/keks.ts";
import { anOperator, type TestProduct, testProduct } from "../support/operator.ts";

Deno.test("a rotation is started with a fresh proof alone, once however often it is sent, and leaves its entries", async () => {
  await using file = await aKeyFile();
  const { kms, path } = file;
  await using product = await testProduct({ parts: { kms } });
  const { services, test } = product;
  await someKeysOf(product);
  const karin = await sender(product);
  assert((await karin.look("sv")).includes(textsFor("sv").encryptionKeys.start));
  test.clock.advance({ minutes: 11 });
  assert.equal(await karin.act(1), paths.signInConfirm({ next: paths.adminKeys() }));
  assert.equal((await kms.keys()).current, 1, "a stolen session alone makes no version");
  const again = await sender(product);
  const done = await Promise.all([again.act(1), again.act(1)]);
  assert(done.includes(paths.adminKeys({ done: "started" })), String(done));
  assert.equal((await kms.keys()).current, 2);
  const whats = (await readList(services.db.read, { prefix: auditKeys.intent.prefix }, 1_000))
    .map(({ value }) => value);
  const added = whats.find(({ what }) => what === "key-encryption key added");
  assert.equal(added?.kind, "security");
  assert.equal(whatWords("en", added), textsFor("en").audit.events["key-encryption key added"]);
  assert(
    whats.some(({ what, rows }) =>
      what === `POST ${paths.adminKeys()}` &&
      rows.some(({ row }) => row.includes("keyEncryptionKey/2"))
    ),
  );
  for (const locale of LOCALES) {
    const html = await again.look(locale);
    const words = textsFor(locale).encryptionKeys;
    for (const said of [words.current, words.former, words.goesOn, words.resume]) {
      assert(html.includes(said), said);
    }
    for (const key of (await kms.keys()).keys.values()) {
      for (const form of [key.toBase64(), key.toHex()]) assert(!html.includes(form));
    }
  }
  assert((await Deno.readTextFile(path)).includes('"current": 2'));
});

Deno.test("one that goes on is taken further, and once it is over the page says when", async () => {
  await using file = await aKeyFile();
  await using product = await testProduct({ parts: { kms: file.kms } });
  const { services, test } = product;
  await someKeysOf(product);
  await (await sender(product)).act(1);
  const { session } = await anOperator(services);
  const moved = await loadKeys(services, session);
  const { rotation } = moved;
  assert.equal(rotation?.done, rotation?.all.count);
  assert((rotation?.done ?? 0) >= 3);
  assert.deepEqual([moved.isRotating, rotation?.retiresAt], [true, "2026-11-23T06:00:00Z"]);
  test.clock.advance({ hours: 1 });
  const later = await sender(product);
  assert.equal(await later.act(2), paths.adminKeys({ done: "resumed" }));
  const over = await loadKeys(services, (await anOperator(services)).session);
  assert.deepEqual([over.isRotating, over.rotation?.finishedAt], [false, "2026-11-23T06:00:00Z"]);
  assert.deepEqual(over.versions.map(({ version, retiredAt }) => [version, retiredAt !== null]), [
    [2, false],
    [1, true],
  ]);
  assert.equal(await later.act(1), paths.adminKeys({ done: "changed" }));
  assert.equal((await file.kms.keys()).current, 2, "who saw an older page rotates nothing");
});

Deno.test("where versions are made elsewhere the page says what to do, and a form of one's own making changes nothing", async () => {
  await using product = await testProduct();
  const karin = await sender(product);
  const words = textsFor("sv").encryptionKeys;
  const html = await karin.look("sv");
  assert(html.includes(words.elsewhere) && html.includes(words.noRotation));
  assert(!html.includes(words.start + "</button>"));
  assert.equal(await karin.act(1), "409");
});

Deno.test("while keys are moved the page says how many of how many, and about when it ends", async () => {
  await using product = await testProduct();
  const { services, test } = product;
  const ids = await someKeysOf(product);
  const { session } = await anOperator(services);
  const startedAt = services.clock.now().toString();
  const begun = { to: 1, after: ids[0] ?? "", looked: 1, rewrapped: 1, stuck: 0, startedAt };
  await services.db.write.set(["keyRotation"], { ...begun, movedAt: null, finishedAt: null });
  test.clock.advance({ minutes: 2 });
  const { rotation } = await loadKeys(services, session);
  const left = (rotation?.all.count ?? 0) - 1;
  assert(left >= 2 && rotation?.all.isAll);
  const ends = services.clock.now().add({ minutes: 2 * left }).toString();
  assert.deepEqual([rotation?.done, rotation?.endsAt], [1, ends]);
});

async function aKeyFile() {
  const folder = await tempFolder();
  const path = `${folder.path}/keys.json`;
  await Deno.writeTextFile(path, writeKeyEncryptionKeys(someKeks(1)), { mode: 0o600 });
  return {
    path,
    kms: keyFileKms({ path }),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** The ids of three keys, the first one before the others. */
async function someKeysOf({ services }: TestProduct): Promise<string[]> {
  const { db, subjectKeys } = services;
  const { value } = await commitWithRetry(
    db,
    async (tx) => await subjectKeys.keysOf(["driver/a", "driver/b", "driver/c"], tx),
  );
  return value.map(({ id }) => id).sort();
}

async function sender({ origin, services }: TestProduct) {
  const { cookie, formToken } = await anOperator(services);
  return {
    async look(locale: string): Promise<string> {
      const headers = { cookie: `${cookie}; avanti-locale=${locale}` };
      return await (await fetch(origin + paths.adminKeys(), { headers })).text();
    },
    /** Where the answer leads, or its status. */
    async act(version: number): Promise<string> {
      const body = new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken, version: `${version}` });
      const headers = { cookie, origin };
      const asked = { method: "POST", body, headers, redirect: "manual" } as const;
      const answer = await fetch(origin + paths.adminKeys(), asked);
      await answer.body?.cancel();
      return answer.headers.get("location") ?? String(answer.status);
    },
  };
}
