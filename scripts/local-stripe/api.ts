// The requests the local Stripe answers, each with what it does. What is not in this table is refused, as Stripe refuses.
import type { Books } from "./books.ts";
import { isCardNumber } from "./cards.ts";
import { type FormFields, listOf, namedOf, textOf, textsOf } from "./form-body.ts";
import {
  addCard,
  cancelIntent,
  captureIntent,
  confirmIntent,
  createIntent,
  intentNow,
} from "./intents.ts";
import { createRefund } from "./money-back.ts";
import { type Intent, invalid } from "./objects.ts";
import { cancelSetup, confirmSetup, createSession, createSetup, expireSession } from "./setups.ts";

/** One kind of request: `GET /v1/charges/:id`. */
interface ApiRoute {
  method: string;
  path: RegExp;
  /** What pages may ask with the publishable key. */
  isPublic?: true;
  answer(books: Books, fields: FormFields, id: string): unknown;
}

/** Answers a request to the API. Throws StripeRefusal. */
export function answerApi(
  books: Books,
  { method, path, fields, isSecret }: {
    method: string;
    path: string;
    fields: FormFields;
    isSecret: boolean;
  },
): unknown {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match === null) continue;
    if (!isSecret && route.isPublic === undefined) {
      throw invalid("secret_key_required", "This needs a secret key", 401);
    }
    const id = match[1] ?? "";
    if (!isSecret) assertOwnSecret(books, id, fields);
    return expanded(books, route.answer(books, fields, id), fields);
  }
  throw invalid("url_invalid", `Unrecognized request URL (${method}: ${path})`, 404);
}

const ROUTES: readonly ApiRoute[] = [
  post("customers", (books, fields) => {
    const customer = {
      id: books.id("cus"),
      object: "customer",
      metadata: textsOf(fields, "metadata"),
    };
    books.customers.set(customer.id, customer);
    return customer;
  }),
  { ...act("customers", "payment_methods", cardsOf), method: "GET" },
  act("payment_methods", "detach", detachCard),
  { ...post("payment_methods", makeMethod), isPublic: true },
  post("payment_intents", createIntent),
  list("payment_intents", ({ intents }) => intents.values()),
  { ...get("payment_intents", (books, _, id) => intentNow(books, id)), isPublic: true },
  {
    ...act(
      "payment_intents",
      "confirm",
      (books, fields, id) => confirmIntent(books, intentNow(books, id), fields),
    ),
    isPublic: true,
  },
  act(
    "payment_intents",
    "capture",
    (books, fields, id) => captureIntent(books, intentNow(books, id), fields),
  ),
  act(
    "payment_intents",
    "cancel",
    (books, _, id) => cancelIntent(books, intentNow(books, id)),
  ),
  post("setup_intents", createSetup),
  { ...get("setup_intents", (books, _, id) => books.get(books.setups, id)), isPublic: true },
  {
    ...act(
      "setup_intents",
      "confirm",
      (books, fields, id) => confirmSetup(books, books.get(books.setups, id), fields),
    ),
    isPublic: true,
  },
  act("setup_intents", "cancel", (books, _, id) => cancelSetup(books, books.get(books.setups, id))),
  post("checkout/sessions", createSession),
  get("checkout/sessions", (books, _, id) => books.get(books.sessions, id)),
  act(
    "checkout/sessions",
    "expire",
    (books, _, id) => expireSession(books, books.get(books.sessions, id)),
  ),
  post("refunds", createRefund),
  list("setup_intents", ({ setups }) => setups.values()),
  list("checkout/sessions", ({ sessions }) => sessions.values()),
  list("refunds", ({ refunds }) => refunds.values()),
  list("disputes", ({ disputes }) => disputes.values()),
  list("charges", ({ charges }) => charges.values()),
  get("charges", (books, _, id) => books.get(books.charges, id)),
  list("balance_transactions", ({ movements }) => movements.values()),
  list("events", ({ events }) => events.values()),
];

function post(name: string, answer: ApiRoute["answer"]): ApiRoute {
  return { method: "POST", path: new RegExp(`^/v1/${name}$`), answer };
}

function get(name: string, answer: ApiRoute["answer"]): ApiRoute {
  return { method: "GET", path: new RegExp(`^/v1/${name}/([\\w]+)$`), answer };
}

function act(name: string, verb: string, answer: ApiRoute["answer"]): ApiRoute {
  return { method: "POST", path: new RegExp(`^/v1/${name}/([\\w]+)/${verb}$`), answer };
}

/** Newest first, a page at a time. */
function list(
  name: string,
  rows: (books: Books) => Iterable<{ id: string; created: number }>,
): ApiRoute {
  const answer = (books: Books, fields: FormFields) => {
    const created = namedOf(fields, "created");
    const from = Number(textOf(created, "gte") ?? 0);
    const until = Number(textOf(created, "lt") ?? Infinity);
    const found = [...rows(books)].reverse().filter((row) =>
      row.created >= from && row.created < until &&
      ["payment_intent", "customer", "status"].every((field) => {
        const wanted = textOf(fields, field);
        return wanted === undefined || Reflect.get(row, field) === wanted;
      })
    );
    const after = textOf(fields, "starting_after");
    const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
    const limit = Number(textOf(fields, "limit") ?? 10);
    const data = found.slice(start, start + limit);
    return { object: "list", url: `/v1/${name}`, data, has_more: found.length > start + limit };
  };
  return { method: "GET", path: new RegExp(`^/v1/${name}$`), answer };
}

function cardsOf({ methods }: Books, _: FormFields, id: string): unknown {
  const data = [...methods.values()].filter(({ customer }) => customer === id);
  return { object: "list", url: `/v1/customers/${id}/payment_methods`, data, has_more: false };
}

function detachCard(books: Books, _: FormFields, id: string): unknown {
  return Object.assign(books.get(books.methods, id), { customer: null });
}

function makeMethod(books: Books, fields: FormFields): unknown {
  const number = (textOf(namedOf(fields, "card"), "number") ?? "").replaceAll(/[\s-]/g, "");
  if (!isCardNumber(number)) {
    throw invalid("incorrect_number", "Your card number is incorrect.", 402);
  }
  return addCard(books, number);
}

/** A page shows that it was handed the intent. */
function assertOwnSecret(books: Books, id: string, fields: FormFields): void {
  const intent = books.intents.get(id) ?? books.setups.get(id);
  if (intent !== undefined && textOf(fields, "client_secret") !== intent.client_secret) {
    throw invalid("resource_missing", `No such object: '${id}'`, 404);
  }
}

/** The charge of an intent, where it is asked for with it. */
function expanded(books: Books, answer: unknown, fields: FormFields): unknown {
  const wanted = listOf(fields, "expand");
  if (wanted.includes("data.source")) return withSources(books, answer);
  if (!wanted.includes("latest_charge") || !isIntent(answer)) return answer;
  return { ...answer, latest_charge: books.charges.get(answer.latest_charge ?? "") ?? null };
}

/** The rows of a list with what they are of, where it is of money that went back. */
function withSources({ refunds, disputes, movements }: Books, answer: unknown): unknown {
  const rows = typeof answer === "object" && answer !== null ? Reflect.get(answer, "data") : null;
  if (!Array.isArray(rows)) return answer;
  const data = rows.flatMap(({ id }) => movements.get(id) ?? []).map((row) => ({
    ...row,
    source: refunds.get(row.source ?? "") ?? disputes.get(row.source ?? "") ?? row.source,
  }));
  return Object.assign({}, answer, { data });
}

function isIntent(answer: unknown): answer is Intent {
  return typeof answer === "object" && answer !== null &&
    Reflect.get(answer, "object") === "payment_intent";
}
