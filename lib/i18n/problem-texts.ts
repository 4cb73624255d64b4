// The shape of what the API says: a sentence for every code and for no other.
import type { ErrorCode } from "../errors/error-code.ts";

/** Texts by code. `{name}` is the place of a fact of the answer, such as a limit. */
export type ProblemTexts = Readonly<Record<ErrorCode, string>>;
