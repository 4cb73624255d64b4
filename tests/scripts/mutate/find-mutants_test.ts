// Which faults are planted in a text, and what is left alone.
import assert from "node:assert/strict";
import { findMutants } from "../../../scripts/mutate/find-mutants.ts";
import { withMutant } from "../../../scripts/mutate/mutant.ts";

/** Every fault in a text as `operator: the text with the fault`. */
function faults(text: string, path = "lib/any.ts"): string[] {
  return findMutants(path, text).map((mutant) => `${mutant.operator}: ${withMutant(text, mutant)}`);
}

/** The faults of some operators alone. */
function faultsOf(operators: RegExp, text: string, path?: string): string[] {
  return faults(text, path).filter((fault) => operators.test(fault));
}

Deno.test("a comparison is moved by its boundary and turned round", () => {
  assert.deepEqual(faults("f(a < b);").filter((fault) => /^(boundary|negated)/.test(fault)), [
    "boundary: f(a <= b);",
    "negated: f(a >= b);",
  ]);
  assert.deepEqual(faultsOf(/^(boundary|negated)/, "f(a >= b);"), [
    "boundary: f(a > b);",
    "negated: f(a < b);",
  ]);
  assert.deepEqual(faultsOf(/^negated/, "f(a === b, a instanceof B);"), [
    "negated: f(a !== b, a instanceof B);",
    "negated: f(a === b, !(a instanceof B));",
  ]);
});

Deno.test("a choice between two loses either side, or becomes the other choice", () => {
  assert.deepEqual(faultsOf(/^(logical|left|right)/, "f(a && b);"), [
    "right-dropped: f(a);",
    "left-dropped: f(b);",
    "logical: f(a || b);",
  ]);
  assert.deepEqual(faultsOf(/^(logical|left|right)/, "f(a ?? b);"), [
    "right-dropped: f(a);",
    "left-dropped: f(b);",
  ]);
});

Deno.test("arithmetic is turned round, but text is still joined", () => {
  assert.deepEqual(faultsOf(/^arithmetic/, "f(a + b * c);"), [
    "arithmetic: f(a - b * c);",
    "arithmetic: f(a + b / c);",
  ]);
  assert.deepEqual(faultsOf(/^arithmetic/, "f('a' + b + c);"), []);
  assert.deepEqual(faultsOf(/^(arithmetic|step)/, "a += b; c++;"), [
    "arithmetic: a -= b; c++;",
    "step: a += b; c--;",
  ]);
});

Deno.test("signs are left out", () => {
  assert.deepEqual(faultsOf(/dropped/, "f(-a, !b);"), [
    "minus-dropped: f(a, !b);",
    "not-dropped: f(-a, b);",
  ]);
});

Deno.test("a condition is forced both ways; a loop is only forced to end", () => {
  assert.deepEqual(faultsOf(/^condition/, "if (a) f();"), [
    "condition-true: if (true) f();",
    "condition-false: if (false) f();",
  ]);
  assert.deepEqual(faultsOf(/^condition/, "f(a ? b : c);"), [
    "condition-true: f(true ? b : c);",
    "condition-false: f(false ? b : c);",
  ]);
  assert.deepEqual(faultsOf(/^condition/, "while (a) f();"), [
    "condition-false: while (false) f();",
  ]);
  assert.deepEqual(faultsOf(/^(condition|step)/, "for (let i = a; i < b; i++) f();"), [
    "condition-false: for (let i = a; false; i++) f();",
  ]);
});

Deno.test("numbers are one more, one less and nothing, each value once", () => {
  assert.deepEqual(faults("const a = 60_000;"), [
    "number-more: const a = 60001;",
    "number-less: const a = 59999;",
    "number-zero: const a = 0;",
  ]);
  assert.deepEqual(faults("const a = 1n;"), [
    "number-more: const a = 2n;",
    "number-less: const a = 0n;",
  ]);
  assert.deepEqual(faultsOf(/^number/, "const a = -0;"), [
    "number-more: const a = -1;",
    "number-less: const a = -(-1);",
  ]);
});

Deno.test("booleans are turned round, strings emptied, empty ones filled", () => {
  assert.deepEqual(
    faults('const a = [true, "x", "", `${b}`];').filter((f) => /^(bool|str)/.test(f)),
    [
      'boolean: const a = [false, "x", "", `${b}`];',
      'string-emptied: const a = [true, "", "", `${b}`];',
      'string-filled: const a = [true, "x", "?", `${b}`];',
      'string-emptied: const a = [true, "x", "", ""];',
    ],
  );
});

Deno.test("anchors of a regular expression are dropped one by one, not those in brackets", () => {
  assert.deepEqual(faults("const a = /^[^$]\\$$/u;"), [
    "anchor-dropped-1: const a = /[^$]\\$$/u;",
    "anchor-dropped-8: const a = /^[^$]\\$/u;",
  ]);
  assert.deepEqual(faults("const a = /^/;"), ["anchor-dropped-1: const a = /(?:)/;"]);
});

Deno.test("lists and objects lose one member at a time, with its comma", () => {
  assert.deepEqual(faults("const a = [b, ...c, d];"), [
    "element-removed: const a = [ ...c, d];",
    "spread-removed: const a = [b,  d];",
    "element-removed: const a = [b, ...c, ];",
  ]);
  assert.deepEqual(faults("const a = { b, c: d, ...e };"), [
    "member-removed: const a = {  c: d, ...e };",
    "member-removed: const a = { b,  ...e };",
    "spread-removed: const a = { b, c: d,  };",
  ]);
  assert.deepEqual(faultsOf(/removed/, "[a, b] = [b, a];"), [
    "statement-removed: ;",
    "element-removed: [a, b] = [ a];",
    "element-removed: [a, b] = [b, ];",
  ]);
});

Deno.test("a statement is left out, an await stays", () => {
  assert.deepEqual(faults("f();"), ["statement-removed: ;"]);
  assert.deepEqual(faults("await f();"), ["statement-removed: await undefined;"]);
  assert.deepEqual(faults("delete a.b;"), ["statement-removed: ;"]);
  assert.deepEqual(faults("throw a;"), ["throw-removed: ;"]);
});

Deno.test("a statement alone in an if is left out by its condition, not a second time", () => {
  assert.deepEqual(faultsOf(/removed|emptied/, "if (a) { f(); }"), []);
  assert.deepEqual(faultsOf(/removed|emptied/, "if (a) throw b;"), []);
  assert.deepEqual(faultsOf(/removed|emptied/, "if (a) { b = c; } else d();"), [
    "then-emptied: if (a) {} else d();",
    "statement-removed: if (a) { ; } else d();",
    "else-removed: if (a) { b = c; }",
    "statement-removed: if (a) { b = c; } else ;",
  ]);
});

Deno.test("results are not handed on", () => {
  assert.deepEqual(faults("function f() { return a; }"), [
    "return-emptied: function f() { return undefined; }",
  ]);
  assert.deepEqual(faults("const f = () => a;"), ["arrow-emptied: const f = () => undefined;"]);
  assert.deepEqual(faults("function f() { return null; }"), []);
  assert.deepEqual(faults("const f = () => undefined;"), []);
});

Deno.test("an optional chain is taken for granted", () => {
  assert.deepEqual(faults("const a = b?.c?.[d]?.(e);"), [
    "chain-required: const a = b.c?.[d]?.(e);",
    "chain-required: const a = b?.c[d]?.(e);",
    "chain-required: const a = b?.c?.[d](e);",
  ]);
});

Deno.test("steps over a list are dropped or taken for their opposite", () => {
  assert.deepEqual(faultsOf(/(sort|filter|some|max)-/, "const a = b.filter(c).sort(d);"), [
    "sort-dropped: const a = b.filter(c);",
    "filter-dropped: const a = b.sort(d);",
  ]);
  assert.deepEqual(faultsOf(/(some|max|spread)-/, "const a = b.some(c) + Math.max(d, ...e);"), [
    "some-swapped: const a = b.every(c) + Math.max(d, ...e);",
    "max-swapped: const a = b.some(c) + Math.min(d, ...e);",
    "spread-removed: const a = b.some(c) + Math.max(d, );",
  ]);
});

Deno.test("every method that has an opposite or may be forgotten gives its fault", () => {
  const swapped = {
    some: "every",
    every: "some",
    min: "max",
    max: "min",
    floor: "ceil",
    ceil: "floor",
    round: "floor",
    startsWith: "endsWith",
    endsWith: "startsWith",
    toUpperCase: "toLowerCase",
    toLowerCase: "toUpperCase",
    find: "findLast",
    findLast: "find",
  };
  for (const [method, other] of Object.entries(swapped)) {
    assert.deepEqual(faults(`const a = b.${method}(c);`), [
      `${method}-swapped: const a = b.${other}(c);`,
    ]);
  }
  const dropped = "sort toSorted filter slice reverse toReversed trim normalize".split(" ");
  for (const method of dropped) {
    assert.deepEqual(faults(`const a = b.${method}(c);`), [`${method}-dropped: const a = b;`]);
  }
});

Deno.test("types, imports, names, printed text and the words of errors are left alone", () => {
  const texts = [
    'import { a } from "b";',
    'export { a } from "b";',
    'type A = "x" | 1 | true;',
    'interface A { b: "x"; c?: 2 }',
    "declare const a: 1;",
    "let a: 1 | true;",
    'console.warn("a", 1 + 2, [b]);',
    '// if (a < b) return "c";',
  ];
  for (const text of texts) assert.deepEqual(faults(text), [], text);
  assert.deepEqual(faults('const a = b as "x";'), []);
  assert.deepEqual(faultsOf(/^string/, 'const a = { "b-c": d };'), []);
  assert.deepEqual(
    faultsOf(/^string/, 'f(new RangeError("No such thing"), new RangeError(`${a}`));'),
    [],
  );
  assert.deepEqual(faultsOf(/^string/, 'invariant(a, b ? "No such thing" : `Not ${c}`);'), []);
});

Deno.test("the code of an error is a value", () => {
  assert.deepEqual(faultsOf(/^string/, 'f(new DomainError("quote-expired"));'), [
    'string-emptied: f(new DomainError(""));',
  ]);
});

Deno.test("texts of a dictionary are left alone, what it computes is not", () => {
  const text = 'export const a = { b: "Avbryt", c: (n: number) => n === 1 ? "resa" : "resor" };';
  for (const path of ["lib/i18n/sv-trip.ts", "lib/i18n/sv/trip.ts"]) {
    assert.deepEqual(faultsOf(/^(string|member)/, text, path), []);
    assert(faultsOf(/^negated/, text, path).length === 1);
  }
});

Deno.test("components are read too; style classes are left alone", () => {
  const text = 'const A = () => <p class="x" id="y">{b && <i>Text</i>}</p>;';
  assert.deepEqual(faults(text, "lib/ui/A.tsx"), [
    "arrow-emptied: const A = () => undefined;",
    'string-emptied: const A = () => <p class="x" id="">{b && <i>Text</i>}</p>;',
    'right-dropped: const A = () => <p class="x" id="y">{b}</p>;',
    'left-dropped: const A = () => <p class="x" id="y">{<i>Text</i>}</p>;',
    'logical: const A = () => <p class="x" id="y">{b || <i>Text</i>}</p>;',
  ]);
});

Deno.test("each change is made once, in the order of the text", () => {
  const mutants = findMutants("lib/any.ts", "if (a ?? b) return f(1, 2);\nelse g();");
  const changes = mutants.map(({ start, end, replacement }) => `${start} ${end} ${replacement}`);
  assert.equal(new Set(changes).size, changes.length);
  assert.deepEqual(
    mutants.map(({ start }) => start),
    mutants.map(({ start }) => start).sort((a, b) => a - b),
  );
});

Deno.test("a mutant knows the innermost function of several lines around it", () => {
  const text = `const a = 1;
function outer() {
  if (b) return;
  each((c) => c + 2);
  each((d) => {
    return d + 3;
  });
}`;
  const within = (original: string) =>
    findMutants("lib/any.ts", text).find((mutant) => mutant.original === original)?.within;
  assert.equal(within("1"), null);
  assert.deepEqual(within("b"), { first: 2, last: 8 });
  assert.deepEqual(within("2"), { first: 2, last: 8 });
  assert.deepEqual(within("3"), { first: 5, last: 7 });
});
