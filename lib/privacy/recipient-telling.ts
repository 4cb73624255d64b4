// That those outside who were handed something of somebody are to be told of it (GDPR, Article 19): written in the commit of what it
// follows from, and taken away when all of them know. An erasure tells them by itself.
import type { DataRequest, DataRequestEvent } from "./data-request.ts";
import { liftsAtAfter } from "./limit-rules.ts";
import type { RecipientNews } from "./recipient.ts";

/** What is to be told. */
export interface RecipientTelling {
  requestId: string;
  about: Exclude<RecipientNews, "erased">;
  /** Whose rides: keyed marks of the account, the number, the address. */
  marks: readonly string[];
  personId: string | null;
  /** Not before this instant: a restriction that the staff lift ends days after its person was told. */
  from: string;
  /** False until it is written down who was handed something. */
  isGathered: boolean;
}

/** What follows from what has happened to a request; null where nobody outside needs to know. */
export function tellingAfter(
  { type, identity }: Pick<DataRequest, "type" | "identity">,
  { type: what, at, by }: Pick<DataRequestEvent, "type" | "at" | "by">,
): Pick<RecipientTelling, "about" | "from"> | null {
  if (identity === null) return null;
  if (type === "rectification") {
    return what === "complete" ? { about: "rectified", from: at } : null;
  }
  if (type !== "restriction") return null;
  switch (what) {
    case "received":
    case "verify":
      return { about: "restricted", from: at };
    case "cancel":
      return { about: "unrestricted", from: at };
    case "refuse":
      return { about: "unrestricted", from: liftsAtAfter(at) };
    case "lift":
      return { about: "unrestricted", from: by.kind === "staff" ? liftsAtAfter(at) : at };
    default:
      return null;
  }
}
