// Makes the offline page ready once somebody has a trip to lose; shows nothing.
import { useEffect } from "preact/hooks";

export default function OfflineReady() {
  useEffect(() => {
    // Without it, or where the browser forbids it, everything works as long as there is a network.
    navigator.serviceWorker?.register("/sw.js").catch(() => {});
  }, []);
  return null;
}
