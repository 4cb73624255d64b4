// What every page is checked for: what axe finds, whether it fits a small window, and that nothing moves unasked.
import assert from "node:assert/strict";
import axe from "npm:axe-core@4.14.1";
import type { BrowserContextOptions, Page, Response } from "npm:playwright-core@1.65.1";
import type { Locale } from "../../../lib/kernel/locale.ts";
import { LOCALE_COOKIE } from "../../../lib/http/middleware/start-request.ts";
import { aVisitor, type Stage, type Visitor } from "./stage.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Rules of those tags whose answer a colour can change. */
const COLOURS = ["color-contrast", "link-in-text-block"];
/** A window of 1280 × 1024 at 400 %, WCAG 2.2 criterion 1.4.10. */
const ZOOMED = { width: 320, height: 256 };

/** Without motion, because a colour on its way to another one is neither. */
export async function aVisitorIn(
  stage: Stage,
  locale: Locale,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await aVisitor(stage, { reducedMotion: "reduce", ...options });
  const cookie = { name: LOCALE_COOKIE, value: locale, url: stage.app.origin };
  await visitor.page.context().addCookies([cookie]);
  return visitor;
}

/** Nothing to scroll to sideways, and nothing that moves although the person asked for none. */
export async function assertFitsZoomed(page: Page): Promise<void> {
  await page.setViewportSize(ZOOMED);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beside <= 0, `${beside} px beside the window`);
  const moving = await page.evaluate(() =>
    document.getAnimations().filter(({ playState }) => playState === "running").length
  );
  assert.equal(moving, 0, "animations");
}

/**
 * What axe finds, as `rule: element`. In the dark scheme of a page that was looked at in the light one rules of colours
 * are asked alone: styles tell schemes apart by `light-dark()`, which is a colour and nothing else.
 */
export async function violations(
  page: Page,
  { coloursAlone = false }: { coloursAlone?: boolean } = {},
): Promise<string[]> {
  if (!await page.evaluate("typeof axe === 'object'")) await page.evaluate(axe.source);
  const found = await axeFaults(page, "document", coloursAlone ? COLOURS : TAGS);
  const faults: string[] = [];
  for (const { rule, target, words } of found) {
    if (rule === "target-size" && !await isStillSmall(page, target)) continue;
    faults.push(words);
  }
  return faults;
}

/** A target half below a bar that stays in view is free once it is scrolled to, so it is asked about again there. */
async function isStillSmall(page: Page, target: string): Promise<boolean> {
  await page.locator(target).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const found = await axeFaults(page, JSON.stringify(target), ["target-size"]);
  return found.length > 0;
}

interface Fault {
  rule: string;
  /** The element as a selector. */
  target: string;
  words: string;
}

async function axeFaults(page: Page, context: string, runOnly: string[]): Promise<Fault[]> {
  const options = { runOnly, resultTypes: ["violations"] };
  const found = await page.evaluate(`axe.run(${context}, ${JSON.stringify(options)})`) as {
    violations: {
      id: string;
      nodes: { html: string; failureSummary: string; target: string[] }[];
    }[];
  };
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary, target }) => ({
      rule: id,
      target: target.join(" "),
      words: `${id}: ${html.slice(0, 200)} ${failureSummary}`,
    }))
  );
}

/** Every answer that became a page, in order. */
export function pageAnswers(page: Page): Response[] {
  const answers: Response[] = [];
  page.on("response", (answer) => {
    if (answer.request().isNavigationRequest()) answers.push(answer);
  });
  return answers;
}

/** Addresses of the scripts the page asks for. */
export function scriptsAskedFor(page: Page): string[] {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  return scripts;
}
