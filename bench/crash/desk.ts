// One caller's connection to a server that may die at any moment: who is told nothing waits for the next life of the
// server and asks for the same again.
import assert from "node:assert/strict";
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { moment, type ProductionServer, until } from "../../tests/support/production-server.ts";
import { formsOf, type ShownForm } from "../../tests/support/shown-forms.ts";
import type { Asked, Entry, Journal } from "./journal.ts";

/** The lives of the server, one after another. */
export class Lives {
  #alive = Promise.withResolvers<void>();
  isOver = false;
  /** Requests that are not answered yet. */
  underWay = 0;

  /** Resolves while a server takes requests, and at the end of all. */
  get serving(): Promise<void> {
    return this.#alive.promise;
  }

  begin(): void {
    this.#alive.resolve();
  }

  end(): void {
    this.#alive = Promise.withResolvers();
  }

  finish(): void {
    this.isOver = true;
    this.#alive.resolve();
  }
}

/** An answer that was read to its end. */
export interface Told {
  status: number;
  headers: Headers;
  body: string;
}

/** What a request says; the same every time it is sent. */
export interface Wish {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A caller, signed in or not. */
export class Desk {
  constructor(
    readonly server: Pick<ProductionServer, "ask" | "origin">,
    readonly lives: Lives,
    readonly journal: Journal,
    readonly operator: { cookie: string; formToken: string } | null = null,
  ) {}

  /** Asks until it is told something; null at the end of all. */
  async ask(wish: Wish): Promise<Told | null> {
    for (;;) {
      await this.lives.serving;
      if (this.lives.isOver) return null;
      const told = await this.#once(wish);
      if (told !== null && !isBusy(told)) return told;
      if (told !== null) await moment();
    }
  }

  /** Asks for a change until it is told whether it happened, and writes down what it is told. */
  async change(
    { entry, asked, word, wish, accepts }: {
      entry: Entry;
      asked: Asked;
      word: string;
      wish: Wish;
      /** What the answer says of the entry. */
      accepts?: (told: Told) => void;
    },
  ): Promise<Told | null> {
    const doubt = this.journal.ask(entry, asked, word);
    const told = await this.ask(wish);
    if (told === null) return null;
    const isDone = told.status < 400;
    this.journal.settle(entry, doubt, isDone);
    if (isDone) accepts?.(told);
    return isDone ? told : null;
  }

  /** JSON of a customer, or of an operator with the token; `key` names the wish. */
  json(path: string, body: unknown, key = ""): Wish {
    return {
      path,
      method: "POST",
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        ...(key === "" ? {} : { "idempotency-key": key }),
        ...(this.operator === null ? {} : { [FORM_TOKEN_HEADER]: this.operator.formToken }),
      },
    };
  }

  /** The form of a page as it is filled in; `values` over what stands in it. */
  form(form: ShownForm, values: Record<string, string>): Wish {
    const fields = { ...Object.fromEntries(form.fields), ...values };
    return {
      path: form.action,
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    };
  }

  /** The form with a field, of a page that is opened; null at the end of all. */
  async formWith(field: string, wish: Wish): Promise<ShownForm | null> {
    const told = await this.ask(wish);
    if (told === null) return null;
    const form = formsOf(told.body, this.server.origin + wish.path)
      .find(({ fields }) => fields.some(([name]) => name === field));
    assert(form, `${wish.path} has no form with ${field}: ${told.status}`);
    return form;
  }

  async #once({ path, ...init }: Wish): Promise<Told | null> {
    this.lives.underWay++;
    const own = { origin: this.server.origin, "sec-fetch-site": "same-origin" };
    const cookie = this.operator === null ? {} : { cookie: this.operator.cookie };
    try {
      const answer = await this.server.ask(path, {
        ...init,
        headers: { ...init.headers, ...own, ...cookie },
      });
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    } catch {
      // The server is gone: whether it heard this, nobody knows.
      return null;
    } finally {
      this.lives.underWay--;
    }
  }
}

/** How often a sign-in is tried, a second apart. */
const MOST_SIGN_INS = 20;

/** Signs an operator in with the link that the server writes beside its database, some time after it takes bookings. */
export async function signedIn(
  server: Pick<ProductionServer, "ask" | "origin" | "database" | "said">,
): Promise<{ cookie: string; formToken: string }> {
  const file = server.database.replace(/[^/]*$/, "operator-link");
  await until(() => server.said().includes(`operators is in ${file}`), () => `${file} was written`);
  const [, path = ""] = /https?:\/\/[^/]+(\/\S+)/.exec(await Deno.readTextFile(file)) ?? [];
  const own = { origin: server.origin, "sec-fetch-site": "same-origin" };
  const body = new URLSearchParams({ name: "Kim Ek", email: "kim@avanti.example" });
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", headers: { ...own, ...type }, body: String(body) };
  const answer = await answered(server, path, init);
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await (await server.ask("/admin/new", { headers: { cookie } })).text();
  const fields = formsOf(page, `${server.origin}/admin/new`).flatMap((form) => form.fields);
  const formToken = fields.find(([name]) => name === FORM_TOKEN_FIELD)?.[1] ?? "";
  assert(formToken !== "", "nobody was signed in");
  return { cookie, formToken };
}

/** Whoever is told to come back does: a machine that has just started something else has no time yet. */
async function answered(
  server: Pick<ProductionServer, "ask">,
  path: string,
  init: RequestInit,
): Promise<Response> {
  for (let tries = 1;; tries++) {
    const answer = await server.ask(path, init);
    await answer.body?.cancel();
    if (answer.status !== 503 || tries === MOST_SIGN_INS) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function isBusy({ status, body }: Told): boolean {
  return status === 503 && body.includes("overloaded");
}
