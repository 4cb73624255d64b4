// Rows of notices that an earlier release wrote: a new field gets its value on old rows here.
import type { StoredForm } from "../kv/family.ts";
import type { RecipientNotice } from "./recipient-notice.ts";

/** How rows of notices are read. */
export const storedNotice: StoredForm<RecipientNotice> = {
  version: 2,
  // Before version 2 only erasures were told.
  upgrade: (row) => ({ about: "erased", ...row as Omit<RecipientNotice, "about"> }),
};
