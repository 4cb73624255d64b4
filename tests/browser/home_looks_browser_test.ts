// The first sight of the start page: what stands on it at both widths, in both schemes and languages, and how much
// script it takes.
import assert from "node:assert/strict";
import { textsFor } from "../../lib/i18n/texts.ts";
import { LOCALES } from "../../lib/kernel/locale.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { browserTest } from "../support/chromium.ts";
import { aVisitor, makeStage, openHome } from "./support/stage.ts";

const stage = makeStage();
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true };
const DESK = { viewport: { width: 1360, height: 900 } };

for (const locale of LOCALES) {
  for (const colorScheme of ["light", "dark"] as const) {
    browserTest(
      `the price is one thumb away at 360 × 640, ${colorScheme}, in ${locale}`,
      async () => {
        const { page, complaints } = await aVisitor(stage, { ...PHONE, colorScheme });
        await openHome(page, locale);
        const button = page.getByRole("button", { name: textsFor(locale).trip.showPrice });
        const box = await button.boundingBox();
        assert.ok(box !== null && box.y + box.height <= 630, JSON.stringify(box));
        const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(beside, 0);
        for (const name of [textsFor(locale).shell.myTicket, textsFor(locale).shell.help]) {
          await page.getByRole("banner").getByRole("link", { name, exact: true }).waitFor();
        }
        const phone = page.getByRole("banner").getByRole("link", { name: /031/ });
        const size = await phone.boundingBox();
        assert.ok(size !== null && size.width >= 44 && size.height >= 44, JSON.stringify(size));
        assert.equal(await phone.innerText(), "");
        assert.deepEqual(complaints, []);
      },
    );
  }
}

for (const [colorScheme, locale] of [["light", "sv"], ["dark", "en"]] as const) {
  browserTest(`the header has room for the number, ${colorScheme}, in ${locale}`, async () => {
    const { page, complaints } = await aVisitor(stage, { ...DESK, colorScheme });
    await openHome(page, locale);
    const { shell } = textsFor(locale);
    const banner = page.getByRole("banner");
    const links = [shell.myTicket, shell.help, shell.callUs("031-390 06 10")];
    const boxes = await Promise.all(
      links.map((name) => banner.getByRole("link", { name }).boundingBox()),
    );
    assert.equal(new Set(boxes.map((box) => box && Math.round(box.y + box.height / 2))).size, 1);
    assert.equal(await banner.getByText("031-390 06 10").isVisible(), true);
    assert.deepEqual(complaints, []);
  });
}

for (
  const [device, drawing] of [[PHONE, "gothenburg-hero-strip"], [DESK, "gothenburg-hero"]] as const
) {
  browserTest(
    `a window of ${device.viewport.width} px fetches only the roads it shows`,
    async () => {
      const { page } = await aVisitor(stage, device);
      const drawings: string[] = [];
      page.on("request", (request) => {
        const { pathname } = new URL(request.url());
        if (pathname.includes("/map/")) drawings.push(pathname);
      });
      await page.goto(paths.home(), { waitUntil: "networkidle" });
      assert.deepEqual(drawings, [`/map/${drawing}.svg`]);
    },
  );
}

browserTest("the start page loads at most 25 kB of script, compressed", async () => {
  const visitor = await aVisitor(stage, DESK);
  const bodies: Promise<Uint8Array>[] = [];
  visitor.page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    // It comes after everything else, and has a budget of its own (tests/trail).
    if (!response.url().includes("/session-trail.js")) bodies.push(response.body());
  });
  await visitor.page.goto(paths.home(), { waitUntil: "networkidle" });
  const sizes = await Promise.all(bodies.map(async (body) => gzipped(await body)));
  const sum = sizes.reduce((total, size) => total + size, 0);
  assert.ok(sizes.length > 5 && sum <= MAX_SCRIPT_BYTES, `${sum} bytes in ${sizes.length} files`);
});

/** What design allows before the map: the form must be usable on a slow line. */
const MAX_SCRIPT_BYTES = 25_000;

async function gzipped(bytes: Uint8Array): Promise<number> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
