import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { startValue } from "../../../../lib/ui/operator/pane/start-value.ts";

Deno.test("a field begins with its value, without an attribute that no browser knows", () => {
  const html = renderToString(<input name="reason" {...startValue("sjuk")} />);
  assert.match(html, /value="sjuk"/);
  assert.doesNotMatch(html, /default/i);
});
