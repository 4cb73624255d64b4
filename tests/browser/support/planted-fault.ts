// Faults put into the bytes of an island's script on its way to the browser, and what the page reports of them.
import type { Page } from "npm:playwright-core@1.65.1";
import { paths } from "../../../lib/kernel/paths.ts";
import { aVisitor, type Stage, type Visitor } from "./stage.ts";

/** A browser whose scripts come from the network, where a fault is put into them. */
export function aPlantedVisitor(stage: Stage): Promise<Visitor> {
  return aVisitor(stage, { serviceWorkers: "block" });
}

/** Puts `code` at the end of the island's script; `$1` in it is the island's component, which the page gets as `Planted`. */
export async function plant(page: Page, island: string, code: string): Promise<void> {
  await page.route(new RegExp(`/${island}-[A-Z0-9]{8}\\.js`), async (route) => {
    const response = await route.fetch();
    const script = (await response.text()).replace(
      /export\{(\w+) as default\};?/,
      `${code}\nexport{Planted as default};`,
    );
    await route.fulfill({ response, body: script });
  });
}

/** A report as it was sent, and the server's answer. */
export interface Reported {
  body: string;
  reference: string;
  text: string;
}

/** Longest wait for a report, in ms: what leads to it is done meanwhile, each step with a wait of its own. */
const REPORTED_MS = 180_000;

/** The next report of the page. */
export async function reported(page: Page): Promise<Reported> {
  const response = await page.waitForResponse(
    (one) => new URL(one.url()).pathname === paths.api.faults(),
    { timeout: REPORTED_MS },
  );
  return { body: response.request().postData() ?? "", ...await response.json() };
}
