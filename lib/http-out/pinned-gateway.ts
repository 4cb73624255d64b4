// One question to an address that was looked at: over a connection to that very address, and to no other.
//
// `fetch` looks names up again by itself, so that what was checked and what is called may differ (DNS rebinding). Deno
// 2.9 has no way to give it an address: a client of `transport: "tcp"` goes where it is told, but leaves encryption out
// (seen here), and an address in the URL would be the name that is asked for and certified. `node:https` takes both:
// `host` is the address, `servername` the name of SNI that the certificate must have, the header the name of the page.
import type { IncomingMessage, RequestOptions } from "node:http";
import { request as requestPlain } from "node:http";
import { request as requestEncrypted } from "node:https";
import { GatewayError } from "../errors/gateway-error.ts";
import { AttemptFailure, type FailedOutcome } from "../resilience/attempt-failure.ts";
import type { Answer, AnswerHead, Asked } from "../resilience/download.ts";

/** What is sent to an address that others have named. */
export interface OutsideQuestion<Read> {
  url: string;
  body: string | Uint8Array;
  headers: Readonly<Record<string, string>>;
  /** More bytes are no answer to our question. */
  maxBytes: number;
  /** Reads an answer below 500 that asks for no peace; what it throws as GatewayError is a failure of the service. */
  read: (answer: Answer & AnswerHead) => Read;
}

/** Which address is called, and whose certificates count beside the machine's. */
export interface Pin {
  address: string;
  extraCertificates: readonly string[];
}

/** The connection did not come about: nothing was sent, and another address of the same name may be tried. */
export class NotConnected extends AttemptFailure {}

/** Posts once. Redirects are answers like others: nothing here follows them. Throws AttemptFailure. */
export async function postPinned<Read>(
  question: OutsideQuestion<Read>,
  asked: Asked,
  pin: Pin,
): Promise<Read> {
  let isConnected = false;
  try {
    const response = await send(question, pin, asked.deadline, () => isConnected = true);
    const head = headOf(response);
    if (head.status >= 500 || head.status === 429) {
      response.destroy();
      const outcome = head.status === 429 ? "busy" : "failing";
      throw failure(asked, outcome, `${asked.label} status ${head.status}`);
    }
    return question.read({ ...head, text: await readBounded(response, question, asked) });
  } catch (error) {
    if (error instanceof AttemptFailure) throw error;
    if (error instanceof GatewayError) throw failure(asked, "unreadable", error.message, error);
    if (asked.deadline.aborted) throw failure(asked, "slow", `${asked.label} too slow`, error);
    const said = `${asked.label} not reachable`;
    if (isConnected) throw failure(asked, "unreachable", said, error);
    throw new NotConnected(asked.gateway, "unreachable", said, error);
  }
}

function send(
  { url: text, body, headers }: OutsideQuestion<unknown>,
  { address, extraCertificates }: Pin,
  signal: AbortSignal,
  onConnected: () => void,
): Promise<IncomingMessage> {
  const url = new URL(text);
  const isEncrypted = url.protocol === "https:";
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const options: RequestOptions & { servername?: string; ca?: string[] } = {
    method: "POST",
    host: address,
    port: url.port === "" ? (isEncrypted ? 443 : 80) : Number(url.port),
    path: url.pathname + url.search,
    // None is kept: the next question looks the name up anew.
    agent: false,
    signal,
    headers: {
      ...headers,
      host: url.host,
      "content-length": String(bytes.length),
      "accept-encoding": "identity",
    },
    ...(isEncrypted ? { servername: nameOf(url) } : {}),
    ...(extraCertificates.length === 0 ? {} : { ca: [...extraCertificates] }),
  };
  return new Promise((resolve, reject) => {
    const request = (isEncrypted ? requestEncrypted : requestPlain)(options, resolve);
    request.on("socket", (socket) => {
      socket.once(isEncrypted ? "secureConnect" : "connect", onConnected);
    });
    request.on("error", reject);
    request.end(bytes);
  });
}

/** The name the certificate must be for; an address has none to send, and its certificate must name the address. */
function nameOf({ hostname }: URL): string {
  return /^\[|^[\d.]+$/.test(hostname) ? "" : hostname.replace(/\.$/, "");
}

function headOf({ statusCode = 0, headers }: IncomingMessage): AnswerHead {
  const known = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) known.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return { status: statusCode, headers: known };
}

async function readBounded(
  response: IncomingMessage,
  { maxBytes }: Pick<OutsideQuestion<unknown>, "maxBytes">,
  asked: Asked,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = response;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    // Leaving the loop ends the connection, so the rest is never downloaded.
    if (bytes > maxBytes) {
      throw failure(asked, "unreadable", `${asked.label} more than ${maxBytes} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function failure(
  { gateway }: Asked,
  outcome: FailedOutcome,
  message: string,
  cause?: unknown,
): AttemptFailure {
  return new AttemptFailure(gateway, outcome, message, cause);
}
