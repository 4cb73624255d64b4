// Municipality of a place: mostly the name of its largest town, else this table (SCB's municipality codes).

/** Municipalities that are not called as their largest town, by SCB code. */
export const MUNICIPALITY_NAMES: Record<string, string> = {
  "0117": "Österåker",
  "0120": "Värmdö",
  "0123": "Järfälla",
  "0127": "Botkyrka",
  "0128": "Salem",
  "0138": "Tyresö",
  "0139": "Upplands-Bro",
  "0162": "Danderyd",
  "0191": "Sigtuna",
  "0305": "Håbo",
  "0319": "Älvkarleby",
  "0512": "Ydre",
  "0513": "Kinda",
  "0760": "Uppvidinge",
  "0761": "Lessebo",
  "0840": "Mörbylånga",
  "0980": "Gotland",
  "1231": "Burlöv",
  "1233": "Vellinge",
  "1256": "Östra Göinge",
  "1315": "Hylte",
  "1401": "Härryda",
  "1407": "Öckerö",
  "1419": "Tjörn",
  "1421": "Orust",
  "1427": "Sotenäs",
  "1435": "Tanum",
  "1438": "Dals-Ed",
  "1440": "Ale",
  "1445": "Essunga",
  "1447": "Gullspång",
  "1463": "Mark",
  "1730": "Eda",
  "1761": "Hammarö",
  "1814": "Lekeberg",
  "1864": "Ljusnarsberg",
  "2023": "Malung-Sälen",
  "2026": "Gagnef",
  "2121": "Ovanåker",
  "2132": "Nordanstig",
  "2303": "Ragunda",
  "2326": "Berg",
  "2361": "Härjedalen",
  "2463": "Åsele",
};

/** GeoNames rows that do not exist: twins of Anderstorp and Hittarp placed in the wrong municipality. */
export function isGhost(name: string, municipality: string): boolean {
  return (name === "Anderstorp" && municipality === "1447") ||
    (name === "Hittarp" && municipality === "1256");
}

type LngLat = [number, number];

/**
 * Parts of the Göteborg road extract outside Göteborg municipality, drawn by hand from where Mölndalsvägen
 * becomes Göteborgsvägen (57.6780, 12.0045) and from public maps; good to about 300 m. Labels only.
 */
export const NEIGHBOUR_AREAS: { name: string; ring: LngLat[] }[] = [
  {
    name: "Mölndal",
    ring: [
      [11.945, 57.6],
      [11.945, 57.66],
      [11.96, 57.6665],
      [11.972, 57.672],
      [11.988, 57.6778],
      [12.0045, 57.678],
      [12.012, 57.677],
      [12.02, 57.6715],
      [12.045, 57.664],
      [12.08, 57.66],
      [12.08, 57.6],
    ],
  },
  { name: "Härryda", ring: [[12.08, 57.6], [12.08, 57.668], [12.2, 57.668], [12.2, 57.6]] },
  { name: "Partille", ring: [[12.086, 57.7], [12.086, 57.78], [12.2, 57.78], [12.2, 57.7]] },
];
