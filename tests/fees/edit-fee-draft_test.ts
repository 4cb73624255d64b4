import assert from "node:assert/strict";
import {
  approveFeeDraft,
  beginFeeDraft,
  discardFeeDraft,
  type FeeDraftDeps,
  saveFeeDraft,
  withdrawFeeEdition,
} from "../../lib/fees/edit-fee-draft.ts";
import { FeeEditionStore } from "../../lib/fees/fee-edition-store.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { openDatabase } from "../../lib/kv/open.ts";

const DAY = { bookedFrom: "2026-12-01" };
const MATRIX = { ...SHIPPED_EDITION.matrix, waitMinutes: 15 };

Deno.test("a draft begins with the fees of its day, and one somebody else approves is in force from then on", () =>
  withFees(async ({ deps, feeEditions, clock }) => {
    assert.equal(await beginFeeDraft(deps, { ...DAY, by: "karin" }), null);
    const draft = await feeEditions.draftOf(DAY.bookedFrom);
    assert.deepEqual(draft?.matrix, SHIPPED_EDITION.matrix);
    assert.equal(await saveFeeDraft(deps, { ...DAY, by: "olle", revision: 1 }, MATRIX), null);
    for (const by of ["karin", "olle"]) {
      assert.equal(await approveFeeDraft(deps, { ...DAY, by, revision: 2 }), "author");
    }
    assert.equal((await feeEditions.onDay("2026-12-01")).matrix.waitMinutes, 10);
    assert.equal(await approveFeeDraft(deps, { ...DAY, by: "elsa", revision: 2 }), null);
    assert.deepEqual(await feeEditions.drafts(), []);
    assert.equal((await feeEditions.at(clock.now())).matrix.waitMinutes, 10);
    assert.equal((await feeEditions.onDay("2026-12-01")).matrix.waitMinutes, 15);
    assert.deepEqual((await feeEditions.list()).map(({ bookedFrom }) => bookedFrom), [
      "2026-12-01",
      SHIPPED_EDITION.bookedFrom,
    ]);
  }));

Deno.test("what was changed since it was looked at is neither saved over, approved nor discarded", () =>
  withFees(async ({ deps, feeEditions }) => {
    await beginFeeDraft(deps, { ...DAY, by: "karin" });
    await saveFeeDraft(deps, { ...DAY, by: "karin", revision: 1 }, MATRIX);
    const late = { ...DAY, by: "elsa", revision: 1 };
    assert.equal(await saveFeeDraft(deps, late, SHIPPED_EDITION.matrix), "changed");
    assert.equal(await approveFeeDraft(deps, late), "changed");
    assert.equal(await discardFeeDraft(deps, late), "changed");
    assert.deepEqual((await feeEditions.draftOf(DAY.bookedFrom))?.matrix, MATRIX);
    assert.equal(await discardFeeDraft(deps, { ...late, revision: 2 }), null);
    assert.equal(await feeEditions.draftOf(DAY.bookedFrom), null);
  }));

Deno.test("of twenty who save the same revision at once one is heard, and a day has one draft", () =>
  withFees(async ({ deps, feeEditions }) => {
    const people = Array.from({ length: 20 }, (_, i) => `person ${i}`);
    const begun = await Promise.all(people.map((by) => beginFeeDraft(deps, { ...DAY, by })));
    assert.equal(begun.filter((refusal) => refusal === null).length, 1);
    const saved = await Promise.all(
      people.map((by, i) =>
        saveFeeDraft(deps, { ...DAY, by, revision: 1 }, { ...MATRIX, waitMinutes: i })
      ),
    );
    assert.equal(saved.filter((refusal) => refusal === null).length, 1);
    assert.equal((await feeEditions.draftOf(DAY.bookedFrom))?.revision, 2);
  }));

Deno.test("fees of today and before stand: no draft begins, is edited or approved, no edition is taken back", () =>
  withFees(async ({ deps, clock }) => {
    const today = { bookedFrom: "2026-11-23", by: "karin" };
    assert.equal(await beginFeeDraft(deps, today), "day-gone");
    await beginFeeDraft(deps, { ...DAY, by: "karin" });
    assert.equal(await approveFeeDraft(deps, { ...DAY, by: "elsa", revision: 1 }), null);
    clock.advance({ hours: 24 * 8 });
    assert.equal(await withdrawFeeEdition(deps, { ...DAY, by: "elsa" }), "day-gone");
  }));

Deno.test("an edition that has not begun is taken back and is a draft of whoever took it", () =>
  withFees(async ({ deps, feeEditions }) => {
    await beginFeeDraft(deps, { ...DAY, by: "karin" });
    await approveFeeDraft(deps, { ...DAY, by: "elsa", revision: 1 });
    assert.equal(await beginFeeDraft(deps, { ...DAY, by: "karin" }), "day-taken");
    assert.equal(await withdrawFeeEdition(deps, { ...DAY, by: "elsa" }), null);
    assert.equal((await feeEditions.list()).length, 1);
    assert.equal(await approveFeeDraft(deps, { ...DAY, by: "elsa", revision: 1 }), "author");
    assert.equal(await withdrawFeeEdition(deps, { ...DAY, by: "elsa" }), "nothing-there");
  }));

Deno.test("what is no matrix is not saved", () =>
  withFees(async ({ deps }) => {
    await beginFeeDraft(deps, { ...DAY, by: "karin" });
    const saving = saveFeeDraft(deps, { ...DAY, by: "karin", revision: 1 }, {
      ...MATRIX,
      waitMinutes: -1,
    });
    await assert.rejects(saving, { name: "ZodError" });
  }));

async function withFees(
  test: (
    world: {
      deps: FeeDraftDeps;
      feeEditions: FeeEditionStore;
      clock: ReturnType<typeof manualClock>;
    },
  ) => Promise<void>,
): Promise<void> {
  const db = await openDatabase(":memory:");
  const clock = manualClock("2026-11-23T05:00:00Z");
  const feeEditions = new FeeEditionStore(db);
  try {
    await test({ deps: { db, clock, feeEditions }, feeEditions, clock });
  } finally {
    db.close();
  }
}
