// The one door to fast-check: a failed `fc.assert` prints its seed and path, which replay it.
export { default as fc } from "npm:fast-check@4.10.2";
