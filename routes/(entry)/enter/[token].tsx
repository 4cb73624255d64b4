import { page } from "fresh";
import type { EntryLink } from "../../../lib/accounts/entry-link.ts";
import { homeOf } from "../../../lib/accounts/person-home.ts";
import { lookAtLink, type LookedAtLink } from "../../../lib/accounts/one-time-link.ts";
import { leadingRole } from "../../../lib/accounts/person-rules.ts";
import { checkKeeper } from "../../../lib/accounts/server-keeper.ts";
import { sessionCookie } from "../../../lib/accounts/session-cookie.ts";
import { signInByLink } from "../../../lib/accounts/sign-in-by-link.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { DomainError } from "../../../lib/errors/domain-error.ts";
import type { FieldError } from "../../../lib/forms/field-error.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { originOf } from "../../../lib/http/session-origin.ts";
import { type EnterData, EnterPage } from "../../../lib/ui/operator/frame/EnterPage.tsx";

export const handler = define.handlers({
  /** Looking at a link does not use it: mail scanners and prefetching browsers look too. */
  async GET(ctx) {
    const found = await lookAtLink(ctx.state.services, ctx.params.token ?? "");
    const data = await enterData(ctx.state.services, found);
    return page(data, { status: data.state === "usable" ? 200 : 410 });
  },
  async POST(ctx) {
    const { services, signedIn, log } = ctx.state;
    const token = ctx.params.token ?? "";
    const found = await lookAtLink(services, token);
    const asksWho = found.state === "usable" && namesNobody(found.link);
    const fields = asksWho ? await readForm(ctx.req) : new Map<string, string>();
    const values = { name: fields.get("name") ?? "", email: fields.get("email") ?? "" };
    const checked = asksWho ? checkKeeper(values, ctx.state.locale) : null;
    if (checked !== null && !checked.ok) return refused(values, checked.errors);
    try {
      const answer = await signInByLink({ ...services, log }, {
        token,
        formerSessionId: signedIn?.session.id ?? null,
        origin: originOf(ctx.req.headers, ctx.info?.remoteAddr, services.config),
        keeper: checked?.value ?? null,
      });
      if (!answer.ok) return page<EnterData>({ state: answer.reason }, { status: 410 });
      const { secret, session } = answer.begun;
      const response = ctx.redirect(homeOf(answer.begun), 303);
      const cookie = sessionCookie(secret, session, secureCookies(services.config));
      response.headers.append("set-cookie", cookie);
      return response;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "address-taken") throw error;
      return asksWho
        ? refused(values, [{ field: "email", code: "addressTaken" }])
        : page<EnterData>({ state: "used" }, { status: 410 });
    }
  },
});

export default define.page<typeof handler>(({ data, state, url }) => (
  <EnterPage locale={state.locale} url={url} data={data} />
));

/** True for a link that asks who comes in. */
function namesNobody({ personId, invited }: EntryLink): boolean {
  return personId === null && invited === null;
}

async function enterData(services: Services, found: LookedAtLink): Promise<EnterData> {
  if (found.state !== "usable") return { state: found.state };
  const { personId, invited } = found.link;
  if (invited !== null) {
    return {
      state: "usable",
      for: { kind: "invited", name: invited.name, role: leadingRole(invited) },
    };
  }
  if (personId === null) return asking({ name: "", email: "" }, []);
  const stored = await services.people.get(personId);
  if (stored === null) return { state: "unknown" };
  const { person } = stored;
  return { state: "usable", for: { kind: "person", name: person.name, role: leadingRole(person) } };
}

function asking(values: { name: string; email: string }, errors: readonly FieldError[]): EnterData {
  return { state: "usable", for: { kind: "keeper", values, errors } };
}

function refused(values: { name: string; email: string }, errors: readonly FieldError[]) {
  return page(asking(values, errors), { status: 422 });
}
