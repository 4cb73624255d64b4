// The order of a request: the door, services, static files, policy, then the routes. Their outermost
// middleware, routes/_middleware.tsx, is the one place where errors become answers.
import { type App, csp, staticFiles } from "fresh";
import { NONCE_PLACE } from "./content-policy.ts";
import type { State } from "./define.ts";
import { FrontDoor } from "./front-door.ts";
import { secureCookies } from "../assembly/settings.ts";
import type { Services } from "../assembly/services.ts";
import { forKnownHosts } from "./middleware/known-hosts.ts";
import { keepAnswers } from "./middleware/keep-answers.ts";
import { limitFiles } from "./middleware/limit-calls.ts";
import { startRequest } from "./middleware/start-request.ts";

/** The app over its services; tests assemble it over memory. */
export function assembleApp(services: Services): App<State> {
  return new FrontDoor({ ...services, secure: secureCookies(services.config) })
    .use(startRequest(services))
    .use(forKnownHosts(services.config, limitFiles(staticFiles())))
    .use(keepAnswers())
    .use(csp({ csp: NONCE_PLACE, useNonce: true }))
    .fsRoutes();
}
