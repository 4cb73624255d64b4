// What stored limits look like.
import { instant, listOf, orNull, record, text, word } from "../kernel/shape.ts";
import { PURPOSE_NAMES } from "./purposes.ts";
import type { Objection, Restriction, SubjectLimits } from "./subject-limits.ts";

const restriction = record<Restriction>({
  since: instant,
  requestId: text,
  liftsAt: orNull(instant),
});
const objection = record<Objection>({
  purpose: word(PURPOSE_NAMES),
  since: instant,
  requestId: text,
});

/** The limits of a subject. */
export const subjectLimitsShape = record<SubjectLimits>({
  marks: listOf(text),
  restriction: orNull(restriction),
  objections: listOf(objection),
});
