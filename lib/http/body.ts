// Reads request bodies with a bound: what is declared is read in one go, the rest is counted as it comes.
import { readHeader } from "../forms/header-inputs.ts";
import { z } from "zod";
import { RequestError } from "../errors/request-error.ts";
import { formFields } from "../forms/form-fields.ts";
import { assertJsonShape } from "./json-shape.ts";
import { assertParameters } from "./parameters.ts";
import { type AnsweredFields, assertNoPersonalNumber } from "./personal-number-guard.ts";

/** Largest body read, in bytes. The largest form with every field full is under 8 KiB. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Most parts a body may come in: a phone sends a form in one or two, and each part costs us more than its bytes. */
const MAX_BODY_PARTS = 512;
/** Longest a body may take, in milliseconds; the largest form takes a phone without coverage two seconds. */
export const BODY_DEADLINE_MS = 15_000;

/**
 * A name and a text of a form, as far as they are the same for all: whoever reads a form has the rest. The longest name is
 * that of a rate in a tariff, the longest text one that is meant to be refused with a sentence.
 */
const FORM_FIELD = z.tuple([z.string().max(100).regex(/^[^\p{Cc}]*$/u), z.string().max(20_000)]);

/**
 * The text of a body. Throws RequestError("too-large"), "body-too-slow" when it takes too long or comes in crumbs, or
 * "body-unreadable" when it is not UTF-8.
 */
export async function readText(
  request: Request,
  deadlineMs: number = BODY_DEADLINE_MS,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<string> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new RequestError("body-too-slow", {})), deadlineMs);
  try {
    const isDeclared = declaredBytes(request.headers) <= maxBytes;
    const text = isDeclared
      ? request.bytes().then((bytes) => decodedWhole(bytes, maxBytes))
      : decodedAsItComes(request, late, maxBytes);
    // What comes after the deadline is nobody's: its failure must not end the process.
    text.catch(() => {});
    return await Promise.race([text, late]);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    // Bad UTF-8 is a TypeError of the decoder; a client that went away mid-body ends here as well.
    throw new RequestError("body-unreadable", {}, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * How many bytes the server hands over at most, Infinity when nobody said. A transfer coding overrides the length
 * beside it (RFC 9112, section 6.3), and may go on for ever.
 */
function declaredBytes(headers: Headers): number {
  const length = readHeader(headers, "content-length");
  return length === null || readHeader(headers, "transfer-encoding") !== null
    ? Infinity
    : Number(length);
}

function decodedWhole(bytes: Uint8Array, maxBytes: number): string {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return utf8().decode(bytes);
}

async function decodedAsItComes(
  request: Request,
  late: Promise<never>,
  maxBytes: number,
): Promise<string> {
  const decoder = utf8();
  let text = "";
  let bytes = 0;
  let parts = 0;
  const reader = (request.body ?? ReadableStream.from<Uint8Array>([])).getReader();
  try {
    // Raced part by part: whoever gives up at the deadline must leave the stream, too.
    for (;;) {
      const { value, done } = await Promise.race([reader.read(), late]);
      if (done) return text + decoder.decode();
      bytes += value.length;
      if (++parts > MAX_BODY_PARTS) throw new RequestError("body-too-slow", {});
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    // The rest is never read. After the end this does nothing; a client that went away is no failure of ours.
    reader.cancel().catch(() => {});
  }
}

function utf8(): TextDecoder {
  return new TextDecoder("utf-8", { fatal: true });
}

/** The refusal of a body over the limit. */
export function tooLarge(maxBytes: number = MAX_BODY_BYTES): RequestError {
  return new RequestError("too-large", { maxKibibytes: maxBytes / 1024 });
}

/** A JSON body of at most `maxBytes`. Throws RequestError, also for one that `assertJsonShape` refuses. */
export async function readJson(
  request: Request,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<unknown> {
  assertType(request, "application/json");
  const text = await readText(request, BODY_DEADLINE_MS, maxBytes);
  assertJsonShape(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RequestError("json-malformed", {}, { cause });
  }
}

/**
 * Form fields by name, each there once. Throws RequestError, also for a personnummer in a field the form does not answer
 * for itself.
 */
export async function readForm(
  request: Request,
  answered: AnsweredFields = [],
): Promise<Map<string, string>> {
  assertType(request, "application/x-www-form-urlencoded");
  const search = new URLSearchParams(await readText(request));
  assertParameters(search);
  const refused = [...search].filter((field) => !FORM_FIELD.safeParse(field).success);
  if (refused.length > 0) throw new RequestError("bad-request", {});
  const fields = formFields(search);
  assertNoPersonalNumber(fields, answered);
  return fields;
}

/** Parameters such as a charset may follow the type. */
function assertType(request: Request, accepts: string): void {
  const [type = ""] = (readHeader(request.headers, "content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== accepts) {
    throw new RequestError("unsupported-media-type", { accepts });
  }
}
