// A passkey in a real browser, with Chromium's virtual authenticator in the place of a phone.
import assert from "node:assert/strict";
import type { CDPSession, Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest, closeAfterTest, launchChromium } from "../support/chromium.ts";
import { aLink } from "../support/operator.ts";
import { serveApp } from "../support/served-app.ts";

const { account, fieldErrors, passkeys } = textsFor("sv");

browserTest(
  "staff add a passkey, sign in with it and nothing else, show again who they are, and remove it",
  async () => {
    const { page, authenticator, origin, services } = await aDevice();
    await page.goto(origin + paths.enter(await aLink(services, "Karin")));
    await page.locator("main form button").click();
    await page.waitForURL(`${origin}${paths.admin()}**`);
    await page.goto(origin + paths.security());
    await page.getByLabel(passkeys.name).fill("Karins telefon");
    await page.getByRole("button", { name: passkeys.add }).click();
    await page.getByText(passkeys.added).waitFor();
    await page.getByText("Karins telefon").first().waitFor();

    await signOut(page, origin);
    await page.goto(origin + paths.signIn());
    await page.getByRole("button", { name: passkeys.signIn }).click();
    await page.waitForURL(`${origin}${paths.admin()}**`);

    await page.goto(origin + paths.signInConfirm({ next: paths.security() }));
    await page.getByRole("button", { name: passkeys.confirm }).click();
    await page.waitForURL(`${origin}${paths.security()}`);

    await signOut(page, origin);
    await authenticator.send("WebAuthn.setUserVerified", {
      ...{ authenticatorId: authenticator.id, isUserVerified: false },
    });
    await page.goto(origin + paths.signIn());
    await page.getByRole("button", { name: passkeys.signIn }).click();
    await page.getByText(passkeys.failed).waitFor();
    assert.equal(new URL(page.url()).pathname, paths.signIn());
  },
);

browserTest(
  "an answer that was changed on its way is refused in words, and the page offers every other way",
  async () => {
    const { page, origin, services } = await aDevice();
    await page.goto(origin + paths.enter(await aLink(services, "Karin")));
    await page.locator("main form button").click();
    await page.goto(origin + paths.security());
    await page.getByRole("button", { name: passkeys.add }).click();
    await page.getByText(passkeys.added).waitFor();
    await signOut(page, origin);
    await page.addInitScript(() => {
      const json = Response.prototype.json;
      Response.prototype.json = async function () {
        return { ...await json.call(this), challenge: "A".repeat(43) };
      };
    });
    await page.goto(origin + paths.signIn());
    await page.getByRole("button", { name: passkeys.signIn }).click();
    await page.getByText(fieldErrors.passkeyRefused).first().waitFor();
    await page.getByLabel(account.password).waitFor();
  },
);

/** A browser with a phone of its own, at the address the product is known by: passkeys count nowhere else. */
async function aDevice() {
  const app = await serveApp();
  closeAfterTest(() => app[Symbol.asyncDispose]());
  const { origin } = app.services.config;
  const { host } = new URL(origin);
  const rule = `MAP ${host} ${new URL(app.origin).host}`;
  const browser = await launchChromium([`--host-resolver-rules=${rule}`]);
  closeAfterTest(() => browser.close());
  const page = await (await browser.newContext({ locale: "sv-SE" })).newPage();
  const authenticator = await virtualAuthenticator(page);
  return { page, authenticator, origin, services: app.services };
}

async function virtualAuthenticator(page: Page): Promise<CDPSession & { id: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return Object.assign(session, { id: authenticatorId });
}

async function signOut(page: Page, origin: string): Promise<void> {
  await page.goto(origin + paths.security());
  await page.locator(`form[action="${paths.signOut()}"] button`).click();
  await page.getByText(account.signedOutTitle).first().waitFor();
}
