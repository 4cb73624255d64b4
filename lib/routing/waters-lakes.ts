// Lakes and rivers but for Mälaren that roads go round, with the bridges, free ferries and shores by which they do.
import type { Water } from "./water.ts";

/** Drawn by hand along the middle of each. */
export const LAKES: readonly Water[] = [
  {
    name: "Vättern",
    line: [[57.805, 14.2], [58.04, 14.28], [58.3, 14.5], [58.55, 14.78], [58.86, 14.93]],
    passes: [
      { name: "Jönköping", by: [[57.782, 14.19]] },
      { name: "Askersund", by: [[58.885, 14.95]] },
    ],
  },
  {
    name: "Visingsö",
    line: [[57.95, 14.3], [58.02, 14.42], [58.1, 14.42], [58.13, 14.4], [58.1, 14.3], [
      57.95,
      14.3,
    ]],
    passes: [{
      name: "färjan Gränna–Visingsö",
      by: [[58.03, 14.46], [58.03, 14.36]],
      ferryMinutes: 55,
    }],
  },
  {
    name: "Vänern",
    line: [[58.385, 12.35], [58.5, 12.45], [58.7, 12.75], [58.8, 13.1], [58.8, 13.3], [59, 13.55], [
      59.2,
      13.85,
    ], [59.29, 14.05]],
    passes: [
      { name: "Dalbobron, Vänersborg", by: [[58.372, 12.31]] },
      { name: "Kristinehamn", by: [[59.31, 14.1]] },
    ],
  },
  {
    name: "Vänern öster om Värmlandsnäs",
    line: [[58.8, 13.2], [59.15, 13.2], [59.3, 13.15], [59.355, 13.155]],
    passes: [{ name: "Grums", by: [[59.37, 13.13]] }],
  },
  {
    name: "Vänern väster om Värmlandsnäs",
    line: [[58.75, 12.93], [58.98, 12.87], [59.07, 12.84]],
    passes: [{ name: "Säffle", by: [[59.12, 12.9]] }],
  },
  {
    name: "Kinneviken",
    line: [[58.8, 13.2], [58.65, 13.25], [58.53, 13.22]],
    passes: [{ name: "Lidköping", by: [[58.49, 13.22]] }],
  },
  {
    name: "Dättern",
    line: [[58.5, 12.55], [58.365, 12.56]],
    passes: [{ name: "Grästorp", by: [[58.345, 12.57]] }],
  },
  {
    name: "Hjälmaren",
    line: [[59.28, 15.24], [59.26, 15.45], [59.22, 15.7], [59.235, 15.95], [59.27, 16.2], [
      59.305,
      16.4,
    ]],
    passes: [
      { name: "Örebro", by: [[59.28, 15.21]] },
      { name: "Hjälmaresundsbron", by: [[59.2, 16.05], [59.28, 16.1]] },
      { name: "Hällbybrunn", by: [[59.34, 16.45]] },
    ],
  },
  {
    name: "Hjälmaren norr om Läppe",
    line: [[59.22, 15.7], [59.15, 15.75]],
    passes: [{ name: "Läppe", by: [[59.13, 15.77]] }],
  },
  {
    name: "Storsjön",
    line: [
      [63.285, 14.487],
      [63.24, 14.48],
      [63.22, 14.42],
      [63.18, 14.3],
      [63.12, 14.39],
      [63.02, 14.43],
      [62.9, 14.47],
      [62.79, 14.42],
    ],
    passes: [
      { name: "Krokom", by: [[63.3, 14.49]] },
      { name: "Svenstavik", by: [[62.77, 14.43]] },
    ],
  },
  {
    name: "Storsjön väster om Norderön",
    line: [[63.18, 14.3], [63.25, 14.1], [63.32, 14.01]],
    passes: [{ name: "Mattmar", by: [[63.335, 13.95]] }],
  },
  {
    name: "Storsjön runt Frösön",
    line: [[63.22, 14.42], [63.225, 14.56], [63.183, 14.625], [63.17, 14.55], [63.17, 14.42], [
      63.22,
      14.35,
    ]],
    passes: [
      { name: "Frösöbron", by: [[63.18, 14.635], [63.183, 14.6]] },
      { name: "Vallsundsbron", by: [[63.185, 14.52], [63.155, 14.53]] },
    ],
  },
  {
    name: "Brunfloviken",
    line: [[63.17, 14.55], [63.17, 14.62], [63.14, 14.7], [63.085, 14.795]],
    passes: [{ name: "Brunflo", by: [[63.075, 14.81]] }],
  },
  {
    name: "Siljan",
    line: [[60.985, 14.56], [60.93, 14.65], [60.85, 14.8], [60.82, 14.95], [60.73, 14.97]],
    passes: [
      { name: "Mora", by: [[61.005, 14.55]] },
      { name: "Leksand", by: [[60.725, 14.98]] },
    ],
  },
  {
    name: "Rättviken",
    line: [[60.83, 14.9], [60.87, 15], [60.88, 15.085]],
    passes: [{ name: "Rättvik", by: [[60.885, 15.115]] }],
  },
  {
    name: "Sollerön",
    line: [[60.97, 14.57], [60.9, 14.54], [60.87, 14.65], [60.89, 14.72], [60.95, 14.66], [
      60.97,
      14.57,
    ]],
    passes: [{ name: "Sollerö bro", by: [[60.94, 14.52], [60.925, 14.585]] }, {
      name: "Gesunda",
      by: [[60.89, 14.53]],
    }],
  },
  {
    name: "Orsasjön",
    line: [[61.03, 14.56], [61.115, 14.56]],
    passes: [
      { name: "Mora", by: [[61.012, 14.55]] },
      { name: "Orsa", by: [[61.13, 14.57]] },
    ],
  },
  {
    name: "Dalälven vid Färnebofjärden",
    line: [[60.17, 16.8], [60.29, 16.88], [60.33, 17], [60.385, 17.24], [60.5, 17.42]],
    passes: [
      { name: "Östa", by: [[60.16, 16.79]] },
      { name: "Gysinge", by: [[60.28, 16.89], [60.3, 16.87]] },
      { name: "Söderfors", by: [[60.377, 17.24], [60.395, 17.235]] },
      { name: "Älvkarleby", by: [[60.56, 17.45]] },
    ],
  },
  {
    name: "Storsjön i Gästrikland",
    line: [[60.57, 16.6], [60.57, 16.82]],
    passes: [{ name: "Storsjöns västra ände", by: [[60.565, 16.57]] }, {
      name: "Storsjöns östra ände",
      by: [[60.565, 16.85]],
    }],
  },
  {
    name: "Mjörn",
    line: [[57.835, 12.34], [57.87, 12.39], [57.94, 12.47]],
    passes: [{ name: "Gråbo", by: [[57.825, 12.325]] }, {
      name: "Alingsås",
      by: [[57.945, 12.49]],
    }],
  },
  {
    name: "Roxen",
    line: [[58.5, 15.54], [58.5, 15.78]],
    passes: [{ name: "Berg", by: [[58.495, 15.52]] }, { name: "Norsholm", by: [[58.505, 15.85]] }],
  },
  {
    name: "Glan",
    line: [[58.63, 15.88], [58.605, 16.08]],
    passes: [{ name: "Glans västra ände", by: [[58.64, 15.86]] }, {
      name: "Norrköping",
      by: [[58.6, 16.1]],
    }],
  },
  {
    name: "Flåsjön",
    line: [[63.97, 15.95], [64.3, 15.75]],
    passes: [{ name: "Flåsjöns södra ände", by: [[63.95, 15.97]] }, {
      name: "Flåsjöns norra ände",
      by: [[64.33, 15.73]],
    }],
  },
  {
    name: "Bolmen",
    line: [[56.76, 13.66], [56.9, 13.69], [57.07, 13.7]],
    passes: [
      { name: "Skeen", by: [[56.745, 13.66]] },
      { name: "färjan Sunnaryd–Bolmsö", by: [[56.96, 13.62], [56.98, 13.75]], ferryMinutes: 15 },
      { name: "Forsheda", by: [[57.085, 13.7]] },
    ],
  },
  {
    name: "Helgasjön",
    line: [[56.91, 14.79], [57, 14.83]],
    passes: [{ name: "Växjö", by: [[56.895, 14.79]] }, {
      name: "Helgasjöns norra ände",
      by: [[57.02, 14.83]],
    }],
  },
  {
    name: "Runn",
    line: [[60.59, 15.65], [60.48, 15.66]],
    passes: [{ name: "Falun", by: [[60.6, 15.64]] }, { name: "Torsång", by: [[60.465, 15.65]] }],
  },
];
