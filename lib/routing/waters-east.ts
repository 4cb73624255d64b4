// Sounds, fjords and islands from Skåne round to the north, with the bridges and free ferries that cross them.
import type { Water } from "./water.ts";

/** Drawn by hand along the middle of each; the line of an island is its shore. */
export const EAST_COAST: readonly Water[] = [
  {
    name: "Hanöbukten",
    line: [[55.5, 15.3], [55.93, 14.4]],
    passes: [{ name: "Åhus", by: [[55.95, 14.32]] }],
  },
  {
    name: "Pukaviksbukten",
    line: [[56.155, 14.7], [56.08, 14.83], [55.95, 15.1]],
    passes: [{ name: "Pukavik", by: [[56.165, 14.685]] }],
  },
  {
    name: "sunden väster och öster om Karlskrona",
    line: [[56.185, 15.545], [56.13, 15.53], [56.05, 15.53], [56.05, 15.62], [56.12, 15.635], [
      56.19,
      15.65,
    ]],
    passes: [
      { name: "Nättraby", by: [[56.205, 15.53]] },
      { name: "Lyckeby", by: [[56.2, 15.66]] },
    ],
  },
  {
    name: "Aspö",
    line: [[56.1, 15.54], [56.14, 15.55], [56.14, 15.6], [56.1, 15.61], [56.1, 15.54]],
    passes: [{
      name: "färjan Karlskrona–Aspö",
      by: [[56.158, 15.585], [56.12, 15.575]],
      ferryMinutes: 35,
    }],
  },
  {
    name: "Kalmarsund",
    line: [
      [56.1, 16.25],
      [56.4, 16.22],
      [56.55, 16.33],
      [56.67, 16.42],
      [56.8, 16.52],
      [57, 16.7],
      [57.2, 16.85],
      [57.45, 16.95],
    ],
    passes: [{ name: "Ölandsbron", by: [[56.682, 16.395], [56.668, 16.465]] }],
  },
  {
    name: "Slätbaken",
    line: [[58.465, 16.36], [58.45, 16.6], [58.42, 16.9]],
    passes: [
      { name: "Söderköping", by: [[58.475, 16.33]] },
      { name: "färjan vid Stegeborg", by: [[58.458, 16.6], [58.437, 16.6]], ferryMinutes: 10 },
    ],
  },
  {
    name: "Bråviken",
    line: [[58.63, 16.25], [58.645, 16.4], [58.63, 16.6], [58.61, 16.85], [58.58, 17.1], [
      58.6,
      17.4,
    ]],
    passes: [
      { name: "Norrköping", by: [[58.635, 16.22]] },
      { name: "färjan Skenäs–Säter", by: [[58.645, 16.65], [58.61, 16.65]], ferryMinutes: 20 },
    ],
  },
  {
    name: "Himmerfjärden",
    line: [[59.15, 17.662], [59.1, 17.67], [59.04, 17.685], [58.95, 17.73], [58.85, 17.75]],
    passes: [{
      name: "färjan över Skanssundet",
      by: [[59.047, 17.71], [59.05, 17.665]],
      ferryMinutes: 12,
    }],
  },
  {
    name: "Baggensfjärden",
    line: [[59.31, 18.305], [59.28, 18.335], [59.22, 18.43], [59.15, 18.5]],
    passes: [{ name: "Farstabron", by: [[59.325, 18.31]] }],
  },
  {
    name: "Erstaviken",
    line: [[59.25, 18.38], [59.255, 18.31], [59.275, 18.24]],
    passes: [{ name: "Älta", by: [[59.28, 18.215]] }],
  },
  {
    name: "Saltsjön och fjärdarna norr om Värmdö",
    line: [
      [59.323, 18.1],
      [59.325, 18.2],
      [59.352, 18.26],
      [59.375, 18.3],
      [59.393, 18.365],
      [59.385, 18.4],
      [59.4, 18.442],
      [59.43, 18.45],
      [59.45, 18.5],
      [59.43, 18.65],
      [59.4, 18.85],
    ],
    passes: [{
      name: "färjan över Oxdjupet",
      by: [[59.402, 18.432], [59.398, 18.455]],
      ferryMinutes: 10,
    }],
  },
  {
    name: "Stora Värtan och Askrikefjärden",
    line: [[59.375, 18.3], [59.39, 18.15], [59.43, 18.085]],
    passes: [{ name: "Roslags Näsby", by: [[59.435, 18.07]] }],
  },
  {
    name: "Lilla Värtan",
    line: [[59.325, 18.17], [59.345, 18.12], [59.375, 18.1], [59.39, 18.15]],
    passes: [{ name: "Lidingöbron", by: [[59.355, 18.1], [59.36, 18.125]] }],
  },
  {
    name: "Kodjupet",
    line: [[59.393, 18.365], [59.413, 18.372], [59.43, 18.45]],
    passes: [{
      name: "färjan Vaxholm–Rindö",
      by: [[59.403, 18.353], [59.401, 18.378]],
      ferryMinutes: 15,
    }],
  },
  {
    name: "farleden väster om Ljusterö",
    line: [[59.45, 18.5], [59.5, 18.505], [59.535, 18.565], [59.57, 18.64], [59.585, 18.8], [
      59.55,
      19.05,
    ]],
    passes: [{
      name: "färjan Östanå–Ljusterö",
      by: [[59.545, 18.545], [59.525, 18.58]],
      ferryMinutes: 15,
    }],
  },
  {
    name: "Furusund",
    line: [[59.585, 18.8], [59.65, 18.83], [59.665, 18.93], [59.65, 19.05], [59.585, 19.1]],
    passes: [{
      name: "färjan Furusund–Köpmanholm",
      by: [[59.672, 18.92], [59.655, 18.92]],
      ferryMinutes: 15,
    }],
  },
  {
    name: "Norrtäljeviken",
    line: [[59.757, 18.715], [59.785, 18.85], [59.79, 19.2]],
    passes: [{ name: "Norrtälje", by: [[59.758, 18.7]] }],
  },
  {
    name: "Öregrundsgrepen",
    line: [[60.45, 18.25], [60.36, 18.43], [60.33, 18.47], [60.25, 18.62], [60.18, 18.75]],
    passes: [{
      name: "färjan Öregrund–Gräsö",
      by: [[60.342, 18.447], [60.347, 18.47]],
      ferryMinutes: 15,
    }],
  },
  {
    name: "Fårösund",
    line: [[57.95, 18.93], [57.88, 19.04], [57.868, 19.075], [57.84, 19.15], [57.8, 19.3]],
    passes: [{
      name: "färjan Fårösund–Broa",
      by: [[57.866, 19.06], [57.873, 19.09]],
      ferryMinutes: 20,
    }],
  },
  {
    name: "Alnösundet",
    line: [[62.49, 17.6], [62.47, 17.43], [62.43, 17.4], [62.37, 17.4], [62.33, 17.55]],
    passes: [{ name: "Alnöbron", by: [[62.427, 17.385], [62.426, 17.415]] }, {
      name: "Timrå",
      by: [[62.475, 17.415]],
    }],
  },
  {
    name: "Sundsvallsfjärden",
    line: [[62.37, 17.4], [62.385, 17.335], [62.39, 17.315]],
    passes: [
      { name: "Sundsvallsbron", by: [[62.378, 17.34], [62.393, 17.33]] },
      { name: "Sundsvall", by: [[62.391, 17.3]] },
    ],
  },
  {
    name: "Ångermanälven",
    line: [[62.65, 18.1], [62.798, 17.94], [62.88, 17.88], [62.99, 17.77], [63.05, 17.73]],
    passes: [
      { name: "Höga Kustenbron", by: [[62.788, 17.93], [62.806, 17.945]] },
      { name: "Sandöbron", by: [[62.876, 17.87], [62.886, 17.89]] },
      { name: "Hammarsbron", by: [[62.99, 17.755], [62.992, 17.785]] },
    ],
  },
  {
    name: "Lule älv",
    line: [[65.61, 21.98], [65.585, 22.08], [65.572, 22.15], [65.52, 22.25], [65.48, 22.4]],
    passes: [{ name: "Bergnäsbron", by: [[65.577, 22.13], [65.56, 22.09]] }],
  },
  {
    name: "Rånefjärden",
    line: [[65.5, 22.6], [65.83, 22.4]],
    passes: [{ name: "Råneå", by: [[65.85, 22.32]] }],
  },
  {
    name: "Törefjärden",
    line: [[65.6, 22.95], [65.9, 22.67]],
    passes: [{ name: "Töre", by: [[65.915, 22.65]] }],
  },
];
