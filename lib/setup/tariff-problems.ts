// What a tariff breaks, as a problem with words in every language; what has none says the rule itself.
import type { z } from "zod";
import {
  ENDS_BEFORE_IT_BEGINS,
  NO_CLASS,
  TARIFF_TOO_LARGE,
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
  /** Rules that name the item they are about. */
  const named = (text: string): Problem | null => {
    const [, id, zone] = /^The id (.+) is used twice$|^No zone (.+)$/.exec(text) ?? [];
    if (id !== undefined) return { ...problem("itemTwice"), given: id };
    return zone === undefined ? null : { ...problem("unknownZone"), given: zone };
  };
  switch (message) {
    case WHOLE_KRONOR:
      return problem("wholeKronor");
    case ENDS_BEFORE_IT_BEGINS:
      return problem("endsBeforeItBegins");
    case NO_CLASS:
      return problem("noClass");
    case TARIFF_TOO_LARGE:
      return problem("tariffTooLarge");
    default:
      return named(message) ?? problem("tariffRule", message);
  }
}
