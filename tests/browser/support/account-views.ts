// Signing in, a person's own security, and the staff, as pages.
import type { Page } from "npm:playwright-core@1.65.1";
import { PLAIN_COOKIE } from "../../../lib/accounts/session-cookie.ts";
import { textsFor } from "../../../lib/i18n/texts.ts";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { paths } from "../../../lib/kernel/paths.ts";
import { complianceViews } from "./compliance-views.ts";
import type { ViewData } from "./view-data.ts";

type SignIn = (page: Page, data: ViewData, locale: Locale) => Promise<void>;

/** Pages that anybody may open. */
export const SIGN_IN_VIEWS = [
  {
    ...{ name: "signing in", route: "(account)/sign-in/index.tsx", status: 200 },
    open: async (page: Page) => void await page.goto(paths.signIn()),
  },
  {
    ...{ name: "signing in without a word", route: "(account)/sign-in/index.tsx", status: 422 },
    async open(page: Page, _data: ViewData, locale: Locale) {
      await page.goto(paths.signIn());
      const form = page.locator(`main form[action="${paths.signIn()}"]`);
      await form.evaluate((form: HTMLFormElement) => form.submit());
      await page.getByText(textsFor(locale).fieldErrors.passwordMissing).first().waitFor();
    },
  },
  {
    ...{ name: "the code of a sign-in", route: "(account)/sign-in/code.tsx", status: 200 },
    async open(page: Page) {
      await page.goto(paths.signIn());
      const halfway = { name: HALFWAY_COOKIE, value: "x".repeat(43), url: page.url() };
      await page.context().addCookies([halfway]);
      await page.goto(paths.signInCode());
    },
  },
  {
    ...{ name: "asking for a code", route: "(account)/sign-in/send.tsx", status: 200 },
    open: async (page: Page) => void await page.goto(paths.signInSend()),
  },
  {
    ...{ name: "the code that was sent", route: "(account)/sign-in/sent.tsx", status: 200 },
    async open(page: Page, _data: ViewData, locale: Locale) {
      const { joining } = textsFor(locale);
      await page.goto(paths.signInSend());
      // Each view asks at a number of its own: one number gets a few codes an hour.
      const number = `070-174 06 ${String(asked++).padStart(2, "0")}`;
      await page.getByLabel(joining.reach).fill(number);
      await page.getByRole("button", { name: joining.sendCode }).click();
      await page.waitForURL(`**${paths.signInSent()}`);
      await page.getByLabel(joining.code).waitFor();
    },
  },
  {
    ...{ name: "asking for an account", route: "(account)/register.tsx", status: 200 },
    open: async (page: Page) => void await page.goto(paths.register()),
  },
  {
    ...{ name: "the way back", route: "(account)/sign-in/recover/index.tsx", status: 200 },
    open: async (page: Page) => void await page.goto(paths.signInRecover()),
  },
  {
    name: "the way back by a link that is none",
    ...{ route: "(account)/sign-in/recover/[token].tsx", status: 410 },
    open: async (page: Page) => void await page.goto(paths.signInRecovery("x".repeat(43))),
  },
];

/** How many numbers were asked at; telephone numbers made for stories end so (PTS, 070-1740605 to 699). */
let asked = 5;

/** Of a sign-in between its factors, on plain http. */
const HALFWAY_COOKIE = PLAIN_COOKIE.replace("session", "halfway");

/** Pages of who is signed in; `signIn` is the way in that all views of operators share. */
export function accountViews(signIn: SignIn) {
  const entered = (
    name: string,
    route: string,
    open: (page: Page, locale: Locale, data: ViewData) => Promise<unknown>,
  ) => ({
    ...{ name, route, status: 200 },
    async open(page: Page, data: ViewData, locale: Locale) {
      await signIn(page, data, locale);
      await open(page, locale, data);
    },
  });
  return [
    ...complianceViews(signIn),
    entered(
      "own security",
      "(account)/account/security/index.tsx",
      (page) => page.goto(paths.security({ done: "password" })),
    ),
    entered(
      "a new authenticator app",
      "(account)/account/security/[act].tsx",
      async (page, locale) => {
        await page.goto(paths.security());
        await page.getByRole("button", { name: textsFor(locale).account.appBegin }).click();
        await page.locator(".qr").waitFor();
      },
    ),
    entered(
      "confirming who it is",
      "(account)/sign-in/confirm.tsx",
      (page) => page.goto(paths.signInConfirm()),
    ),
    entered(
      "messages",
      "admin/messages/index.tsx",
      (page) => page.goto(paths.adminMessages({ show: "sent" })),
    ),
    entered(
      "one message",
      "admin/messages/[id].tsx",
      (page, _locale, { own }) => page.goto(paths.adminMessage(own.messageId)),
    ),
    entered(
      "messages as examples",
      "admin/message-templates/index.tsx",
      (page) => page.goto(paths.adminMessageTemplates()),
    ),
    entered("the outbox", "outbox/index.tsx", (page) => page.goto(paths.outbox())),
    entered("own places", "(account)/account/places.tsx", (page) => page.goto(paths.ownPlaces())),
    entered(
      "own data",
      "(account)/account/privacy/index.tsx",
      (page) => page.goto(paths.privacyCentre({ done: "asked" })),
    ),
    entered("own rides", "(account)/account/rides.tsx", (page) => page.goto(paths.rides())),
    entered("the staff", "admin/staff/index.tsx", (page) => page.goto(paths.adminStaff())),
    entered(
      "data requests",
      "admin/data-requests/index.tsx",
      (page) => page.goto(paths.adminDataRequests()),
    ),
    entered(
      "one data request",
      "admin/data-requests/[id].tsx",
      (page, _locale, { own }) => page.goto(paths.adminDataRequest(own.dataRequestId)),
    ),
    entered("the books", "admin/bookkeeping/index.tsx", (page) => page.goto(paths.adminBooks())),
    entered(
      "a day of the books",
      "admin/bookkeeping/day.tsx",
      (page) => page.goto(paths.adminBookDay({ entity: "house", date: "2026-11-23" })),
    ),
    entered(
      "the books at Fortnox",
      "admin/bookkeeping/fortnox.tsx",
      (page) => page.goto(paths.adminFortnox({ entity: "house" })),
    ),
    entered(
      "back from Fortnox",
      "(entry)/fortnox-return.tsx",
      (page) => page.goto(`${paths.fortnoxReturn()}?code=1&state=a.house`),
    ),
    entered("money", "admin/money/index.tsx", (page) => page.goto(paths.adminMoney())),
    entered(
      "the money of a booking",
      "admin/money/[bookingId].tsx",
      (page, _locale, { own }) => page.goto(paths.adminBookingMoney(own.paidBookingId)),
    ),
    entered(
      "unpaid invoices",
      "admin/bookkeeping/invoices.tsx",
      (page) => page.goto(paths.adminInvoices()),
    ),
    entered(
      "the comparison with the provider",
      "admin/reconciliation/index.tsx",
      (page) => page.goto(paths.adminReconciliation()),
    ),
    entered(
      "a compared day",
      "admin/reconciliation/[date]/index.tsx",
      (page, _locale, { own }) => page.goto(paths.adminReconciledDay(own.difference.date)),
    ),
    entered(
      "a difference",
      "admin/differences/[id].tsx",
      (page, _locale, { own }) => page.goto(paths.adminDifference(own.difference.id)),
    ),
    entered("retention", "admin/retention/index.tsx", (page) => page.goto(paths.adminRetention())),
    entered(
      "protected identities",
      "admin/protected/index.tsx",
      (page) => page.goto(paths.adminProtected({ booking: "K4Q7RM" })),
    ),
    entered(
      "one protected booking",
      "admin/protected/[bookingId].tsx",
      (page, _locale, { bookingId }) => page.goto(paths.adminProtectedBooking(bookingId)),
    ),
    {
      name: "the register of drivers in full",
      ...{ route: "admin/driver-register/index.tsx", status: 200 },
      async open(page: Page, data: ViewData, locale: Locale) {
        await signIn(page, { ...data, newLink: data.officerLink }, locale);
        await page.goto(paths.adminDriverRegister());
      },
    },
    entered("webhooks", "admin/webhooks/index.tsx", (page) => page.goto(paths.adminWebhooks())),
    entered("one receiver of webhooks", "admin/webhooks/[id].tsx", async (page, locale) => {
      const words = textsFor(locale).webhooks;
      await page.goto(paths.adminWebhooks());
      const known = page.locator("main .listing a").first();
      if (await known.count() > 0) {
        await known.click();
        return await page.waitForURL(`**${paths.adminWebhooks()}/*`);
      }
      await page.getByLabel(words.url).fill("https://hooks.shop.se/avanti");
      await page.getByRole("button", { name: words.save, exact: true }).click();
      await page.getByRole("status").getByRole("link").click();
      await page.waitForURL(`**${paths.adminWebhooks()}/*`);
    }),
    entered("one of the staff", "admin/staff/[personId].tsx", async (page) => {
      await page.goto(paths.adminStaff());
      await page.locator("main .listing a").last().click();
      await page.waitForURL(`**${paths.adminStaff()}/*`);
    }),
  ];
}
