// What stored limits, and what others are to be told of them, look like.
import { flag, instant, listOf, orNull, record, text, word } from "../kernel/shape.ts";
import { PURPOSE_NAMES } from "./purposes.ts";
import { RECIPIENT_NEWS } from "./recipient.ts";
import type { RecipientTelling } from "./recipient-telling.ts";
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

/** What those outside are to be told. */
export const recipientTellingShape = record<RecipientTelling>({
  requestId: text,
  about: word(RECIPIENT_NEWS),
  marks: listOf(text),
  personId: orNull(text),
  from: instant,
  isGathered: flag,
});
