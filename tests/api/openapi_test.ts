// The document of the API: every route stands in it, it is valid by a reader of another hand, and what it says of a body
// is what the routes take.
import assert from "node:assert/strict";
import SwaggerParser from "npm:@apidevtools/swagger-parser@13.1.0";
import { ALL_OPERATIONS, apiDocument } from "../../lib/api/api-document.ts";
import { filePattern } from "../../lib/jsr/fresh/file-routes.ts";
import { apiRouteFiles } from "../support/api-route-files.ts";
import { apiCases, validRequest } from "../support/api-routes.ts";
import { ORIGIN, testApp } from "../support/app.ts";
import { testServices } from "../support/services.ts";

/** What a document lacks or has too much, against the routes there are. */
function differences(patterns: readonly string[], described: readonly string[]): string[] {
  return [
    ...patterns.filter((route) => !described.includes(route)).map((route) => `${route}: no entry`),
    ...described.filter((route) => !patterns.includes(route)).map((route) => `${route}: no route`),
  ];
}

Deno.test("every route of the API has an entry, and every entry a route", async () => {
  const patterns = (await apiRouteFiles()).map((file) => filePattern(`api/${file}`));
  const described = [...new Set(ALL_OPERATIONS.map(({ path }) => path))];
  assert.deepEqual(differences(patterns, described), []);
  assert.deepEqual(differences([...patterns, "/api/planted"], described), [
    "/api/planted: no entry",
  ]);
  assert.deepEqual(differences(patterns, [...described, "/api/gone"]), ["/api/gone: no route"]);
});

Deno.test("the document is valid OpenAPI 3.1, served as it is made, and a broken one is told apart", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  const response = await app(new Request(`${ORIGIN}/api/openapi.json`));
  assert.equal(response.status, 200);
  const document = await response.json();
  assert.deepEqual(document, JSON.parse(JSON.stringify(apiDocument(test.services.config.origin))));
  await SwaggerParser.validate(structuredClone(document));
  const broken = structuredClone(document);
  broken.paths["/api/quotes/{quoteId}"].get.parameters = "none";
  await assert.rejects(SwaggerParser.validate(broken));
});

Deno.test("methods, bodies and statuses of the document are those of the requests that the routes take", async () => {
  await using test = await testServices();
  const app = await testApp(test.services);
  for (const one of await apiCases(test.services)) {
    const path = filePattern(`api/${one.file}`);
    const method = one.method.toLowerCase();
    const operation = ALL_OPERATIONS.find((each) => each.path === path && each.method === method);
    assert.ok(operation, `${one.method} ${path}`);
    assert.equal(operation.body === undefined, one.body === undefined, path);
    if (one.body !== undefined) assert.ok(operation.body?.safeParse(one.body).success, path);
    assert.equal(operation.form === undefined, one.form === undefined, path);
    const response = await app(validRequest(one));
    const answer = operation.answers[response.status];
    assert.ok(answer, `${path} → ${response.status}`);
    const type = response.headers.get("content-type")?.split(";")[0];
    assert.equal(type, answer.type, path);
    if (type === "application/json") {
      const read = answer.schema?.safeParse(await response.json());
      assert.ok(read?.success, `${path}: ${read?.error?.message}`);
    } else await response.body?.cancel();
  }
  test.stop.abort();
});
