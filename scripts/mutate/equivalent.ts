// Mutants that no test can see, because they change nothing anybody could notice. Each has the reason.

/** A mutant that is the same program by another text. */
export interface Equivalent {
  /** As the report prints it; line and column may drift, the hash may not. */
  id: string;
  reason: string;
}

/** The list; a row that no longer fits any mutant is reported. */
export const EQUIVALENTS: readonly Equivalent[] = [
  {
    id: "lib/booking/manage-link.ts:19:7:right-dropped#67aa34d1",
    reason: "Both groups of the pattern match or neither does; each half of the condition says it.",
  },
  {
    id: "lib/booking/manage-link.ts:19:7:left-dropped#98024e5d",
    reason: "Both groups of the pattern match or neither does; each half of the condition says it.",
  },
  {
    id: "lib/pricing/quoted-route.ts:10:29:boundary#38b9bb7a",
    reason: "A line of exactly the limit skips the loop as well and comes back as it was.",
  },
  {
    id: "lib/pricing/swedish-calendar.ts:103:13:boolean#079e104f",
    reason: "No year has so many days off in a row; the line is there for a table gone wrong.",
  },
  {
    id: "lib/accounts/session-cookie.ts:23:43:string-filled#55053ec4",
    reason: "What stands for absent cookies is compared with the names of ours, which it is not.",
  },
  {
    id: "lib/booking/count-events.ts:45:26:boundary#de4fcaeb",
    reason:
      "The cursor is the commit that began the rebuild; it writes the reader's row and no event.",
  },
  {
    id: "lib/places/word-match.ts:82:22:left-dropped#f482a115",
    reason: "Before the first letter there is none; what stands for it is equal to no letter.",
  },
  {
    id: "lib/places/word-match.ts:82:22:right-dropped#a430ee14",
    reason: "Before the first letter there is none; what stands for it is equal to no letter.",
  },
  {
    id: "lib/places/place-search.ts:55:20:boundary#17ee477f",
    reason: "One word joined is the same word and finds the same.",
  },
  {
    id: "lib/places/place-search.ts:55:22:number-less#3ab16bdd",
    reason: "One word joined is the same word and finds the same.",
  },
  {
    id: "lib/places/nearest-place.ts:29:15:number-more#61260a6b",
    reason: "Any number below zero says that no place of the kind was near.",
  },
  {
    id: "lib/places/nearest-place.ts:58:10:number-less#cc0d6375",
    reason: "The index holds no pins, so nothing is compared with their reach.",
  },
  {
    id: "lib/places/nearest-place.ts:58:10:number-more#7be9a045",
    reason: "The index holds no pins, so nothing is compared with their reach.",
  },
  {
    id: "lib/ui/operator/day/attention.ts:79:37:number-more#ddce1d34",
    reason: "Sorting reads the sign alone.",
  },
  {
    id: "lib/ui/operator/day/attention.ts:79:41:number-more#ddce1d34",
    reason: "Sorting reads the sign alone.",
  },
  {
    id: "lib/ui/operator/day/attention.ts:79:19:boundary#6bca4eb0",
    reason: "No two bookings have one id.",
  },
  {
    id: "lib/board/day.ts:104:77:number-more#62e2d73f",
    reason: "Sorting reads the sign alone.",
  },
  {
    id: "lib/board/day.ts:104:81:number-more#62e2d73f",
    reason: "Sorting reads the sign alone.",
  },
  {
    id: "lib/board/day.ts:104:67:boundary#afb4d183",
    reason: "No two bookings have one id.",
  },
  {
    id: "lib/places/word-match.ts:43:9:right-dropped#b6ef6fe5",
    reason:
      "A word that is passed over here is too far away below as well; looking only takes time.",
  },
  {
    id: "lib/places/word-match.ts:43:9:left-dropped#6a5e7ef3",
    reason:
      "A word that is passed over here is too far away below as well; looking only takes time.",
  },
  {
    id: "lib/places/word-match.ts:43:9:condition-false#65b71bf3",
    reason:
      "A word that is passed over here is too far away below as well; looking only takes time.",
  },
  {
    id: "lib/places/word-match.ts:43:47:logical#a3fc7796",
    reason:
      "A word that is passed over here is too far away below as well; looking only takes time.",
  },
  {
    id: "lib/places/word-match.ts:44:9:condition-false#d739dcb3",
    reason:
      "A word that is passed over here is too far away below as well; looking only takes time.",
  },
  {
    id: "lib/places/word-match.ts:115:25:condition-false#ef673263",
    reason: "Counting too few bits passes over fewer words; those are too far away below as well.",
  },
  {
    id: "lib/places/word-match.ts:115:55:statement-removed#50c628da",
    reason: "Counting too few bits passes over fewer words; those are too far away below as well.",
  },
  {
    id: "lib/places/word-match.ts:115:55:step#596e9ec9",
    reason: "Counting too few bits passes over fewer words; those are too far away below as well.",
  },
  {
    id: "lib/trip/trip-form.ts:78:7:right-dropped#ba1303a6",
    reason: "A code of the table has both a field and a reason; one that is not there has neither.",
  },
  {
    id: "lib/board/board-streams.ts:220:7:condition-false#dd838252",
    reason: "Encoding a commit again gives the same bytes; the memory of them only saves time.",
  },
];
