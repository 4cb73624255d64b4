// Text messages of tests, and a service that takes them as 46elks says it does: 46elks.se/docs/send-sms.
import type { Services } from "../../lib/assembly/services.ts";
import { secureRandomBytes, ulid } from "../../lib/kernel/ids.ts";
import { reportToken } from "../../lib/sms/report-token.ts";
import type { Sms } from "../../lib/sms/sms.ts";

/** A message with an id of its own. */
export function anSms(own: Partial<Sms> = {}): Sms {
  const id = ulid(0, secureRandomBytes);
  return { id, to: "+46701740612", text: "Din bil är på väg.", isFlash: false, ...own };
}

/** A message that is on its way; the token its reports come under. */
export async function aReportedSms({ smsStore, reportKey }: Services): Promise<string> {
  const { id } = anSms();
  const price = { prefix: "+46", partOre: 60, dayOre: 60 };
  await smsStore.claim({ id, parts: 1 }, price, 60);
  return await reportToken(reportKey, id);
}

/** A running service. */
export interface ElksServer extends AsyncDisposable {
  /** The setting that names it. */
  setting: string;
  /** Forms it took, oldest first. */
  taken: Record<string, string>[];
  /** From now on requests that are right are answered by this. */
  answer: (form: Record<string, string>, number: number) => Response | Promise<Response>;
}

/** What the documentation names; anything else in a form is a mistake. */
const PARAMETERS = ["from", "to", "message", "flashsms", "whendelivered", "dryrun", "dontlog"];
const USER = "u3a5c";
const PASSWORD = "A/b:ö%";

/** Starts it: it refuses what the documentation does not say, in the documentation's words. */
export function elksServer(): ElksServer {
  const taken: Record<string, string>[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    async (request) => {
      const text = (status: number, words: string) => new Response(words, { status });
      const credentials = new TextEncoder().encode(`${USER}:${PASSWORD}`).toBase64();
      const { pathname } = new URL(request.url);
      if (request.headers.get("authorization") !== `Basic ${credentials}`) {
        return text(401, "API access requires Basic HTTP authentication");
      }
      if (pathname !== "/a1/sms" || request.method !== "POST") return text(404, "Not found");
      if (request.headers.get("content-type") !== "application/x-www-form-urlencoded") {
        return text(400, "Wrong content type");
      }
      const fields = [...new URLSearchParams(await request.text())];
      const form = Object.fromEntries(fields);
      const complaint = complaintAbout(fields, form);
      if (complaint !== null) return text(403, complaint);
      taken.push(form);
      return await elks.answer(form, taken.length);
    },
  );
  const host = `127.0.0.1:${server.addr.port}`;
  const elks: ElksServer = {
    setting: `http://${USER}:${encodeURIComponent(PASSWORD)}@${host}/a1/sms`,
    taken,
    answer: (form, number) => Response.json(createdSms(form, number)),
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
  return elks;
}

/** What the service says of a message it took. */
export function createdSms(form: Record<string, string>, number: number, cost = 5_200) {
  const { from, to, message } = form;
  const id = `s${number.toString(16).padStart(32, "0")}`;
  const known = { status: "created", direction: "outgoing", created: "2026-11-23T05:00:00.000000" };
  return { ...known, from, to, message, id, cost, parts: 1 };
}

function complaintAbout(
  fields: readonly [string, string][],
  form: Record<string, string>,
): string | null {
  const { from = "", to = "", message = "", flashsms = "yes", whendelivered } = form;
  if (fields.length !== Object.keys(form).length) return "A parameter was sent twice";
  const other = Object.keys(form).find((name) => !PARAMETERS.includes(name));
  if (other !== undefined) return `Unknown parameter ${other}`;
  if (!/^([A-Za-z][A-Za-z0-9]{0,10}|\+\d{7,15})$/.test(from)) return "Invalid from";
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return "Invalid to number";
  if (message === "") return "Missing message";
  if (flashsms !== "yes") return "flashsms is yes or left out";
  const isUrl = whendelivered === undefined || URL.canParse(whendelivered);
  return isUrl ? null : "Invalid whendelivered";
}
