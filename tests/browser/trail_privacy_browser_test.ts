// What a page sends when it fails holds nothing of the person, whatever the error says and wherever it happens.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aPlantedVisitor, plant, reported } from "./support/planted-fault.ts";
import { makeStage, openHome, untilLive } from "./support/stage.ts";
import { bookingOf, linkOf } from "./support/ticket.ts";
import {
  airportTrip,
  bookButton,
  MAJA,
  openMore,
  showPrice,
  ticketHeading,
  tripField,
  writeContact,
  writeTrip,
} from "./support/trips.ts";

const stage = makeStage();

/** Throws what is written on the page, its address and all it says, when a key of no meaning is pressed. */
const FAULT = `
addEventListener("keydown",({key})=>{
  if(key!=="F9")return;
  const written=[...document.querySelectorAll("input,textarea,select")].map(({value})=>value);
  throw new TypeError([...written,location.href,document.body.innerText].join(" "));
});
const Planted=$1;`;

/** Has the page fail; the bytes it sends. */
async function failed(page: Page): Promise<string> {
  await untilLive(page);
  const sent = reported(page);
  await page.keyboard.press("F9");
  return (await sent).body;
}

/** Writes down who stores anything in the tab or on the device, by their stacks. */
async function watchStorage(page: Page): Promise<string[]> {
  const stacks: string[] = [];
  await page.exposeFunction("noteStored", (stack: string) => stacks.push(stack));
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      Reflect.get(globalThis, "noteStored")(new Error().stack);
      setItem.call(this, key, value);
    };
  });
  return stacks;
}

browserTest(
  "name, number, addresses, mail and the secret of a ticket are in no report, and nothing is stored",
  async () => {
    const { page } = await aPlantedVisitor(stage);
    for (const island of ["TimeField", "ContactDraft", "LiveTicket"]) {
      await plant(page, island, FAULT);
    }
    const stored = await watchStorage(page);
    const bodies: string[] = [];

    await openHome(page, "sv");
    await writeTrip(page, "sv", airportTrip());
    bodies.push(await failed(page));
    await showPrice(page, "sv");
    await bookButton(page, "sv").waitFor();
    const quoteId = new URL(page.url()).pathname.split("/")[2] ?? "";
    await writeContact(page, "sv");
    await openMore(page, "sv");
    await page.locator("[name=email]").fill("maja@example.org");
    bodies.push(await failed(page));
    await bookButton(page, "sv").click();
    await ticketHeading(page, "sv").waitFor();
    // As one opens the link of a mail.
    await page.goto(paths.booking(linkOf(page)));
    bodies.push(await failed(page));

    const { id, reference } = await bookingOf(stage.app.services, page);
    const secrets = [
      ...[
        ...MAJA.name.split(" "),
        "maja@example.org",
        "example.org",
        "Drottningtorget",
        "Landvetter",
      ],
      ...[MAJA.phone, MAJA.phone.replace(/\D/g, ""), "070-123", "123 45 67"],
      ...[linkOf(page), quoteId, id, reference, "Avboka", stage.app.origin],
    ];
    const routes = bodies.map((body) => JSON.parse(body).steps[0].at(-1).split(" ")[0]);
    assert.deepEqual(routes, ["/", "/quotes/:id", "/bookings/:link"]);
    for (const body of bodies) {
      for (const secret of secrets) {
        assert(!body.toLowerCase().includes(secret.toLowerCase()), `${secret} in ${body}`);
      }
      assert(new TextEncoder().encode(body).length < 8 * 1024);
    }
    assert(stored.length > 0, "the form keeps its draft");
    assert.deepEqual(stored.filter((stack) => stack.includes("session-trail")), []);
  },
);

browserTest("a report waits for the network and is sent when it is back", async () => {
  const { page } = await aPlantedVisitor(stage);
  await plant(page, "TimeField", FAULT);
  await openHome(page, "sv");
  const failedRequest = page.waitForEvent("requestfailed");
  await page.context().setOffline(true);
  await page.keyboard.press("F9");
  await failedRequest;
  const sent = reported(page);
  await page.context().setOffline(false);
  const trail = await stage.app.services.incidentStore.trail((await sent).reference);
  assert.equal(trail?.kind, "page");
});

browserTest("a script that fails before the trail is there is told of all the same", async () => {
  const { page } = await aPlantedVisitor(stage);
  const failed = Promise.withResolvers<void>();
  await page.route(/\/boot-[A-Z0-9]{8}\.js/, async (route) => {
    await route.fulfill({ status: 404 });
    failed.resolve();
  });
  await page.route(/\/session-trail\.js/, async (route) => {
    await failed.promise;
    await route.continue();
  });
  const sent = reported(page);
  await page.goto(`${paths.home()}?lang=sv`);
  const { reference, text } = await sent;
  assert.equal(text, "", "nothing is written where no island failed");
  assert.equal((await stage.app.services.incidentStore.trail(reference))?.kind, "script");
  assert.ok(await tripField(page, "sv", "from").isVisible());
});
