// One question to a service of others over HTTP: bounded in time and size, every failure of one kind.
import { AttemptFailure, type FailedOutcome } from "./attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";

/** What a service answered. */
export interface Answer {
  status: number;
  text: string;
}

/** How an answer begins. */
export interface AnswerHead {
  status: number;
  headers: Headers;
}

/**
 * What is asked. A GET changes nothing, so that a lost answer may be asked for again; what is posted carries an id by
 * which its receiver knows it again.
 */
export interface Question<Read> {
  url: string;
  /** Sent with a POST; a GET without it. */
  body?: string;
  headers?: Readonly<Record<string, string>>;
  /** Milliseconds until it is given up, all tries and the wait for its turn included. */
  timeoutMs: number;
  /** More bytes are no answer to our question. */
  maxBytes: number;
  /** The caller's own wish to stop; its reason is thrown as it is. */
  signal?: AbortSignal | undefined;
  /** Hears how every answer begins, also one that is a failure. */
  onHead?: (head: AnswerHead) => void;
  /** Reads an answer below 500; what it throws as GatewayError is a failure of the service. */
  read: (answer: Answer) => Read;
}

/** Asks a service of others; undefined when it was left alone. Throws GatewayError when it failed. */
export type AskOutside = <Read>(question: Question<Read>) => Promise<Read | undefined>;

/** Who is asked. */
export interface Asked {
  /** Its name in errors, and in their words. */
  gateway: string;
  label: string;
  /** Aborts when the time is over. */
  deadline: AbortSignal;
}

/** Who is asked, and over which connections. */
export interface Target extends Asked {
  client: Deno.HttpClient;
}

/** Asks once. Throws AttemptFailure, or the reason of the caller's own signal. */
export async function download<Read>(question: Question<Read>, target: Target): Promise<Read> {
  const { url, body, headers = {}, signal, read, onHead } = question;
  const { deadline, client } = target;
  const both = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    // A redirect would let a taken-over server send us elsewhere.
    const init: RequestInit & Pick<Target, "client"> = {
      ...{ signal: both, redirect: "error", headers, client },
      ...(body === undefined ? {} : { method: "POST", body }),
    };
    const response = await fetch(url, init);
    const { status } = response;
    onHead?.({ status, headers: response.headers });
    await refuseFailure(response, target);
    return read({ status, text: await readBounded(response, question, target) });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AttemptFailure) throw error;
    if (error instanceof GatewayError) throw failure(target, "unreadable", error.message, error);
    throw both.aborted
      ? failure(target, "slow", `${target.label} too slow`, error)
      : failure(target, "unreachable", `${target.label} not reachable`, error);
  }
}

async function refuseFailure(response: Response, target: Target): Promise<void> {
  const { status } = response;
  if (status < 500 && status !== 429) return;
  await response.body?.cancel();
  const outcome = status === 429 ? "busy" : "failing";
  throw failure(target, outcome, `${target.label} status ${status}`);
}

async function readBounded(
  response: Response,
  { maxBytes }: Pick<Question<unknown>, "maxBytes">,
  target: Target,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    // Leaving the loop cancels the body, so the rest is never downloaded.
    if (bytes > maxBytes) {
      throw failure(target, "unreadable", `${target.label} more than ${maxBytes} bytes`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function failure(
  { gateway }: Target,
  outcome: FailedOutcome,
  message: string,
  cause?: unknown,
): AttemptFailure {
  return new AttemptFailure(gateway, outcome, message, cause);
}
