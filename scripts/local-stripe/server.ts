// A Stripe on this machine, for the demo and for tests: its API, its script, its pages and its events, on an origin of its own.
import { answerApi } from "./api.ts";
import { Books } from "./books.ts";
import { type Fault, Faults } from "./faults.ts";
import { type FormFields, readForm } from "./form-body.ts";
import { type Answered, IdempotencyKeys } from "./idempotency.ts";
import { StripeRefusal } from "./objects.ts";
import { answerPage } from "./own-pages.ts";
import { deliverEvent, type WebhookEndpoint } from "./webhooks.ts";

/** Largest request it reads; nobody sends it more. */
const MAX_BODY_BYTES = 65_536;

/** How one is started. */
export interface LocalStripeOptions {
  /** 0 for any that is free. */
  port?: number;
  now?: () => number;
  /** Who is told of events; nobody unless given. */
  webhook?: WebhookEndpoint;
}

/** The keys of every local Stripe: it guards nothing. */
export const LOCAL_KEYS = {
  secretKey: "sk_test_localstripe",
  publishableKey: "pk_test_localstripe",
  webhookSecret: "whsec_localstripe",
};

/** One that runs. */
export interface LocalStripe extends AsyncDisposable {
  url: string;
  books: Books;
  faults: Faults;
  keys: IdempotencyKeys;
  /** Requests so far: `POST /v1/refunds`. */
  requests: string[];
}

/** Starts one on this machine. */
export function startLocalStripe(
  { port = 0, now = Date.now, webhook }: LocalStripeOptions = {},
): LocalStripe {
  const stopping = new AbortController();
  let url = "";
  const books = new Books({ now, url: () => url });
  const state: Running = { books, faults: new Faults(), keys: new IdempotencyKeys(), requests: [] };
  const hung = new Set<() => void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    (request) => answer(state, request, hung),
  );
  url = `http://127.0.0.1:${server.addr.port}`;
  if (webhook !== undefined) {
    books.listen((event) => void deliverEvent(event, webhook, { now, signal: stopping.signal }));
  }
  return {
    ...{ ...state, url },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      for (const release of hung) release();
      await server.shutdown();
    },
  };
}

type Running = Pick<LocalStripe, "books" | "faults" | "keys" | "requests">;

async function answer(running: Running, request: Request, hung: Set<() => void>) {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/v1/")) return await answerPage(running.books, request);
  if (request.method === "OPTIONS") return new Response(null, { headers: CORS });
  const name = `${request.method} ${pathname}`;
  running.requests.push(name);
  const fault = running.faults.next(name);
  const early = await meetBefore(fault, hung);
  if (early !== null) return early;
  const answered = await answerCall(running, request);
  return await meetAfter(fault, hung) ?? toResponse(answered);
}

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "authorization, content-type, idempotency-key",
};

async function answerCall({ books, keys }: Running, request: Request): Promise<Answered> {
  const { pathname: path, search } = new URL(request.url);
  const body = request.method === "POST" ? await request.text() : search.slice(1);
  if (body.length > MAX_BODY_BYTES) return { status: 413, body: {} };
  const key = request.headers.get("idempotency-key");
  const { method } = request;
  const token = /^Bearer (.+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const isSecret = token === LOCAL_KEYS.secretKey;
  if (!isSecret && token !== LOCAL_KEYS.publishableKey) {
    return refused(new StripeRefusal(401, { type: "invalid_request_error", message: "No key" }));
  }
  const call = (fields: FormFields) => answerApi(books, { method, path, fields, isSecret });
  try {
    return await keys.once(method === "POST" ? key : null, `${path} ${body}`, () => {
      return Promise.resolve(answeredBy(() => call(readForm(body))));
    });
  } catch (error) {
    if (error instanceof StripeRefusal) return refused(error);
    throw error;
  }
}

/** What a refusal has begun is kept under its key, as everything else; what was never begun is not. */
function answeredBy(call: () => unknown): Answered {
  try {
    return { status: 200, body: call() };
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    if (error.body.type !== "card_error") throw error;
    return refused(error);
  }
}

function refused({ status, body: error }: StripeRefusal): Answered {
  return { status, body: { error } };
}

function toResponse({ status, body, isReplayed = false }: Answered): Response {
  const headers = { ...CORS, ...(isReplayed ? { "idempotent-replayed": "true" } : {}) };
  return Response.json(body, { status, headers });
}

async function meetBefore(fault: Fault | null, hung: Set<() => void>): Promise<Response | null> {
  switch (fault?.kind) {
    case "status":
      return failure(fault.status);
    case "hang":
      return fault.hasEffect ? null : await hang(hung);
    case "delay":
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return null;
    default:
      return null;
  }
}

async function meetAfter(fault: Fault | null, hung: Set<() => void>): Promise<Response | null> {
  switch (fault?.kind) {
    case "status-after":
      return failure(fault.status);
    case "hang":
      return await hang(hung);
    case "lost":
      return broken();
    default:
      return null;
  }
}

function failure(status: number): Response {
  const error = { type: "api_error", message: "Something went wrong on Stripe's end." };
  return Response.json({ error }, { status });
}

/** The answer breaks off in its midst. */
function broken(): Response {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error("lost")) });
  return new Response(body);
}

async function hang(hung: Set<() => void>): Promise<Response> {
  await new Promise<void>((resolve) => hung.add(resolve));
  return failure(503);
}
