import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { launchChromium } from "../../support/chromium.ts";
import { hasBrowser, type Page } from "./support/browser.ts";

const POLICY = "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'";

Deno.test({
  name: "islands come alive in a browser",
  ignore: !hasBrowser(),
  sanitizeOps: false,
  sanitizeResources: false,
  async fn(t) {
    const builder = new Builder({ root: `${import.meta.dirname}/fixtures/site` });
    const app = new App()
      .use(async (ctx) => {
        const response = await ctx.next();
        response.headers.set("content-security-policy", POLICY);
        return response;
      })
      .use(staticFiles()).fsRoutes();
    (await builder.build({ snapshot: "memory" }))(app);
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      app.handler(),
    );
    const browser = await launchChromium();
    const open = async (path: string, test: (page: Page) => Promise<void>) => {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(String(error)));
      await page.goto(`http://127.0.0.1:${server.addr.port}${path}`);
      await page.waitForLoadState("networkidle");
      await test(page);
      assert.deepEqual(problems, []);
      await page.close();
    };
    try {
      await t.step("a page without islands loads no script", () =>
        open("/", async (page) => {
          assert.equal(await page.locator("script").count(), 0);
        }));

      await t.step("a click changes an island", () =>
        open("/counter", async (page) => {
          await page.click("button");
          assert.equal(await page.textContent("span"), "4");
        }));

      await t.step(
        "a signal given to two islands is one signal",
        () =>
          open("/signals", async (page) => {
            await page.click("#add");
            await page.waitForFunction(() => document.querySelector("#count")?.textContent === "2");
            assert.equal(await page.textContent("#double"), "2", "computed values are constant");
          }),
      );

      await t.step(
        "props of every kind arrive as they were sent",
        () =>
          open("/props", async (page) => {
            await page.waitForFunction(() =>
              document.querySelector("#browser")?.textContent !== ""
            );
            assert.equal(await page.textContent("#browser"), await page.textContent("#server"));
          }),
      );

      await t.step(
        "JSX passed to an island stays, with live islands in it",
        () =>
          open("/slots", async (page) => {
            const before = await page.innerHTML("p.inside");
            await page.click(".plain button");
            assert.equal(await page.textContent(".plain span"), "11");
            assert.equal(await page.innerHTML("p.inside"), before);
            assert.equal(await page.locator("#late").count(), 0);
            await page.click("#toggle");
            assert.equal(await page.textContent("#late"), "was not rendered at first");
            assert.equal(
              await page.textContent(".plain span"),
              "11",
              "the inner island kept its state",
            );
            await page.click("#toggle");
            assert.equal(await page.locator("#late").count(), 0);
          }),
      );

      await t.step(
        "what moves a page is asked for once the page is painted, and all at once",
        async () => {
          const page = await browser.newPage();
          // The frame after the drawing never comes: the paint itself is what is waited for.
          await page.addInitScript(() => {
            globalThis.requestAnimationFrame = () => 0;
          });
          const address = `http://127.0.0.1:${server.addr.port}/signals`;
          const html = await (await fetch(address)).text();
          const wanted: string[] = JSON.parse(/id="frsh">(.*?)<\/script>/.exec(html)?.[1] ?? "").m;
          const asked = new Set<string>();
          const isAll = Promise.withResolvers<void>();
          await page.route("**/_fresh/js/**", async (route) => {
            const { pathname } = new URL(route.request().url());
            if (wanted.includes(pathname)) {
              if (asked.add(pathname).size === wanted.length) isAll.resolve();
              await isAll.promise;
            }
            await route.continue();
          });
          await page.goto(address);
          await page.waitForFunction(
            () => {
              document.querySelector<HTMLElement>("#add")?.click();
              return document.querySelector("#count")?.textContent !== "1";
            },
            undefined,
            { polling: 50 },
          );
          assert.ok(wanted.length >= 3, wanted.join());
          const [painted, first] = await page.evaluate((wanted) => [
            performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
            Math.min(
              ...performance.getEntriesByType("resource")
                .filter(({ name }) => wanted.includes(new URL(name).pathname))
                .map(({ startTime }) => startTime),
            ),
          ], wanted);
          assert.ok((painted ?? Infinity) <= (first ?? 0), `painted ${painted}, asked ${first}`);
          await page.close();
        },
      );

      await t.step("what was typed before the script ran survives", async () => {
        const page = await browser.newPage();
        let release = () => {};
        const held = new Promise<void>((resolve) => release = resolve);
        await page.route("**/_fresh/js/Form-*", async (route) => {
          await held;
          await route.continue();
        });
        await page.goto(`http://127.0.0.1:${server.addr.port}/form`, { waitUntil: "commit" });
        await page.fill("#uncontrolled", "typed");
        await page.fill("#controlled", "Åsa");
        await page.check("#choice");
        await page.focus("#uncontrolled");
        release();
        await page.waitForFunction(() => document.querySelector("#echo")?.textContent === "Åsa");
        assert.equal(await page.inputValue("#uncontrolled"), "typed");
        assert.equal(await page.inputValue("#controlled"), "Åsa");
        assert.equal(await page.isChecked("#choice"), true);
        assert.equal(await page.evaluate(() => document.activeElement?.id), "uncontrolled");
        assert.equal(
          await page.evaluate(() => document.querySelector("main")?.textContent),
          "beforeÅsaafter",
        );
        await page.close();
      });

      await t.step(
        "a package is loaded when an island asks for it",
        () =>
          open("/lazy", async (page) => {
            const loaded: string[] = [];
            page.on("request", (request) => loaded.push(request.url()));
            await page.click("#load");
            await page.waitForFunction(() =>
              document.querySelector("#load")?.textContent === "loaded 57.7"
            );
            assert.match(loaded.join(), /\/_fresh\/js\/leaflet/);
          }),
      );

      await t.step("<Head> in an island changes the document", () =>
        open("/head", async (page) => {
          await page.waitForFunction(() => document.title === "From the island");
          await page.click("#rename");
          await page.waitForFunction(() => document.title === "Renamed");
          const described = page.locator('meta[name="description"]');
          assert.equal(await described.getAttribute("content"), "Renamed");
          assert.equal(await described.count(), 1);
          assert.match(await page.getAttribute("img", "src") ?? "", /^\/dot\.svg\?__frsh_c=\w+$/);
        }));
    } finally {
      await browser.close();
      await server.shutdown();
    }
  },
});
