// A fault in an island as its trail tells it: in a real browser, from the click to the incident, and back again.
import assert from "node:assert/strict";
import type { Page } from "npm:playwright-core@1.65.1";
import { textsFor } from "../../lib/i18n/texts.ts";
import { paths } from "../../lib/kernel/paths.ts";
import type { Step } from "../../lib/trail/trail.ts";
import { browserTest } from "../support/chromium.ts";
import { aPlantedVisitor, plant, reported } from "./support/planted-fault.ts";
import { makeStage, untilLive } from "./support/stage.ts";
import { replayTrail } from "./support/trail-replay.ts";
import { airportTrip, askPrice, showPrice, tripField } from "./support/trips.ts";

const stage = makeStage();
const { trip, errors } = textsFor("sv");

/**
 * A fault in the component of the time field: it throws when it renders after another day, later, today again and
 * earlier, on a page come back to. The planted code keeps its own count of what was done.
 */
const FAULT = `
self.done??=[];
addEventListener("change",({target})=>target.name==="day"&&done.push("day"),true);
addEventListener("pointerdown",({target})=>{
  const place=[...document.querySelectorAll(".time-field button")].indexOf(target.closest("button"));
  if(place>=0)done.push(place?"later":"earlier");
},true);
const [arrival]=performance.getEntriesByType("navigation");
function Planted(props){
  const shown=$1(props);
  if(done.join(" ")==="day later day earlier"&&arrival.type==="back_forward"){
    throw new TypeError("Cannot read properties of undefined (reading 'steps')");
  }
  return shown;
}`;

/** What the person did, by the texts they see; nothing of it is told to whoever reproduces it. */
async function doTheSequence(page: Page): Promise<void> {
  const step = (name: "earlier" | "later") =>
    page.locator(".time-field").getByRole("button", {
      name: trip.clock(EXAMPLES)[name],
      exact: true,
    });
  await askPrice(page, "sv", airportTrip());
  await page.goBack();
  await untilLive(page);
  await page.getByRole("radio", { name: trip.tomorrow }).check();
  await step("later").click();
  await page.getByRole("radio", { name: trip.today }).check();
  await step("earlier").click();
}

const EXAMPLES = { digits: "640", clock: "06.40" };

browserTest(
  "a fault that shows after a certain sequence is reproduced from its trail alone",
  async () => {
    const person = await aPlantedVisitor(stage);
    await plant(person.page, "TimeField", FAULT);
    const sent = reported(person.page);
    await doTheSequence(person.page);
    const { reference, text } = await sent;
    assert.equal(text, errors.islandFailed(reference));
    await person.page.getByRole("alert").filter({ hasText: reference }).waitFor();
    assert.ok(await tripField(person.page, "sv", "time").isVisible(), "the field stays");
    await showPrice(person.page, "sv");
    await person.page.waitForURL((url) => url.pathname.startsWith(paths.quotes()));

    const { incidentStore } = stage.app.services;
    const failure = await incidentStore.find(reference);
    assert(failure);
    // As it would be handed to somebody else.
    const steps: Step[] = JSON.parse(JSON.stringify((await incidentStore.trail(reference))?.steps));

    const other = await aPlantedVisitor(stage);
    await plant(other.page, "TimeField", FAULT);
    const again = reported(other.page);
    await replayTrail(other.page, steps);
    const reproduced = await incidentStore.find((await again).reference);
    assert.equal(reproduced?.fingerprint, failure.fingerprint);
    assert.equal((await incidentStore.get(failure.fingerprint))?.count, 2);
  },
);

browserTest(
  "a trail with a step left out reproduces nothing: the steps are what leads there",
  async () => {
    const person = await aPlantedVisitor(stage);
    await plant(person.page, "TimeField", FAULT);
    const sent = reported(person.page);
    await doTheSequence(person.page);
    const { reference } = await sent;
    const trail = await stage.app.services.incidentStore.trail(reference);
    assert(trail);
    const uses = trail.steps.filter(({ kind }) => kind === "use");
    const left = trail.steps.filter((step) =>
      step !== uses.find((one) => one.kind === "use" && one.control === "button")
    );
    assert.equal(left.length, trail.steps.length - 1);

    const other = await aPlantedVisitor(stage);
    await plant(other.page, "TimeField", FAULT);
    const requests: string[] = [];
    other.page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await replayTrail(other.page, left);
    await tripField(other.page, "sv", "time").focus();
    assert(!requests.includes(paths.api.faults()));
  },
);
