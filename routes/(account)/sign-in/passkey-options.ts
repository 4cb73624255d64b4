// What a browser asks its passkeys: for a page that does so, once and within minutes.
import { askPasskey } from "../../../lib/accounts/passkey-challenge.ts";
import { CHALLENGE_PURPOSES, passkeyPlace } from "../../../lib/accounts/passkey.ts";
import { FORM_TOKEN_HEADER } from "../../../lib/accounts/form-token-names.ts";
import { passkeyCookie } from "../../../lib/accounts/session-cookie.ts";
import { secureCookies } from "../../../lib/assembly/settings.ts";
import { invalidFields } from "../../../lib/errors/request-error.ts";
import { readHeader } from "../../../lib/forms/header-inputs.ts";
import { readForm } from "../../../lib/http/body.ts";
import { define } from "../../../lib/http/define.ts";
import { assertFormToken, signedInOf } from "../../../lib/http/person-form.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { services } = ctx.state;
    const asked = (await readForm(ctx.req)).get("purpose");
    const purpose = CHALLENGE_PURPOSES.find((one) => one === asked);
    if (purpose === undefined) throw invalidFields([{ field: "purpose", code: "not-an-option" }]);
    if (purpose !== "sign-in") {
      await assertFormToken(ctx.state, readHeader(ctx.req.headers, FORM_TOKEN_HEADER));
    }
    const person = purpose === "sign-in" ? null : signedInOf(ctx.state).person;
    const place = passkeyPlace(services.config);
    const { token, options } = await askPasskey(services, { purpose, person, place });
    const cookie = passkeyCookie(token, secureCookies(services.config));
    return Response.json(options, { headers: { "set-cookie": cookie } });
  },
});
