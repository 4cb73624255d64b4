// The tests that read the code instead of running it. `deno task check` runs them; the gate, which checks
// first, leaves them out of `deno task test`.

/** Their paths. */
export const HOUSE_RULES = [
  "tests/architecture_test.ts",
  "tests/tidy_test.ts",
  "tests/syntax_test.ts",
  "tests/reach_test.ts",
];

/** What `check` looks at itself before it runs them. */
export const CHECKED_TOO = ["tests/ui/generated-files_test.ts"];
