// What a tariff breaks, as a problem with words in every language; what has none says the rule itself.
import type { z } from "zod";
import {
  ENDS_BEFORE_IT_BEGINS,
  MAX_TARIFF_POINTS,
  NO_CLASS,
  TOO_MANY_POINTS,
  WHOLE_KRONOR,
} from "../pricing/tariff.ts";
import { type Problem, problemAt } from "./raw-rows.ts";
import type { Source } from "./table.ts";

/** The problem of a rule of `tariffSchema`; `column` says where, in words of the reader's table. */
export function tariffProblem(
  source: Source,
  { message, input }: Pick<z.core.$ZodIssue, "message" | "input">,
  column: string,
): Problem {
  const given = typeof input === "string" || typeof input === "number" ? String(input) : "";
  const problem = (code: Problem["code"], expected = ""): Problem => ({
    ...problemAt(source, code),
    ...{ column, given, expected },
  });
  switch (message) {
    case WHOLE_KRONOR:
      return problem("wholeKronor");
    case ENDS_BEFORE_IT_BEGINS:
      return problem("endsBeforeItBegins");
    case NO_CLASS:
      return problem("noClass");
    case TOO_MANY_POINTS:
      return problem("tooManyPoints", String(MAX_TARIFF_POINTS));
    default:
      return problem("tariffRule", message);
  }
}
