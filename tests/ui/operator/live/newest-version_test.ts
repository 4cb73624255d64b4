import assert from "node:assert/strict";
import type { SearchState } from "../../../../lib/board/search-state.ts";
import { newestVersion } from "../../../../lib/ui/operator/live/newest-version.ts";
import { aRow } from "../../../support/board.ts";

const NOWHERE = { pane: { kind: "none" }, search: { kind: "off" } } as const;

Deno.test("of a row and a need of one booking the newer counts, and what nobody holds has no version", () => {
  const row = aRow(1);
  const day = { bookings: [row, aRow(2)], needy: [] };
  assert.equal(newestVersion(row.id, { day, ...NOWHERE }), row.version);
  assert.equal(newestVersion("nobody", { day, ...NOWHERE }), null);
  const elsewhere = { bookings: [], needy: [{ ...row, version: 9 }] };
  assert.equal(newestVersion(row.id, { day: elsewhere, ...NOWHERE }), 9);
  const search: SearchState = {
    ...{ kind: "found", query: "", total: 1, before: 0, next: null, page: null, covered: null },
    bookings: [{ ...row, version: 12 }],
  };
  assert.equal(newestVersion(row.id, { day, pane: { kind: "none" }, search }), 12);
});
