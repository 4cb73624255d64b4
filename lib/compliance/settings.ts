// Who answers for personal data, what was agreed with whoever is handed some, and who is sent the report
// of the month and the checkpoint of the day.
import { z } from "zod";
import { isLocalDate } from "../kernel/local-date.ts";
import { setting } from "../kernel/settings.ts";
import { MAX_RECIPIENTS } from "../mail/mail.ts";
import { mailAddress } from "../mail/settings.ts";
import { MOST_REMINDER_DAYS } from "./paper-reminder-rules.ts";
import { type Agreement, TRANSFER_BASES } from "./processor.ts";

/** Most agreements; a company with more has a system of its own for them. */
const MAX_AGREEMENTS = 50;

/** Most days on which one paper is reminded of. */
const MAX_REMINDERS = 5;

const line = z.string().trim().max(200);

const controller = z.strictObject({
  name: line.min(1),
  /** "" for a sole trader, whose number is a personnummer. */
  organisationNumber: line.default(""),
  address: line.min(1),
  /** Who is asked: the data protection officer, or whoever answers for it. */
  contact: line.default(""),
  email: line.default(""),
  phone: line.default(""),
});

/** The company that answers for what is done with personal data (Art. 4.7). */
export type Controller = z.output<typeof controller>;

const agreement = z.strictObject({
  host: z.string().trim().toLowerCase().regex(/^[a-z0-9.:[\]-]{1,255}$/, "not a host"),
  name: line.min(1),
  country: z.string().regex(/^[A-Z]{2}$/, "not a country of two letters"),
  transfer: z.enum(TRANSFER_BASES),
  contractDate: z.string().refine((date) => date === "" || isLocalDate(date), "not a date")
    .default(""),
});

/** Settings of this room. */
export const complianceSettings = {
  controller: setting<Controller | undefined>({
    variable: "AVANTI_CONTROLLER",
    schema: z.string().transform(parsedJson).pipe(controller),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "who answers for personal data, as JSON: `name`, `organisationNumber`, `address`, `contact`, `email`, `phone`",
    },
  }),
  agreements: setting<readonly Agreement[]>({
    variable: "AVANTI_AGREEMENTS",
    schema: z.string().transform(parsedJson).pipe(
      z.array(agreement).max(MAX_AGREEMENTS),
    ),
    absent: [],
    readme: {
      default: "none",
      means:
        "what was agreed with those who are handed data, as JSON: `host`, `name`, `country`, `transfer`, `contractDate`",
    },
  }),
  reportMail: setting<readonly string[]>({
    variable: "AVANTI_REPORT_MAIL",
    schema: z.string().transform((text) => text.split(","))
      .pipe(z.array(mailAddress).max(MAX_RECIPIENTS, `more than ${MAX_RECIPIENTS} addresses`)),
    absent: [],
    readme: {
      default: "the data protection officers",
      means:
        "who is mailed the report on data protection each month and the audit log's checkpoint each day, with commas between",
    },
  }),
  paperReminderDays: setting<readonly number[]>({
    variable: "AVANTI_PAPER_REMINDERS",
    schema: z.string().transform((text) => text.split(",").map(Number)).pipe(
      z.array(z.int().min(0).max(MOST_REMINDER_DAYS)).max(MAX_REMINDERS),
    ),
    absent: [30, 14, 3],
    readme: {
      default: "`30,14,3`",
      means: "days before a driver's paper runs out on which somebody is mailed, once for each",
    },
  }),
  paperMail: setting<readonly string[]>({
    variable: "AVANTI_PAPER_MAIL",
    schema: z.string().transform((text) => text.split(","))
      .pipe(z.array(mailAddress).max(MAX_RECIPIENTS, `more than ${MAX_RECIPIENTS} addresses`)),
    absent: [],
    readme: {
      default: "the administrators",
      means: "who is mailed when drivers' papers run out, with commas between",
    },
  }),
} as const;

/** The values this room reads of them. */
export interface ComplianceConfig {
  controller: Controller | undefined;
  agreements: readonly Agreement[];
  reportMail: readonly string[];
  paperReminderDays: readonly number[];
  paperMail: readonly string[];
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON has no fields, and the schema says so.
    return null;
  }
}
