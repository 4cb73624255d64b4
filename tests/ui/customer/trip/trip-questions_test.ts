import assert from "node:assert/strict";
import type { TripFieldError } from "../../../../lib/trip/trip-field-error.ts";
import { openQuestions, placeStepOf } from "../../../../lib/ui/customer/shown-errors.ts";
import { isPlaceQuestion } from "../../../../lib/ui/customer/trip/trip-questions.ts";

const HAGA = {
  id: "district:haga",
  kind: "district",
  name: "Haga",
  area: "Göteborg",
  point: { lat: 57.7, lng: 11.96 },
} as const;

function asked(field: string, code: TripFieldError["code"] = "placeGuess"): TripFieldError {
  return { field, code, places: [HAGA] };
}

Deno.test("a question about places has a step of its own, the first end first", () => {
  assert.deepEqual(placeStepOf([asked("from", "placeSeveral"), asked("to")]), {
    end: "from",
    question: { code: "placeSeveral", places: [HAGA], moreId: "" },
  });
  assert.equal(placeStepOf([asked("to")])?.end, "to");
  const more = { ...asked("to", "placeSpot"), moreId: "street:vasagatan~more" };
  assert.equal(placeStepOf([more])?.question.moreId, "street:vasagatan~more");
});

Deno.test("where something else needs another look too, the form asks both", () => {
  const errors: TripFieldError[] = [asked("from"), { field: "date", code: "dateInvalid" }];
  assert.equal(placeStepOf(errors), null);
  assert.deepEqual(openQuestions(errors, {}).from?.places, [HAGA]);
  assert.equal(placeStepOf([{ field: "to", code: "placeUnknown" }]), null);
  assert.equal(placeStepOf([]), null);
});

Deno.test("four codes are questions with places to choose from", () => {
  const codes = ["placeSeveral", "placeGuess", "placeArea", "placeSpot", "placeAbroad", "abroad"];
  assert.deepEqual(codes.filter(isPlaceQuestion), codes.slice(0, 4));
});
