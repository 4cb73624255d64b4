// What one method of one address of the API takes and answers, in the terms its document needs.
import { z } from "zod";

/** What an answer holds. */
export interface Answer {
  /** In a few words. */
  says: string;
  type?: "application/json" | "application/problem+json" | "text/event-stream";
  schema?: z.ZodType;
}

/** One method of one route. */
export interface Operation {
  method: "get" | "post";
  /** The router's pattern, as in `/api/quotes/:quoteId`. */
  path: string;
  summary: string;
  body?: z.ZodType;
  /** The same of a form. */
  form?: z.ZodType;
  /** Parameters of the query, with what they are for. */
  query?: Readonly<Record<string, string>>;
  /** Headers that are read; a required one is refused with 400 when it is missing. */
  headers?: readonly { name: string; says: string; isRequired: boolean }[];
  /** By status; refusals are problem documents and are described once for all. */
  answers: Readonly<Record<number, Answer>>;
}

/** A JSON object with at least these members. */
export function json(says: string, members: Readonly<Record<string, z.ZodType>> = {}): Answer {
  return { says, type: "application/json", schema: z.looseObject(members) };
}

/** The key by which a wish that is sent again is known. */
export function idempotencyKey(isRequired: boolean): NonNullable<Operation["headers"]> {
  const says = "A key of your own for this wish, the same whenever you send it again.";
  return [{ name: "Idempotency-Key", says, isRequired }];
}
