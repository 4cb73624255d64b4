// The Stripe library over connections of ours: bounded in time and size, tried again and left alone as every service of
// others is, and every failure a GatewayError.
import Stripe from "stripe";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { AnswerHead } from "../resilience/download.ts";

/** How long it may take, in milliseconds, all tries included: a job has a minute, a person waits. */
const TIMEOUT_MS = 15_000;
/** The largest answer is a list of a hundred charges. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** Most keys one write is tried with when the provider keeps answering from its memory of a failure. */
const MAX_KEYS = 4;

/** How Stripe is reached. */
export interface StripeAccount {
  secretKey: string;
  /** `https://api.stripe.com`. */
  apiUrl: string;
}

/** Stripe remembers a failure under its key and says it again for a day; then only another key can succeed. */
class RememberedFailure extends GatewayError {
  constructor(status: number) {
    super("stripe", `Stripe status ${status}, from its memory`, true);
  }
}

/** The library, asking through `dependency`. */
export function stripeClient(
  { secretKey, apiUrl }: StripeAccount,
  dependency: Pick<Dependency, "ask">,
): Stripe {
  const { protocol, hostname, port } = new URL(apiUrl);
  const isPlain = protocol === "http:";
  return new Stripe(secretKey, {
    ...{ host: hostname, protocol: isPlain ? "http" : "https" },
    port: port === "" ? (isPlain ? 80 : 443) : Number(port),
    httpClient: Stripe.createFetchHttpClient(askingBy(dependency)),
    // Our own tries know what others of this process have seen of it.
    maxNetworkRetries: 0,
    timeout: 2 * TIMEOUT_MS,
    telemetry: false,
  });
}

/** Asks, and says every failure in our words. */
export async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw inOurWords(error);
  }
}

/** Asks for a write under a key of its own; a key under which a failure is remembered gives way to the next. */
export async function writing<Answer>(
  key: string,
  write: (options: { idempotencyKey: string }) => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 1;; tries++) {
    try {
      return await asking(() => write({ idempotencyKey: tries === 1 ? key : `${key}/${tries}` }));
    } catch (error) {
      if (!(error instanceof RememberedFailure) || tries === MAX_KEYS) throw error;
    }
  }
}

/** Asks as `fetch` does. */
type Ask = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

function askingBy({ ask }: Pick<Dependency, "ask">): Ask {
  return async (input, init) => {
    let head: AnswerHead = { status: 0, headers: new Headers() };
    const body = typeof init?.body === "string" && init.method !== "GET" ? { body: init.body } : {};
    try {
      const text = await ask({
        ...{ url: String(input), ...body, timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES },
        headers: Object.fromEntries(new Headers(init?.headers)),
        onHead: (answered) => head = answered,
        read: ({ text }) => wholeJson(text),
      });
      if (text === undefined) throw new GatewayError("stripe", "Stripe is left alone", true);
      return new Response(text, head);
    } catch (error) {
      const { "idempotent-replayed": replayed } = Object.fromEntries(head.headers);
      const isRemembered = replayed === "true";
      throw isRemembered && head.status >= 500 ? new RememberedFailure(head.status) : error;
    }
  };
}

/** An answer that is cut off or somebody else's page is a failure of the service. */
function wholeJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (cause) {
    throw new GatewayError("stripe", "Stripe's answer is no JSON", true, { cause });
  }
}

function inOurWords(error: unknown): unknown {
  if (error instanceof GatewayError || !(error instanceof Stripe.errors.StripeError)) return error;
  // What could not be asked at all comes wrapped.
  if (error.detail instanceof GatewayError) return error.detail;
  const { type, code = "", statusCode = 0 } = error;
  const isBusy = statusCode === 409 || statusCode === 429 || statusCode === 0;
  return new GatewayError("stripe", `Stripe ${statusCode} ${type} ${code}`.trim(), isBusy, {
    cause: error,
  });
}
