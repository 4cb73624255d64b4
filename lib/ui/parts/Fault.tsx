// What a developer sees when a page could not be rendered: what is at the bottom of it first. Never in production.

/** Properties of Fault. */
export interface FaultProps {
  error: unknown;
}

/** Most causes shown: a chain of causes may be a circle. */
const MAX_CAUSES = 5;

/** The chain of causes, the innermost first, each with where it came from. */
export function Fault({ error }: FaultProps) {
  const causes = causesOf(error).toReversed();
  return (
    <main class="page" lang="en">
      <h1>{causes[0]?.split("\n")[0]}</h1>
      {causes.map((text, i) => (
        <section key={i}>
          {i > 0 && <h2>which caused</h2>}
          <pre>{text}</pre>
        </section>
      ))}
    </main>
  );
}

function causesOf(error: unknown): string[] {
  const texts: string[] = [];
  for (let current = error; current !== undefined && texts.length < MAX_CAUSES;) {
    texts.push(current instanceof Error ? current.stack ?? current.message : String(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return texts;
}
