import assert from "node:assert/strict";
import { computed, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { App } from "fresh";
import { caller, logged, withModules } from "./support/test-app.ts";

function Box(props: { children?: ComponentChildren; [name: string]: unknown }) {
  return <div class="box">{props.children}</div>;
}

function render(Page: () => unknown) {
  const routes = { "x.tsx": { default: Page } };
  const app = withModules(new App().fsRoutes(), routes, { "islands/Box.tsx": { default: Box } });
  return caller(app)("/x");
}

async function dataOf(Page: () => unknown) {
  return dataIn(await (await render(Page)).text());
}

function dataIn(html: string) {
  return JSON.parse(/id="frsh"[^>]*>(.*?)<\/script>/.exec(html)?.[1] ?? "null");
}

Deno.test("an island is marked, and its data and script follow at the end of the body", async () => {
  const response = await render(() => (
    <main>
      <Box a={1} b="x" c={undefined} />
    </main>
  ));
  const html = await response.text();
  assert.match(
    html,
    /<main><!--frsh:island:0--><div class="box"><\/div><!--\/frsh:island--><\/main>/,
  );
  assert.match(
    html,
    /"p":\[{"a":1,"b":"x"}\]}<\/script><script type="module" src="\/_fresh\/js\/boot.js"><\/script><\/body>/,
  );
});

Deno.test("the boot script is fetched early, what moves the islands only when it asks", async () => {
  const response = await render(() => <Box date={new Date(0)} />);
  const link = (response.headers.get("link") ?? "").split(", ");
  assert.deepEqual(
    link.map((script) => /<(.*?)>/.exec(script)?.[1]),
    ["/_fresh/js/boot.js", "/_fresh/js/chunk.js"],
  );
  for (const script of link) {
    assert.match(
      script,
      /; rel="modulepreload"; as="script"; fetchpriority="low"$/,
      "the style sheet comes before what moves",
    );
  }
  const { m, i } = dataIn(await response.text());
  assert.deepEqual(
    m,
    ["/_fresh/js/islands_Box_tsx.js", "/_fresh/js/part.js", "/_fresh/js/x.js"],
    "the island, what it shares with others, what revives its props",
  );
  assert.deepEqual(i, [[0, "default"]]);
});

Deno.test("a page without islands has no script and no Link header", async () => {
  const response = await render(() => <p>plain</p>);
  assert.equal(response.headers.get("link"), null);
  assert.doesNotMatch(await response.text(), /<script/);
});

Deno.test("plain props are JSON, anything else is marked for reviving", async () => {
  assert.equal((await dataOf(() => <Box a={{ list: [1, null, "x"] }} />)).f, 0);
  assert.equal((await dataOf(() => <Box a={new Date(0)} />)).f, 1);
  assert.equal((await dataOf(() => <Box a={NaN} />)).f, 1);
  assert.equal((await dataOf(() => <Box a={-0} />)).f, 1);
  assert.equal((await dataOf(() => <Box a={{ b: undefined }} />)).f, 1);
  assert.equal((await dataOf(() => <Box a={signal(1)} />)).f, 3);
  assert.equal((await dataOf(() => <Box a={computed(() => 1)} />)).f, 3);
  assert.equal(
    (await dataOf(() => (
      <Box>
        <b>x</b>
      </Box>
    ))).f,
    5,
  );
  const shared = {};
  assert.equal((await dataOf(() => <Box a={shared} b={shared} />)).f, 1);
});

Deno.test("nothing in the props can end the script or start a comment", async () => {
  const text = "</script><!--\u2028\u2029";
  for (const extra of [{}, { date: new Date(0) }]) {
    const html =
      await (await render(() => <Box text={text} key="k" {...{ "</script>": 1, ...extra }} />))
        .text();
    const data = /id="frsh">(.*)<\/script><script type="module"/s.exec(html)?.[1] ?? "";
    assert.notEqual(data, "");
    assert.doesNotMatch(data, /<|\u2028|\u2029/);
    assert.match(JSON.stringify(JSON.parse(data)), /<\/script><!--/);
  }
});

Deno.test("an island in an island is a plain component, in JSX passed to it an island", async () => {
  const html = await (await render(() => (
    <Box>
      <Box a={1} />
    </Box>
  ))).text();
  assert.equal(html.split("<!--frsh:island:").length, 3);
  assert.match(html, /<!--frsh:slot:0--><!--frsh:island:1-->/);
});

Deno.test("JSX an island does not render waits in a template", async () => {
  const html = await (await render(() => <Box later={<i>later</i>} />)).text();
  assert.match(html, /<template id="frsh-slot-0"><i>later<\/i><\/template>/);
});

Deno.test("a function or a class instance as prop is refused by island and prop", async () => {
  class Money {}
  const cases: [unknown, RegExp][] = [
    [() => 1, /Island "Box" \(islands\/Box\.tsx\) was given a function as prop "a"/],
    [{ deep: [new Money()] }, /was given an instance of Money as prop "a\.deep\[0\]"/],
    [Symbol("x"), /was given a symbol as prop "a"/],
  ];
  for (const [value, message] of cases) {
    const entries = await logged(async () => {
      assert.equal((await render(() => <Box a={value} />)).status, 500);
    });
    assert.match(String(entries[0]), message);
  }
});

Deno.test("after a failed page the next one renders as usual", async () => {
  await logged(() =>
    render(() => (
      <Box>
        {(() => {
          throw new Error("inside");
        })()}
      </Box>
    ))
  );
  const html = await (await render(() => <Box a={1} />)).text();
  assert.match(html, /<!--frsh:island:0-->/);
});
