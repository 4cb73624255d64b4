// Sounds, fjords and islands of the west coast, with the bridges and free ferries that cross them.
import type { Water } from "./water.ts";

/** Drawn by hand along the middle of each, from Göteborg north, then south. */
export const WEST_COAST: readonly Water[] = [
  {
    name: "Göta älv",
    line: [
      [57.62, 11.6],
      [57.665, 11.75],
      [57.685, 11.87],
      [57.69, 11.9],
      [57.697, 11.93],
      [57.711, 11.965],
      [57.72, 11.99],
      [57.75, 12],
      [57.8, 12.02],
      [57.865, 12],
      [57.92, 12.04],
      [57.95, 12.075],
      [58.03, 12.1],
      [58.13, 12.12],
      [58.2, 12.17],
      [58.27, 12.265],
    ],
    passes: [
      { name: "Älvsborgsbron", by: [[57.683, 11.901], [57.697, 11.905]] },
      { name: "Götaälvbron", by: [[57.709, 11.967], [57.717, 11.965]] },
      { name: "Tingstadstunneln", by: [[57.718, 11.993], [57.728, 11.982]] },
      { name: "Angeredsbron", by: [[57.797, 12.03], [57.8, 12.005]] },
      { name: "Jordfallsbron", by: [[57.852, 12.02], [57.853, 11.985]] },
      { name: "Lilla Edet", by: [[58.132, 12.135], [58.134, 12.115]] },
      { name: "Trollhättan", by: [[58.283, 12.275]] },
    ],
  },
  {
    name: "Nordre älv",
    line: [[57.8, 11.5], [57.795, 11.75], [57.797, 11.85], [57.83, 11.93], [57.865, 12]],
    passes: [
      { name: "Kungälv", by: [[57.838, 11.975], [57.866, 11.975]] },
      { name: "färjan över Nordre älv", by: [[57.8, 11.868], [57.81, 11.862]], ferryMinutes: 20 },
    ],
  },
  {
    name: "Björköfjorden",
    line: [[57.6, 11.6], [57.66, 11.69], [57.72, 11.7], [57.77, 11.705], [57.8, 11.62], [
      57.8,
      11.5,
    ]],
    passes: [
      {
        name: "färjan Lilla Varholmen–Hönö Pinan",
        by: [[57.706, 11.703], [57.692, 11.66]],
        ferryMinutes: 25,
      },
      {
        name: "färjan Lilla Varholmen–Björkö",
        by: [[57.708, 11.703], [57.714, 11.685]],
        ferryMinutes: 20,
      },
    ],
  },
  {
    name: "sundet mellan Björkö och Öckerö",
    line: [[57.8, 11.66], [57.77, 11.666], [57.705, 11.669], [57.66, 11.69]],
    passes: [],
  },
  {
    name: "sunden söder om Rörö och Källö-Knippla",
    line: [[57.75, 11.55], [57.753, 11.62], [57.757, 11.665]],
    passes: [{
      name: "färjan Burö–Rörö",
      by: [[57.748, 11.645], [57.772, 11.615]],
      ferryMinutes: 30,
    }],
  },
  {
    name: "Instö ränna",
    line: [[57.83, 11.5], [57.845, 11.63], [57.875, 11.66], [57.9, 11.66], [57.92, 11.6], [
      57.92,
      11.5,
    ]],
    passes: [{ name: "Instöbron", by: [[57.893, 11.68], [57.888, 11.645]] }],
  },
  {
    name: "Hakefjorden och sunden norr om Orust",
    line: [
      [57.92, 11.5],
      [57.92, 11.68],
      [57.98, 11.74],
      [58.05, 11.785],
      [58.1, 11.81],
      [58.12, 11.83],
      [58.15, 11.853],
      [58.2, 11.858],
      [58.25, 11.84],
      [58.29, 11.8],
      [58.315, 11.76],
      [58.302, 11.71],
      [58.255, 11.665],
      [58.24, 11.58],
      [58.21, 11.5],
      [58.2, 11.42],
      [58.2, 11.3],
    ],
    passes: [
      { name: "Tjörnbron", by: [[58.06, 11.815], [58.057, 11.77]] },
      {
        name: "färjan Kolhättan–Svanesund",
        by: [[58.145, 11.865], [58.144, 11.84]],
        ferryMinutes: 15,
      },
      { name: "Nötesundsbron", by: [[58.313, 11.72], [58.292, 11.715]] },
    ],
  },
  {
    name: "Stigfjorden",
    line: [[58, 11.4], [58.1, 11.5], [58.075, 11.62], [58.1, 11.68], [58.1, 11.74], [58.12, 11.83]],
    passes: [{ name: "Skåpesundsbron", by: [[58.075, 11.745], [58.118, 11.735]] }],
  },
  {
    name: "Byfjorden",
    line: [[58.315, 11.76], [58.325, 11.83], [58.345, 11.9]],
    passes: [
      { name: "Uddevallabron", by: [[58.317, 11.825], [58.337, 11.835]] },
      { name: "Uddevalla", by: [[58.35, 11.93]] },
    ],
  },
  {
    name: "Gullmarn",
    line: [[58.2, 11.36], [58.262, 11.445], [58.298, 11.546], [58.38, 11.62], [58.435, 11.7]],
    passes: [
      {
        name: "färjan Finnsbo–Skår",
        by: [[58.317, 11.475], [58.299, 11.536], [58.296, 11.556], [58.268, 11.53]],
        ferryMinutes: 20,
      },
      { name: "Munkedal", by: [[58.45, 11.71]] },
    ],
  },
  {
    name: "Färlevfjorden",
    line: [[58.4, 11.605], [58.475, 11.582]],
    passes: [{ name: "Håby", by: [[58.49, 11.585]] }],
  },
  {
    name: "Åbyfjorden",
    line: [[58.28, 11.3], [58.355, 11.35], [58.457, 11.467]],
    passes: [{ name: "Åby", by: [[58.467, 11.475]] }],
  },
  {
    name: "Brofjorden",
    line: [[58.3, 11.38], [58.345, 11.41], [58.39, 11.455]],
    passes: [{ name: "Brastad", by: [[58.4, 11.465]] }],
  },
  {
    name: "Laholmsbukten",
    line: [[56.9, 12.2], [56.63, 12.6], [56.54, 12.93]],
    passes: [{ name: "Mellbystrand", by: [[56.53, 12.95]] }],
  },
  {
    name: "Skälderviken",
    line: [[56.37, 12.4], [56.28, 12.7], [56.25, 12.81]],
    passes: [{ name: "Ängelholm", by: [[56.24, 12.83]] }],
  },
];
