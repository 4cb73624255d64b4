// The one door to fast-check: a failed `fc.assert` prints its seed and path, which replay it. The same cases every
// time, so that a run tells of the change under test; AVANTI_TEST_SEED=random (or a number) looks at others.
import fc from "npm:fast-check@4.10.2";

const wanted = Deno.env.get("AVANTI_TEST_SEED") ?? "20261126";
if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });

export { fc };
