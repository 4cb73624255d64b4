// Large Swedish railway stations by hand: station house positions read off public maps, good to about 200 m.
// The build refuses a row farther than 6 km from the town it names, so a slip of a digit cannot pass.

/** Swedish name, English name, town, latitude, longitude, weight (0–100), aliases. */
export type StationRow = [string, string, string, number, number, number, string[]];

/** About sixty stations with long-distance or dense regional traffic. */
export const STATIONS: StationRow[] = [
  ["Göteborg Centralstation", "Gothenburg Central Station", "Göteborg", 57.7089, 11.9735, 96, [
    "Göteborg C",
    "Göteborgs Centralstation",
    "Göteborgs central",
    "Göteborg Central Station",
    "Centralstationen",
    "Centralen",
    "Göteborgs C",
  ]],
  ["Stockholm Centralstation", "Stockholm Central Station", "Stockholm", 59.33, 18.058, 88, [
    "Stockholm C",
    "Stockholms Centralstation",
    "Stockholms central",
  ]],
  ["Malmö Centralstation", "Malmö Central Station", "Malmö", 55.6092, 13.0007, 80, ["Malmö C"]],
  ["Uppsala Centralstation", "Uppsala Central Station", "Uppsala", 59.8586, 17.646, 72, [
    "Uppsala C",
  ]],
  central("Lund", 55.7055, 13.187, 70),
  central("Linköping", 58.4163, 15.6252, 70),
  central("Norrköping", 58.5967, 16.1836, 69),
  central("Västerås", 59.6073, 16.552, 69),
  central("Örebro", 59.2785, 15.211, 69),
  central("Helsingborg", 56.0437, 12.6946, 69),
  central("Jönköping", 57.7845, 14.162, 68),
  central("Borås", 57.7206, 12.933, 70),
  central("Karlstad", 59.378, 13.499, 67),
  central("Gävle", 60.6755, 17.151, 67),
  central("Sundsvall", 62.3868, 17.3155, 66),
  central("Umeå", 63.8298, 20.2668, 66),
  central("Luleå", 65.5838, 22.165, 65),
  central("Halmstad", 56.669, 12.865, 67),
  central("Trollhättan", 58.288, 12.2985, 67),
  central("Skövde", 58.3909, 13.8533, 66),
  central("Falköping", 58.1755, 13.553, 60),
  central("Kalmar", 56.661, 16.359, 64),
  central("Karlskrona", 56.1665, 15.5855, 62),
  central("Kristianstad", 56.0317, 14.1525, 61),
  central("Hässleholm", 56.158, 13.7635, 62),
  central("Nässjö", 57.6525, 14.6945, 60),
  central("Katrineholm", 58.9965, 16.2085, 60),
  central("Södertälje", 59.1925, 17.627, 60),
  central("Eskilstuna", 59.3695, 16.507, 62),
  central("Östersund", 63.1705, 14.638, 62),
  central("Falun", 60.6035, 15.636, 60),
  central("Borlänge", 60.4805, 15.425, 60),
  central("Vänersborg", 58.3785, 12.321, 58),
  plain("Växjö", "Växjö", 56.8765, 14.8075, 63),
  plain("Alvesta", "Alvesta", 56.899, 14.556, 58),
  plain("Mjölby", "Mjölby", 58.3228, 15.133, 56),
  plain("Varberg", "Varberg", 57.1095, 12.2449, 63),
  plain("Falkenberg", "Falkenberg", 56.9095, 12.515, 59),
  plain("Kungsbacka", "Kungsbacka", 57.4892, 12.079, 64),
  plain("Mölndal", "Mölndal", 57.656, 12.0177, 66),
  plain("Partille", "Partille", 57.7393, 12.1063, 62),
  plain("Lerum", "Lerum", 57.7702, 12.269, 60),
  plain("Alingsås", "Alingsås", 57.9268, 12.5325, 62),
  plain("Herrljunga", "Herrljunga", 58.0783, 13.023, 57),
  plain("Ytterby", "Kungälv", 57.8655, 11.998, 57),
  plain("Hallsberg", "Hallsberg", 59.0665, 15.11, 58),
  plain("Märsta", "Märsta", 59.628, 17.861, 58),
  plain("Knivsta", "Knivsta", 59.7255, 17.787, 56),
  plain("Enköping", "Enköping", 59.64, 17.083, 57),
  plain("Solna", "Solna", 59.365, 18.01, 60),
  plain("Sundbyberg", "Sundbyberg", 59.361, 17.9715, 60),
  plain("Flemingsberg", "Huddinge", 59.2178, 17.946, 60),
  plain("Södertälje Syd", "Södertälje", 59.1625, 17.6455, 57),
  plain("Stockholm Södra", "Stockholm", 59.314, 18.062, 62, ["Stockholms södra"]),
  plain("Arlanda", "Märsta", 59.6495, 17.929, 66, ["Arlanda C", "Arlanda Centralstation"]),
  plain("Malmö Triangeln", "Malmö", 55.5945, 13.001, 62, ["Triangeln"]),
  plain("Malmö Hyllie", "Malmö", 55.563, 12.976, 62, ["Hyllie"]),
  plain("Sala", "Sala", 59.922, 16.606, 54),
  plain("Kristinehamn", "Kristinehamn", 59.3125, 14.109, 56),
  plain("Ängelholm", "Ängelholm", 56.2435, 12.8545, 57),
  plain("Landskrona", "Landskrona", 55.8795, 12.857, 57),
  plain("Ystad", "Ystad", 55.428, 13.826, 56),
  plain("Boden", "Boden", 65.829, 21.688, 55),
  plain("Kiruna", "Kiruna", 67.868, 20.2, 55),
];

function central(town: string, lat: number, lng: number, weight: number): StationRow {
  return [`${town} Centralstation`, `${town} Central Station`, town, lat, lng, weight, [
    `${town} C`,
    `${town} station`,
  ]];
}

function plain(
  name: string,
  town: string,
  lat: number,
  lng: number,
  weight: number,
  aliases: string[] = [],
): StationRow {
  return [`${name} station`, `${name} Station`, town, lat, lng, weight, aliases];
}
