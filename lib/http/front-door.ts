// Around the app: when there is too much to do some are turned away here, before anything is done for
// them; requests are made fit for any router; whatever comes back carries the headers that every answer
// has, in as few bytes as its client takes.
import { App } from "fresh";
import type { LoadShedder } from "../resilience/load-shedder.ts";
import type { RushReport } from "../resilience/rush-report.ts";
import { compressed } from "./compressed.ts";
import type { State } from "./define.ts";
import type { PayingOrigins } from "./content-policy.ts";
import { secured } from "./middleware/security-headers.ts";
import { purposeOf } from "./purpose.ts";
import { TurnedAway } from "./turned-away.ts";

/** Methods that routers know; asking for another one is no fault of the server's. */
const METHODS: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

/** Answers that have no body by what they are. */
const NO_LENGTH: ReadonlySet<number> = new Set([204, 205, 304]);

/** A known method that no resource of the product has: answered like every other wrong method. */
const WRONG_METHOD = "PATCH";

/** What a door stands on. */
export interface FrontDoorDeps {
  /** True when people reach the product over https. */
  secure: boolean;
  shedder: LoadShedder;
  rush: Pick<RushReport, "reference">;
  /** Null where nobody takes cards for us: then no page is open to anybody. */
  paymentProvider: { page: PayingOrigins } | null;
}

/** The one page that works with the provider of payments. */
const PAYMENT_PAGE = /^\/bookings\/[^/]+\/pay$/;

/** An app for everybody. */
export class FrontDoor extends App<State> {
  readonly #deps: FrontDoorDeps;
  readonly #turnedAway: TurnedAway;

  constructor(deps: FrontDoorDeps) {
    super();
    this.#deps = deps;
    this.#turnedAway = new TurnedAway(deps.secure);
  }

  /** The handler of the app, behind the door. Middlewares do not see every answer; this does. */
  override handler(): ReturnType<App<State>["handler"]> {
    const answer = super.handler();
    const { shedder, rush, secure } = this.#deps;
    return async (request, info) => {
      const purpose = purposeOf(request);
      if (!shedder.enter(purpose)) {
        const refusal = this.#turnedAway.answer(request, rush.reference);
        return request.method === "HEAD" ? bodiless(request, new Response(null, refusal)) : refusal;
      }
      try {
        const response = await compressed(request, await answer(routable(request), info));
        // Last: whoever makes a new answer of one copies the headers it has.
        return secured(bodiless(request, response), secure, this.#payingOf(request));
      } finally {
        shedder.leave(purpose);
      }
    };
  }

  #payingOf(request: Request): PayingOrigins | null {
    const provider = this.#deps.paymentProvider;
    if (provider === null) return null;
    return PAYMENT_PAGE.test(new URL(request.url).pathname) ? provider.page : null;
  }
}

/**
 * The answer to HEAD says nothing of a length: without a body the server would say 0, which GET
 * does not have. Leaving it out is what RFC 9110, section 9.3.2, allows.
 */
function bodiless(request: Request, response: Response): Response {
  if (request.method !== "HEAD" || response.body !== null || response.status < 200) return response;
  if (NO_LENGTH.has(response.status)) return response;
  const nothing = new ReadableStream({ start: (controller) => controller.close() });
  return new Response(nothing, response);
}

/**
 * `request` as a router can take it: routers may fail, rather than refuse, at methods they have
 * never heard of and at addresses whose percent escapes are no UTF-8. Such an address is asked for
 * literally, with its percent signs escaped, and so leads where every unknown address does.
 */
export function routable(request: Request): Request {
  const method = METHODS.has(request.method.toUpperCase()) ? request.method : WRONG_METHOD;
  const url = parsable(wellEscaped(request.url));
  if (method === request.method && url === request.url) return request;
  const { headers, body, signal } = request;
  return new Request(url, { method, headers, body, signal });
}

/** A host that no address can have becomes one that nobody has, which is refused further in. */
function parsable(url: string): string {
  return URL.canParse(url) ? url : url.replace(/^(\w+:\/\/)[^/?#]*/, "$1unknown.invalid");
}

function wellEscaped(url: string): string {
  if (!url.includes("%")) return url;
  const [path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(url)?.slice(1) ?? [];
  try {
    decodeURI(path);
    return url;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path.replaceAll("%", "%25") + rest;
  }
}
