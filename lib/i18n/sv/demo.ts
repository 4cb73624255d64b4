// Swedish: what the tariffs of a new installation call their zones and surcharges.

/** Names in the demo tariffs; an operator's own tariff brings its own. */
export const demoSv = {
  zones: {
    landvetter: "Landvetter",
    "goteborg-centrum": "centrum",
    molndal: "Mölndal",
    boras: "Borås",
  },
  surcharges: {
    morning: "Morgontillägg",
    night: "Nattillägg",
    weekend: "Helgtillägg",
    "major-holiday": "Storhelgstillägg",
  },
};
