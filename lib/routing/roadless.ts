// Fells without a road across, and where the roads go round them.
import type { Water } from "./water.ts";

/** Between each two roads that end in the fells, from the border down to where they meet. From north to south. */
export const FELLS: readonly Water[] = [
  {
    name: "fjällen mellan Torneträsk och Kebnekaise",
    line: [[68.4, 17.9], [68.2, 18.7], [67.9, 20.05]],
    passes: [{ name: "Kiruna", by: [[67.86, 20.2]] }],
  },
  {
    name: "fjällen mellan Kebnekaise och Stora Lulevatten",
    line: [[68.05, 17.9], [67.7, 18.6], [67.45, 19.3], [67.3, 20.4], [67.55, 20.95]],
    passes: [{ name: "Svappavaara", by: [[67.52, 21.1]] }],
  },
  {
    name: "Muddus",
    line: [[66.97, 20], [66.6, 20.4]],
    passes: [{ name: "Porjus", by: [[66.97, 19.83]] }, { name: "Vuollerim", by: [[66.43, 20.6]] }],
  },
  {
    name: "Sarek",
    line: [[67.6, 16.4], [67.3, 17.6], [67, 18.9], [66.75, 19.6]],
    passes: [{ name: "Jokkmokk", by: [[66.7, 19.8]] }],
  },
  {
    name: "fjällen mellan Kvikkjokk och Jäkkvik",
    line: [[66.95, 15.6], [66.75, 17], [66.5, 18.3], [66.25, 19.3]],
    passes: [{ name: "Kåbdalis", by: [[66.15, 20]] }],
  },
  {
    name: "fjällen mellan Jäkkvik och Ammarnäs",
    line: [[66.55, 15.4], [66.1, 16.5], [65.8, 17.5]],
    passes: [{ name: "Slagnäs", by: [[65.59, 18.17]] }],
  },
  {
    name: "Vindelfjällen",
    line: [[66.3, 14.9], [65.9, 15.7], [65.6, 16.4], [65.35, 17.4]],
    passes: [{ name: "Sorsele och Storuman", by: [[65.53, 17.52], [65.1, 17.12]] }],
  },
  {
    name: "fjällen mellan Umeälven och Vojmån",
    line: [[65.6, 14.3], [65.4, 15.3], [65.3, 15.9]],
    passes: [{ name: "Slussfors", by: [[65.4, 16.23]] }],
  },
  {
    name: "Marsfjällen",
    line: [[65.25, 14.3], [65.1, 15.2], [64.95, 16]],
    passes: [{ name: "Malgovik", by: [[64.65, 16.3]] }],
  },
  {
    name: "fjällen mellan Storlien och Ljungdalen",
    line: [[63.25, 11.9], [63.05, 12.5], [62.95, 13.3], [62.95, 13.9]],
    passes: [{ name: "Svenstavik", by: [[62.78, 14.4]] }],
  },
  {
    name: "fjällen kring Rogen",
    line: [[62.45, 12.05], [62.2, 12.8]],
    passes: [{ name: "Högvålen", by: [[62.17, 12.95]] }],
  },
];
