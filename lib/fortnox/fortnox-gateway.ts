// Fortnox as it is asked: fortnox.se/developer. Nothing is asked twice by itself: a token is used once, and a voucher that was
// added twice stands there twice.
import { z } from "zod";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Dependency } from "../resilience/dependency.ts";
import type { Answer } from "../resilience/download.ts";
import type { FortnoxTokens, FortnoxVoucher } from "./fortnox.ts";

/** How long it may take, in milliseconds, well below what one process has a link to itself for. */
const TIMEOUT_MS = 15_000;
const MAX_ANSWER_BYTES = 1_000_000;
/** Vouchers of a day on one page, the most it gives. */
const PAGE = 500;
/** Most pages of a day that are looked through. */
const MAX_PAGES = 40;
/** Longest word of theirs that is kept, in characters. */
const MAX_SAID = 300;

/** Who asks. */
export interface FortnoxAccount {
  clientId: string;
  clientSecret: string;
  /** Where the API, and where tokens are. */
  apiUrl: string;
  signInUrl: string;
  /** Where people come back to, as it is known there. */
  returnUrl: string;
}

/** What became of a question: `ended` where the token is no longer taken. */
export type Told<Value> =
  | { is: "told"; value: Value }
  | { is: "refused"; status: number; said: string }
  | { is: "ended" };

/** The gateway. */
export class FortnoxGateway {
  readonly #account: FortnoxAccount;
  readonly #dependency: Pick<Dependency, "ask">;
  readonly #clock: Clock;

  constructor(
    { account, dependency, clock }: {
      account: FortnoxAccount;
      dependency: Pick<Dependency, "ask">;
      clock: Clock;
    },
  ) {
    this.#account = account;
    this.#dependency = dependency;
    this.#clock = clock;
  }

  /** Where the accountant lets the product in; `state` comes back with them. */
  signInUrl(state: string): string {
    const { clientId, signInUrl, returnUrl } = this.#account;
    const query = new URLSearchParams({
      ...{ client_id: clientId, redirect_uri: returnUrl, scope: "bookkeeping", state },
      ...{ access_type: "offline", response_type: "code" },
    });
    return `${signInUrl}/oauth-v1/auth?${query}`;
  }

  /** Tokens for the code an accountant came back with. */
  exchange(code: string): Promise<Told<FortnoxTokens>> {
    const { returnUrl } = this.#account;
    return this.#tokens({ grant_type: "authorization_code", code, redirect_uri: returnUrl });
  }

  /** The next tokens; those that were used are worth nothing from then on. */
  refresh({ refresh }: FortnoxTokens): Promise<Told<FortnoxTokens>> {
    return this.#tokens({ grant_type: "refresh_token", refresh_token: refresh });
  }

  /** Adds a voucher; the number it has there. */
  add(tokens: FortnoxTokens, voucher: FortnoxVoucher): Promise<Told<number>> {
    const added = z.object({ Voucher: z.object({ VoucherNumber: z.number() }) })
      .transform(({ Voucher }) => Voucher.VoucherNumber);
    return this.#ask(tokens, "/3/vouchers", added, JSON.stringify({ Voucher: voucher }));
  }

  /** The number of a voucher of a series and a day whose text begins so, or null. */
  async find(
    tokens: FortnoxTokens,
    { series, date, reference }: { series: string; date: string; reference: string },
  ): Promise<Told<number | null>> {
    const days = `fromdate=${date}&todate=${date}&limit=${PAGE}`;
    for (let page = 1; page <= MAX_PAGES; page++) {
      const path = `/3/vouchers/sublist/${encodeURIComponent(series)}?${days}&page=${page}`;
      const told = await this.#ask(tokens, path, voucherList);
      if (told.is !== "told") return told;
      const found = told.value.Vouchers.find(({ Description = "" }) =>
        Description.startsWith(reference)
      );
      if (found !== undefined) return { is: "told", value: found.VoucherNumber };
      if (told.value.Vouchers.length < PAGE) return { is: "told", value: null };
    }
    throw failure(`more than ${MAX_PAGES * PAGE} vouchers on ${date}`);
  }

  /** Whether there is a financial year that has a day. */
  async hasYear(tokens: FortnoxTokens, date: string): Promise<Told<boolean>> {
    const told = await this.#ask(tokens, `/3/financialyears?date=${date}`, yearList);
    return told.is === "told" ? { is: "told", value: told.value.FinancialYears.length > 0 } : told;
  }

  /** Whether there is a series of vouchers. */
  async hasSeries(tokens: FortnoxTokens, series: string): Promise<Told<boolean>> {
    const path = `/3/voucherseries/${encodeURIComponent(series)}`;
    const told = await this.#ask(tokens, path, z.unknown());
    if (told.is === "told") return { is: "told", value: true };
    return told.is === "refused" && told.status === 404 ? { is: "told", value: false } : told;
  }

  async #tokens(form: Readonly<Record<string, string>>): Promise<Told<FortnoxTokens>> {
    const { clientId, clientSecret, signInUrl } = this.#account;
    const credentials = new TextEncoder().encode(`${clientId}:${clientSecret}`).toBase64();
    const read = tokenAnswer.transform(({ access_token, refresh_token, expires_in }) => ({
      access: access_token,
      refresh: refresh_token,
      accessUntil: this.#clock.now().add({ seconds: expires_in }).toString(),
    }));
    return await this.#question(read, {
      url: `${signInUrl}/oauth-v1/token`,
      body: new URLSearchParams(form).toString(),
      headers: {
        authorization: `Basic ${credentials}`,
        "content-type": "application/x-www-form-urlencoded",
      },
    });
  }

  #ask<Value>(
    { access }: FortnoxTokens,
    path: string,
    schema: z.ZodType<Value>,
    body?: string,
  ): Promise<Told<Value>> {
    return this.#question(schema, {
      url: this.#account.apiUrl + path,
      headers: {
        ...{ authorization: `Bearer ${access}`, accept: "application/json" },
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  async #question<Value>(
    schema: z.ZodType<Value>,
    asked: { url: string; headers: Record<string, string>; body?: string },
  ): Promise<Told<Value>> {
    const told = await this.#dependency.ask({
      ...{ ...asked, timeoutMs: TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES },
      read: (answer) => readAnswer(answer, schema),
    });
    if (told === undefined) throw failure("is left alone");
    return told;
  }
}

const voucherList = z.object({
  Vouchers: z.array(z.object({ VoucherNumber: z.number(), Description: z.string().optional() })),
});

const yearList = z.object({ FinancialYears: z.array(z.unknown()) });

const tokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});

/** An error of the API, or of OAuth. */
const errorAnswer = z.union([
  z.object({ ErrorInformation: z.object({ message: z.string() }) })
    .transform(({ ErrorInformation }) => ErrorInformation.message),
  z.object({ error: z.string(), error_description: z.string().optional() })
    .transform(({ error, error_description }) => error_description ?? error),
]);

function readAnswer<Value>({ status, text }: Answer, schema: z.ZodType<Value>): Told<Value> {
  if (status === 401) return { is: "ended" };
  const json = jsonOf(text);
  if (status > 299) {
    const { data = "" } = errorAnswer.safeParse(json);
    return { is: "refused", status, said: data.slice(0, MAX_SAID) };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw failure("answered what cannot be read");
  return { is: "told", value: parsed.data };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GatewayError("fortnox", "Fortnox answer is no JSON", false, { cause });
  }
}

function failure(words: string): GatewayError {
  return new GatewayError("fortnox", `Fortnox ${words}`, true);
}
