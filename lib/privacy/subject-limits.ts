// What somebody has limited of what is done with their data: that it is stored and no more, or not used for a purpose.
import type { PurposeName } from "./purposes.ts";

/** It is stored and not used, but for what the rules name (Article 18). */
export interface Restriction {
  /** An instant. */
  since: string;
  requestId: string;
  /** From when on it is used again, an instant: whoever it is about was told before. Null while nobody wants that. */
  liftsAt: string | null;
}

/** It is not used for one purpose (Article 21). */
export interface Objection {
  purpose: PurposeName;
  /** An instant. */
  since: string;
  requestId: string;
}

/** What holds for one subject; the same under each of their marks. */
export interface SubjectLimits {
  /** The keyed marks it stands under: of the account, the number, the address. */
  marks: readonly string[];
  restriction: Restriction | null;
  objections: readonly Objection[];
}

/** Nothing is limited. */
export const NO_LIMITS: SubjectLimits = { marks: [], restriction: null, objections: [] };
