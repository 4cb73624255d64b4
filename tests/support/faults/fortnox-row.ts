// Rows of the fault matrix: Fortnox, as it is asked whether a financial year is open.
import { FortnoxGateway } from "../../../lib/fortnox/fortnox-gateway.ts";
import { systemClock } from "../../../lib/kernel/clock.ts";
import { type Row, standIn, web } from "./fault-row.ts";

/** A Fortnox that knows one year. */
export function fortnoxRow(): Row {
  return {
    mayRetry: false,
    ...web(() => Response.json({ FinancialYears: [{ Id: 1 }] })),
    product({ origin, dependencies }) {
      const dependency = dependencies.open({ name: "fortnox", label: "Fortnox", mayRetry: false });
      const account = {
        ...{ clientId: "avanti", clientSecret: "secret", returnUrl: "https://avanti.example/x" },
        ...{ apiUrl: origin, signInUrl: origin },
      };
      const fortnox = new FortnoxGateway({ account, dependency, clock: systemClock });
      const tokens = { access: "a", refresh: "r", accessUntil: "2026-11-23T06:00:00Z" };
      return async (number) =>
        await fortnox.hasYear(tokens, `2026-11-${number}`).then(() => true, standIn) === true;
    },
  };
}
