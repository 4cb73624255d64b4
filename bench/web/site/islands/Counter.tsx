import { useSignal } from "@preact/signals";

/** The one island of the page. */
export default function Counter({ start }: { start: number }) {
  const count = useSignal(start);
  return (
    <div class="counter">
      <output>{count}</output>
      <button type="button" onClick={() => count.value++}>more</button>
    </div>
  );
}
