// Makes the offline page ready once somebody has a trip to lose, and their ticket with it; shows nothing.
import { useEffect } from "preact/hooks";

export default function OfflineReady() {
  useEffect(() => {
    const { serviceWorker } = navigator;
    // Without it, or where the browser forbids it, everything works as long as there is a network.
    serviceWorker?.register("/sw.js").catch(() => {});
    // A page that came before the worker was not seen by it.
    if (serviceWorker?.controller !== null) return;
    void serviceWorker.ready.then(({ active }) => active?.postMessage("look"));
  }, []);
  return null;
}
