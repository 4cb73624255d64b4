// The families of protected identities.
import { instant, orNull, record, text } from "../kernel/shape.ts";
import { family } from "../kv/family.ts";
import type { SubjectMark } from "../security/subject-keys.ts";
import type { Veil } from "./veil.ts";
import { veilShape } from "./veil-shapes.ts";

/** How long it is kept that an identity was protected, after it is no longer: two years, in milliseconds. */
export const VEIL_KEPT_MS = 2 * 366 * 24 * 60 * 60_000;

/** What is sealed with the product's own key: who set it and why outlives the key of whom it protects. */
const words = { "steps.*.reason": "", "steps.*.by.name": "" };

/** Families of this room. */
export const veilKeys = {
  /** Whose identity is or was protected, by keyed marks, with everything that was done to it. */
  veil: family<[id: string], Veil>("veil", {
    privacy: "C3",
    subject: "person",
    kept: { until: "expiry", atMostMs: VEIL_KEPT_MS },
    endsMs: ({ isSet, steps }) =>
      isSet ? Infinity : Date.parse(steps.at(-1)?.at ?? "") + VEIL_KEPT_MS,
    sealed: { fields: Object.keys(words), subject: () => null, erased: words },
    shape: veilShape,
  }),
  /** The veil that is set for a mark; absent where none is. */
  veilByMark: family<[mark: SubjectMark], string>("veilByMark", {
    privacy: "C3",
    subject: "person",
    kept: { until: "done" },
    unsealed: "keyed marks, ids and times only",
    shape: text,
  }),
  /** Whose data are restricted, written with the limits of that mark: until when, null while nobody has lifted it. */
  restrictedMark: family<[mark: SubjectMark], { liftsAt: string | null }>("restrictedMark", {
    privacy: "C2",
    subject: "person",
    kept: { until: "erased" },
    unsealed: "keyed marks, ids and times only",
    shape: record<{ liftsAt: string | null }>({ liftsAt: orNull(instant) }),
  }),
} as const;
