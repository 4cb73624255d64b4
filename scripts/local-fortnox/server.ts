// Fortnox as it answers us, on this machine and from memory: letting in, tokens that are used once, vouchers with numbers of its
// own, a pace, and faults on demand. For the demo and for tests; fortnox.se/developer says what it is like.

/** With what the product is known here. */
export const LOCAL_CLIENT = { clientId: "local-avanti", clientSecret: "local-secret" } as const;

/** Most questions of one company in five seconds. */
const PACE = { most: 25, windowMs: 5_000 };
const TOKEN_SECONDS = 3_600;

/** What may go wrong with a question, once each. */
export type LocalFault = "429" | "500" | "hang" | "lost-answer" | "revoked";

/** A voucher that was taken. */
export interface TakenVoucher {
  VoucherNumber: number;
  VoucherSeries: string;
  Description: string;
  TransactionDate: string;
  VoucherRows: { Account: number; Debit: number; Credit: number }[];
}

/** It runs. */
export interface LocalFortnox extends AsyncDisposable {
  url: string;
  vouchers: TakenVoucher[];
  /** Paths that were asked, in their order. */
  asked: string[];
  /** First and last days of financial years, and the series there are. */
  years: [from: string, until: string][];
  series: Set<string>;
  /** What happens to the next questions whose path begins so. */
  fault: (path: string, fault: LocalFault) => void;
}

/** Starts it on a port of this machine; `now` says the time its pace goes by. */
export function startLocalFortnox(
  { port = 0, now = () => performance.now() }: { port?: number; now?: () => number } = {},
): LocalFortnox {
  const books = new LocalBooks(now);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port, onListen: () => {} },
    (request) => books.answer(request),
  );
  return {
    ...books.state,
    url: `http://127.0.0.1:${server.addr.port}`,
    fault: (path, fault) => void books.faults.push([path, fault]),
    async [Symbol.asyncDispose]() {
      books.end.resolve();
      await server.shutdown();
    },
  };
}

class LocalBooks {
  readonly faults: [path: string, fault: LocalFault][] = [];
  readonly end = Promise.withResolvers<void>();
  readonly state: Pick<LocalFortnox, "vouchers" | "asked" | "years" | "series"> = {
    ...{ vouchers: [], asked: [] },
    years: [["2026-01-01", "2026-12-31"], ["2027-01-01", "2027-12-31"]],
    series: new Set(["A", "T"]),
  };
  readonly #now: () => number;
  readonly #codes = new Set<string>();
  #access = "";
  #refresh = "";
  #times: number[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    this.state.asked.push(url.pathname);
    const at = this.faults.findIndex(([path]) => url.pathname.startsWith(path));
    const fault = at < 0 ? undefined : this.faults.splice(at, 1)[0]?.[1];
    if (fault === "429" || fault === "500") return new Response(null, { status: Number(fault) });
    if (fault === "revoked") [this.#access, this.#refresh] = ["", ""];
    const answer = await this.#route(request, url);
    if (fault !== "hang" && fault !== "lost-answer") return answer;
    // It was done, and nobody hears of it.
    if (fault === "hang") await this.end.promise;
    return new Response(null, { status: 502 });
  }

  async #route(request: Request, url: URL): Promise<Response> {
    if (url.pathname === "/oauth-v1/auth") return this.#letIn(url);
    if (url.pathname === "/oauth-v1/token") return await this.#tokens(request);
    const bearer = request.headers.get("authorization");
    if (this.#access === "" || bearer !== `Bearer ${this.#access}`) {
      return refusal(401, "Unauthorized");
    }
    const nowMs = this.#now();
    this.#times = this.#times.filter((ms) => ms > nowMs - PACE.windowMs);
    if (this.#times.push(nowMs) > PACE.most) return new Response(null, { status: 429 });
    if (url.pathname === "/3/vouchers") return this.#add(await request.json());
    if (url.pathname.startsWith("/3/vouchers/sublist/")) return this.#list(url);
    if (url.pathname === "/3/financialyears") {
      return Response.json({ FinancialYears: this.#yearsOf(url.searchParams.get("date") ?? "") });
    }
    const [, series = ""] = /^\/3\/voucherseries\/(.+)$/.exec(url.pathname) ?? [];
    return this.state.series.has(decodeURIComponent(series))
      ? Response.json({ VoucherSeries: { Code: series } })
      : refusal(404, "Kan inte hitta verifikationsserien");
  }

  /** A page with one link: whoever follows it has let the product in. */
  #letIn({ searchParams }: URL): Response {
    const code = crypto.randomUUID();
    this.#codes.add(code);
    const back = URL.parse(searchParams.get("redirect_uri") ?? "");
    if (back === null) return refusal(400, "redirect_uri");
    back.searchParams.set("code", code);
    back.searchParams.set("state", searchParams.get("state") ?? "");
    const href = back.href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const html = `<!doctype html><html lang="sv"><title>Lokala Fortnox</title>` +
      `<h1>Lokala Fortnox</h1><p><a href="${href}">Godkänn Avanti</a></p></html>`;
    return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
  }

  async #tokens(request: Request): Promise<Response> {
    const { clientId, clientSecret } = LOCAL_CLIENT;
    const wanted = `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
    if (request.headers.get("authorization") !== wanted) return oauthRefusal("invalid_client");
    const form = new URLSearchParams(await request.text());
    const isCode = form.get("grant_type") === "authorization_code";
    const isGood = isCode
      ? this.#codes.delete(form.get("code") ?? "")
      : this.#refresh !== "" && form.get("refresh_token") === this.#refresh;
    if (!isGood) return oauthRefusal("invalid_grant");
    [this.#access, this.#refresh] = [crypto.randomUUID(), crypto.randomUUID()];
    return Response.json({
      ...{ access_token: this.#access, refresh_token: this.#refresh, scope: "bookkeeping" },
      ...{ expires_in: TOKEN_SECONDS, token_type: "bearer" },
    });
  }

  #add({ Voucher }: { Voucher: Omit<TakenVoucher, "VoucherNumber"> }): Response {
    const { VoucherSeries: series, VoucherRows: rows, TransactionDate: date } = Voucher;
    if (this.#yearsOf(date).length === 0) return refusal(400, "Räkenskapsår saknas");
    if (!this.state.series.has(series)) return refusal(400, "Verifikationsserien finns inte");
    const sum = rows.reduce(
      (all, { Debit, Credit }) => all + Math.round((Debit - Credit) * 100),
      0,
    );
    if (sum !== 0) return refusal(400, "Verifikationen balanserar inte");
    const inSeries = this.state.vouchers.filter(({ VoucherSeries }) => VoucherSeries === series);
    const taken = { ...Voucher, VoucherNumber: inSeries.length + 1 };
    this.state.vouchers.push(taken);
    return Response.json({ Voucher: taken }, { status: 201 });
  }

  #list({ pathname, searchParams }: URL): Response {
    const series = decodeURIComponent(pathname.slice("/3/vouchers/sublist/".length));
    const [from, until] = [searchParams.get("fromdate") ?? "", searchParams.get("todate") ?? ""];
    const found = this.state.vouchers.filter(({ VoucherSeries, TransactionDate: date }) =>
      VoucherSeries === series && from <= date && date <= until
    );
    const [page, limit] = [Number(searchParams.get("page")), Number(searchParams.get("limit"))];
    return Response.json({ Vouchers: found.slice((page - 1) * limit, page * limit) });
  }

  #yearsOf(date: string) {
    return this.state.years.filter(([from, until]) => from <= date && date <= until)
      .map(([FromDate, ToDate], i) => ({ Id: i + 1, FromDate, ToDate }));
  }
}

function refusal(status: number, message: string): Response {
  return Response.json({ ErrorInformation: { error: 1, message, code: 2_000_000 } }, { status });
}

function oauthRefusal(error: string): Response {
  return Response.json({ error, error_description: error }, { status: 400 });
}
