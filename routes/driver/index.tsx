// A driver's own jobs of today.
import { page } from "fresh";
import { driverOf } from "../../lib/accounts/driver-account.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { driverDay } from "../../lib/dispatch/driver-day.ts";
import { define } from "../../lib/http/define.ts";
import { signedInOf } from "../../lib/http/person-form.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { DriverPage } from "../../lib/ui/driver/DriverPage.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const { services } = ctx.state;
    const { person, session } = signedInOf(ctx.state);
    const id = await driverOf(services, person.id);
    const today = localDate(services.clock.now());
    const [day, formToken] = await Promise.all([
      id === null ? null : driverDay(services, id, today),
      makeFormToken(session, services.randomBytes),
    ]);
    return page({ day, formToken });
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <DriverPage locale={state.locale} data={data} />
));
