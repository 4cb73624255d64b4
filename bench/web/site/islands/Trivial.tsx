import { useState } from "preact/hooks";

/** An island without signals. */
export default function Trivial({ start }: { start: number }) {
  const [count, setCount] = useState(start);
  return <button type="button" onClick={() => setCount(count + 1)}>{count}</button>;
}
