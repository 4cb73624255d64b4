// Which service text messages are handed to, who they come from, and what they may cost.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";
import type { ElksAccount } from "./elks-gateway.ts";
import { readPrices, type SmsPrice } from "./price-rules.ts";

/** Most a day may be set to cost, in kronor. */
const MAX_DAY_KRONOR = 1_000_000;

const service = z.string().transform((text, context): ElksAccount => {
  const url = URL.parse(text);
  const { protocol = "", username = "", password = "", search = "", hash = "" } = url ?? {};
  const isWhole = /^https?:$/.test(protocol) && username !== "" && password !== "";
  if (url !== null && isWhole && search === "" && hash === "") {
    const user = decodeURIComponent(username);
    return { url: url.origin + url.pathname, user, password: decodeURIComponent(password) };
  }
  context.addIssue({
    code: "custom",
    message: "not an address as https://user:password@host/path",
  });
  return z.NEVER;
});

const prices = z.string().transform((text, context): readonly SmsPrice[] => {
  const read = readPrices(text);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "not prices as +46=0.52/500" });
  return z.NEVER;
});

/** Settings of this room. */
export const smsSettings = {
  sms: setting<ElksAccount | undefined>({
    variable: "AVANTI_SMS",
    schema: service,
    absent: undefined,
    readme: {
      default: "none",
      means:
        "the service text messages are handed to, as 46elks has it: `https://user:password@api.46elks.com/a1/sms`",
    },
  }),
  smsFrom: setting<string>({
    variable: "AVANTI_SMS_FROM",
    schema: z.string().regex(
      /^([A-Za-z][A-Za-z0-9]{1,10}|\+[1-9]\d{6,14})$/,
      "neither a name of up to 11 letters and digits nor a number as +46701234567",
    ),
    absent: "Avanti",
    readme: {
      default: "`Avanti`",
      means: "who they come from: up to 11 letters and digits, or a number",
    },
  }),
  smsPrices: setting<readonly SmsPrice[]>({
    variable: "AVANTI_SMS_PRICES",
    schema: prices,
    absent: [{ prefix: "+46", partOre: 60, dayOre: 50_000 }],
    readme: {
      default: "`+46=0.60/500`",
      means:
        "kronor a part and kronor a day for numbers that begin so, with commas between; others get none",
    },
  }),
  smsDayOre: setting<number>({
    variable: "AVANTI_SMS_DAY",
    schema: z.string().regex(/^\d{1,7}$/, "not whole kronor").transform(Number)
      .pipe(z.int().max(MAX_DAY_KRONOR, "more than anybody means")).transform((kronor) =>
        kronor * 100
      ),
    absent: 100_000,
    readme: { default: "`1000`", means: "kronor all text messages of a day may cost" },
  }),
} as const;

/** The values this room reads of them, and of others. */
export interface SmsConfig {
  origin: string;
  sms: ElksAccount | undefined;
  smsFrom: string;
  smsPrices: readonly SmsPrice[];
  smsDayOre: number;
}
