// The link of an entity to Fortnox, for who keeps its books.
import type { OperatorSession } from "../accounts/session.ts";
import { RequestError } from "../errors/request-error.ts";
import {
  connectFortnox,
  type FortnoxFault,
  startSending,
  tryAgain,
} from "../fortnox/connect-fortnox.ts";
import type { FortnoxLink } from "../fortnox/fortnox.ts";
import type { FortnoxGateway } from "../fortnox/fortnox-gateway.ts";
import type { LinkStore } from "../fortnox/link-store.ts";
import { waitingVouchers } from "../fortnox/send-vouchers.ts";
import type { AskedBooks, BooksPageDeps } from "./books-page.ts";
import { type Framed, framed } from "./framed.ts";

/** Most vouchers that are counted as waiting; the page says "more" from there on. */
export const MAX_COUNTED = 1_000;

/** What the page needs. */
export interface FortnoxPageDeps extends BooksPageDeps {
  fortnox: FortnoxGateway | null;
  fortnoxLinks: LinkStore;
}

/** It on the page; never its tokens. */
export interface FortnoxView extends Framed, AskedBooks {
  /** False where the product is not known at Fortnox. */
  isOffered: boolean;
  link: Omit<FortnoxLink, "tokens"> | null;
  /** Vouchers of closed days that are not there yet, MAX_COUNTED at most. */
  waiting: number;
  mayConnect: boolean;
  fault: FortnoxFault | null;
}

/** Reads it. */
export async function loadFortnox(
  deps: FortnoxPageDeps,
  operator: OperatorSession,
  { fault = null, ...asked }: AskedBooks & { fault?: FortnoxFault | null },
): Promise<FortnoxView> {
  const held = await deps.fortnoxLinks.get(asked.entity.id);
  let waiting = 0;
  if (held !== null) {
    for await (const _ of waitingVouchers(deps.ledger, asked.entity.id, held.link)) {
      if (++waiting >= MAX_COUNTED) break;
    }
  }
  return {
    ...{ ...await framed(deps, operator), ...asked, fault, waiting },
    isOffered: deps.fortnox !== null,
    link: held === null ? null : withoutTokens(held.link),
    mayConnect: operator.rights.includes("close-books"),
  };
}

/** Where an entity's accountant lets the product in. Throws RequestError("not-found") where it is not known there. */
export async function fortnoxSignIn(
  deps: FortnoxPageDeps,
  operator: OperatorSession,
  { entity }: AskedBooks,
): Promise<string> {
  if (deps.fortnox === null) throw new RequestError("not-found", {});
  // What comes back is of this session and of nobody else's: it is the token of the form that takes it.
  return deps.fortnox.signInUrl(`${(await framed(deps, operator)).formToken} ${entity.id}`);
}

/** The form's token and the entity that come back from Fortnox; "" for what does not. */
export function returned(state: string): { formToken: string; entity: string } {
  const [formToken = "", entity = ""] = state.split(" ");
  return { formToken, entity };
}

/** Does what a form of the page says. Why it cannot be, or null. */
export async function answerFortnox(
  deps: FortnoxPageDeps,
  { entity: { id: entityId } }: AskedBooks,
  fields: ReadonlyMap<string, string>,
): Promise<FortnoxFault | null> {
  const { fortnox } = deps;
  if (fortnox === null) throw new RequestError("not-found", {});
  const word = (name: string) => (fields.get(name) ?? "").trim();
  switch (word("act")) {
    case "connect":
      return await connectFortnox({ ...deps, fortnox }, { entityId, code: word("code") });
    case "start": {
      const [from, series] = [word("from"), word("series").toUpperCase()];
      return await startSending(deps, entityId, { from, series });
    }
    case "retry":
      return await tryAgain(deps, entityId);
    default:
      throw new RequestError("not-found", {});
  }
}

function withoutTokens({ tokens: _tokens, ...link }: FortnoxLink): Omit<FortnoxLink, "tokens"> {
  return link;
}
