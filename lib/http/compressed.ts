// Answers in fewer bytes: pages, JSON and tables in brotli or gzip when the client takes them.
// What compression may reveal (BREACH) is kept out of reach elsewhere: the token of a form differs on
// every page, see form-token.ts, and no other site's request carries an operator's cookie.
import { readHeader } from "../forms/header-inputs.ts";
import { type Coding, preferredCoding } from "./accept-encoding.ts";
import { encodeWhole, StreamEncoder, type WholeKind } from "./body-encoder.ts";
import { addVary } from "./vary.ts";

/** Smaller bodies are left alone: with their headers they fit one packet either way. */
export const MIN_BYTES = 1_400;
/** A body that is there at once is encoded at once up to this size; what is larger goes piece by piece. */
const MAX_WHOLE_BYTES = 256 * 1024;

/** Types that become smaller. Event streams are not among them: their events go out one by one. */
const COMPRESSIBLE =
  /^(?:text\/(?:html|plain|csv|calendar|css|javascript|xml)|application\/(?:[\w.-]+\+)?(?:json|xml)|image\/svg\+xml)\s*(?:;|$)/i;

const NO_BODY: ReadonlySet<number> = new Set([204, 205, 206, 304]);

type Bytes = Uint8Array<ArrayBuffer>;
type Reader = ReadableStreamDefaultReader<Bytes>;
type Read = ReadableStreamReadResult<Bytes>;

/**
 * `response` in the coding its request asks for. Left as they are: answers that have chosen their coding
 * (files of the build), parts of a file, `no-transform`, and whatever would not become smaller.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers, status } = response;
  if (!isNegotiable(headers)) return response;
  addVary(headers, "Accept-Encoding");
  if (request.method === "HEAD" || NO_BODY.has(status)) return response;
  const coding = preferredCoding(readHeader(request.headers, "accept-encoding"));
  return coding === null ? response : await encoded(response, coding);
}

function isNegotiable(headers: Headers): boolean {
  return COMPRESSIBLE.test(headers.get("content-type") ?? "") &&
    !headers.has("content-encoding") && !headers.has("content-range") &&
    !/accept-encoding/i.test(headers.get("vary") ?? "") &&
    !/no-transform/i.test(headers.get("cache-control") ?? "");
}

async function encoded(response: Response, coding: Coding): Promise<Response> {
  if (JSON_TYPE.test(response.headers.get("content-type") ?? "")) {
    return inWhole(response, await response.bytes(), coding, "answer");
  }
  const { body } = response;
  if (body === null) return response;
  const reader = body.getReader();
  const { pieces, pending } = await readAtOnce(reader);
  if (pending !== null) {
    const stream = encodedStream(coding, pieces, reader, pending);
    return new Response(stream, inCoding(response, coding));
  }
  return inWhole(response, joined(pieces), coding, "page");
}

/** JSON is made at once: to ask it for its body makes a stream of it, which costs more than to encode it. */
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

function inWhole(response: Response, plain: Bytes, coding: Coding, kind: WholeKind): Response {
  const small = plain.length < MIN_BYTES ? plain : encodeWhole(coding, plain, kind);
  if (small.length >= plain.length) return new Response(plain, response);
  return new Response(small, inCoding(response, coding));
}

/**
 * The bytes are others now: a validator of the plain ones holds weakly, their length and ranges no longer.
 * In place: nobody sends the answer these headers came with.
 */
function inCoding({ status, statusText, headers }: Response, coding: Coding): ResponseInit {
  headers.set("content-encoding", coding);
  headers.delete("content-length");
  headers.delete("accept-ranges");
  const etag = headers.get("etag");
  if (etag?.startsWith('"')) headers.set("etag", `W/${etag}`);
  return { status, statusText, headers };
}

/**
 * What can be read without waiting for anything, up to MAX_WHOLE_BYTES. `pending` is the read that would
 * have to wait, or that may have more; null when the body has ended.
 */
async function readAtOnce(
  reader: Reader,
): Promise<{ pieces: Bytes[]; pending: Promise<Read> | null }> {
  const pieces: Bytes[] = [];
  const turn = Promise.withResolvers<"later">();
  const timer = setTimeout(() => turn.resolve("later"), 0);
  try {
    for (let size = 0;;) {
      const read = reader.read();
      const got = size > MAX_WHOLE_BYTES ? "later" : await Promise.race([read, turn.promise]);
      if (got === "later") return { pieces, pending: read };
      if (got.done) return { pieces, pending: null };
      pieces.push(got.value);
      size += got.value.length;
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Encodes what comes when it comes: a reader sees each piece as soon as it would have seen it plain. */
function encodedStream(
  coding: Coding,
  pieces: Bytes[],
  reader: Reader,
  pending: Promise<Read>,
): ReadableStream<Bytes> {
  const encoder = new StreamEncoder(coding);
  const first = joined(pieces);
  const reads: Promise<Read>[] = [pending];
  if (first.length > 0) reads.unshift(Promise.resolve({ done: false, value: first }));
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await (reads.shift() ?? reader.read());
      controller.enqueue(done ? await encoder.end() : await encoder.push(value));
      if (done) controller.close();
    },
    async cancel(reason) {
      encoder.destroy();
      await reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
}

function joined(pieces: readonly Bytes[]): Bytes {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
