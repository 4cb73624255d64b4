// What a load would do, line by line, for a person to read.
import type { Texts } from "../../lib/i18n/texts.ts";
import type { Change, Obstacle, SetupProblem } from "../../lib/setup/setup-plan.ts";
import { SETUP_KINDS } from "../../lib/setup/table.ts";

/** Most bookings that are listed. */
const MAX_LISTED = 50;

/** In the order they are told. */
const TYPES: readonly Change["type"][] = ["new", "changed", "ended", "same"];

/** The counts of each kind, and every row that is not the same. */
export function planLines(changes: readonly Change[], words: Texts["setup"]): string[] {
  return SETUP_KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    const counts = TYPES.map((type) =>
      [type, own.filter((one) => one.type === type).length] as const
    )
      .filter(([, count]) => count > 0)
      .map(([type, count]) => words.counts[type](count));
    const rows = own.filter(({ type }) => type !== "same").map((change) =>
      changeLine(change, words)
    );
    return [`${words.kinds[kind]}: ${counts.join(", ")}`, ...rows];
  });
}

/** Each problem with its place. */
export function problemLines(problems: readonly SetupProblem[], words: Texts["setup"]): string[] {
  return problems.map((problem) => {
    const { file, line, column, code, given, expected } = problem;
    return `${words.at(file, line, column)}: ${words.problems[code](given, expected)}`;
  });
}

/** Each booking in the way. */
export function obstacleLines(obstacles: readonly Obstacle[], words: Texts["setup"]): string[] {
  const lines = obstacles.slice(0, MAX_LISTED).map(({ name, reference, wallTime, from, to }) =>
    `  ${name}: ${reference}, ${wallTime.replace("T", " ")}, ${from} – ${to}`
  );
  const rest = obstacles.length - lines.length;
  return rest > 0 ? [...lines, words.script.more(rest)] : lines;
}

function changeLine({ id, type, fields }: Change, words: Texts["setup"]): string {
  const shown = fields.map(({ field, from, to }) =>
    `${field} ${from || words.nothing} → ${to || words.nothing}`
  );
  return `  ${words.types[type]} ${id}${shown.length === 0 ? "" : `: ${shown.join("; ")}`}`;
}
