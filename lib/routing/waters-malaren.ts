// Mälaren and the waters of Stockholm up to the sea, with the bridges and free ferries over them.
import type { Water } from "./water.ts";

/** Drawn by hand along the middle of each; the islands between Södertälje and Bromma as one shore. */
export const MALAREN: readonly Water[] = [
  {
    name: "Mälaren, norra leden",
    line: [
      [59.435, 16.11],
      [59.455, 16.32],
      [59.48, 16.55],
      [59.5, 16.75],
      [59.53, 16.93],
      [59.535, 17.02],
      [59.52, 17.12],
      [59.5, 17.25],
      [59.44, 17.43],
    ],
    passes: [
      { name: "Kungsör", by: [[59.425, 16.09]] },
      { name: "Kvicksundsbron", by: [[59.445, 16.315], [59.465, 16.325]] },
      { name: "Hjulstabron", by: [[59.525, 17.03], [59.547, 17.02]] },
    ],
  },
  {
    name: "Mälaren söder om Tosterön",
    line: [[59.5, 16.84], [59.44, 16.97], [59.39, 17], [59.383, 17.04], [59.39, 17.1]],
    passes: [{ name: "Strängnäsbron", by: [[59.376, 17.03], [59.392, 17.045]] }],
  },
  {
    name: "Mälaren mellan Tosterön och Selaön",
    line: [[59.39, 17.1], [59.44, 17.13], [59.52, 17.12]],
    passes: [],
  },
  {
    name: "Mälaren söder om Selaön",
    line: [[59.39, 17.1], [59.368, 17.17], [59.362, 17.24], [59.36, 17.43]],
    passes: [{ name: "Stallarholmsbron", by: [[59.358, 17.2], [59.375, 17.21]] }],
  },
  {
    name: "Gripsholmsviken",
    line: [[59.37, 17.4], [59.3, 17.34], [59.27, 17.2]],
    passes: [{ name: "Läggesta", by: [[59.25, 17.19]] }],
  },
  {
    name: "Västeråsfjärden",
    line: [[59.48, 16.53], [59.6, 16.57]],
    passes: [{ name: "Västerås", by: [[59.613, 16.56]] }],
  },
  {
    name: "Ekolsundsviken",
    line: [[59.44, 17.43], [59.55, 17.42], [59.615, 17.385]],
    passes: [{ name: "Ekolsund", by: [[59.635, 17.37]] }],
  },
  {
    name: "Björkfjärden och Södertälje kanal",
    line: [[59.44, 17.43], [59.36, 17.43], [59.29, 17.52], [59.25, 17.59], [59.2, 17.632], [
      59.15,
      17.662,
    ]],
    passes: [{ name: "Södertälje", by: [[59.195, 17.622], [59.195, 17.645]] }],
  },
  {
    name: "fjärdarna runt Mälaröarna",
    line: [
      [59.44, 17.43],
      [59.34, 17.44],
      [59.29, 17.58],
      [59.27, 17.75],
      [59.268, 17.87],
      [59.29, 17.89],
      [59.315, 17.9],
      [59.335, 17.893],
      [59.36, 17.835],
      [59.4, 17.745],
      [59.435, 17.74],
      [59.44, 17.62],
      [59.44, 17.43],
    ],
    passes: [
      { name: "Drottningholmsbron", by: [[59.327, 17.915], [59.322, 17.87]] },
      {
        name: "färjan Slagsta–Jungfrusund",
        by: [[59.262, 17.868], [59.277, 17.835]],
        ferryMinutes: 18,
      },
    ],
  },
  {
    name: "sunden runt Lovön",
    line: [[59.37, 17.81], [59.32, 17.797], [59.3, 17.815], [59.285, 17.85], [59.27, 17.87]],
    passes: [{ name: "Tappströmsbron", by: [[59.303, 17.825], [59.293, 17.815]] }],
  },
  {
    name: "Långtarmen",
    line: [[59.44, 17.56], [59.395, 17.6], [59.345, 17.64], [59.325, 17.68], [59.305, 17.74], [
      59.303,
      17.8,
    ], [59.3, 17.815]],
    passes: [{ name: "Lullehovsbron", by: [[59.311, 17.745], [59.297, 17.75]] }],
  },
  {
    name: "Hovgårdsfjärden",
    line: [[59.44, 17.5], [59.38, 17.545], [59.32, 17.5]],
    passes: [{
      name: "färjan Munsö–Adelsö",
      by: [[59.37, 17.56], [59.367, 17.52]],
      ferryMinutes: 15,
    }],
  },
  {
    name: "Görväln och Skarven",
    line: [
      [59.435, 17.74],
      [59.46, 17.785],
      [59.48, 17.795],
      [59.53, 17.825],
      [59.59, 17.78],
      [59.6, 17.74],
      [59.612, 17.69],
      [59.632, 17.64],
      [59.66, 17.57],
      [59.73, 17.55],
    ],
    passes: [
      { name: "Stäketbron", by: [[59.483, 17.76], [59.476, 17.815]] },
      { name: "Erikssundsbron", by: [[59.603, 17.665], [59.63, 17.672]] },
      { name: "Steninge", by: [[59.6, 17.81]] },
      { name: "Örsundsbro", by: [[59.735, 17.5]] },
    ],
  },
  {
    name: "Mälaren söder om Bromma",
    line: [[59.315, 17.9], [59.307, 17.93], [59.32, 17.99], [59.323, 18.05], [59.322, 18.1], [
      59.323,
      18.2,
    ]],
    passes: [
      { name: "Essingeleden", by: [[59.332, 17.998], [59.309, 18.005]] },
      { name: "Centralbron", by: [[59.33, 18.062], [59.316, 18.07]] },
      { name: "Danvikstull", by: [[59.327, 18.08], [59.314, 18.1]] },
    ],
  },
];
