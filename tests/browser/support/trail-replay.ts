// Does again what a stored trail says a person did, in a browser that knows nothing else.
import type { Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../../lib/kernel/paths.ts";
import type { Step } from "../../../lib/trail/trail.ts";
import { openHome, untilLive } from "./stage.ts";
import { airportTrip, askPrice } from "./trips.ts";

type Use = Extract<Step, { kind: "use" }>;

/** Goes where the trail begins, and does its steps in order. */
export async function replayTrail(page: Page, steps: readonly Step[]): Promise<void> {
  const [first] = steps;
  if (first?.kind !== "page") throw new Error("The trail does not say which page it is of");
  await arrive(page, first);
  for (const step of steps) if (step.kind === "use") await use(page, step);
}

/** Comes to the page the way the person did, with a trip of one's own. */
async function arrive(page: Page, { route, how }: Extract<Step, { kind: "page" }>) {
  if (route !== paths.home()) throw new Error(`Nobody has been led to ${route} yet`);
  if (how !== "back_forward") return await openHome(page, "sv");
  // Where the form leads to and one comes back from.
  await askPrice(page, "sv", airportTrip());
  await page.goBack();
  await untilLive(page);
}

/** A change of a choice follows from the click on it; of a field it is what is written there. */
async function use(page: Page, { deed, control, name, nth }: Use): Promise<void> {
  const handle = await page.evaluateHandle(({ control, name, nth }) => {
    const namesOf = (element: Element) => {
      const { role, type, name } = Object.fromEntries(
        ["role", "type", "name"].map((each) => [each, element.getAttribute(each)]),
      );
      return `${role || type || element.localName} ${name ?? ""}`;
    };
    const alike = [
      ...document.querySelectorAll("a,button,input,select,textarea,summary,form,[role]"),
    ]
      .filter((element) => namesOf(element) === `${control} ${name}`);
    return alike[nth] ?? null;
  }, { control, name, nth });
  const element = handle.asElement();
  if (element === null) throw new Error(`No ${control} "${name}" number ${nth} on the page`);
  const isChoice = control === "radio" || control === "checkbox";
  if (deed === "click") await element.click({ force: isChoice });
  else if (deed === "input" && !isChoice) await element.fill("1");
}
