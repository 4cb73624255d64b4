// Cities, airports and countries abroad that customers type: we drive within Sweden, and say so instead of guessing.

const ROWS: readonly string[] = [
  "Oslo,Gardermoen,Oslo Gardermoen,Torp Sandefjord,Sandefjord,Moss,Fredrikstad,Sarpsborg,Halden",
  "Svinesund,Drammen,Bergen,Stavanger,Kristiansand,Trondheim,Tromsø,Ålesund,Lillehammer,Hamar",
  "Kongsvinger,Larvik,Köpenhamn,København,Copenhagen,Kastrup,Köpenhamn Kastrup,Copenhagen Airport,CPH",
  "Helsingör,Helsingør,Århus,Aarhus,Ålborg,Aalborg,Odense,Billund,Esbjerg,Fredrikshamn,Frederikshavn",
  "Grenå,Roskilde,Legoland,Helsingfors,Helsinki,Helsingfors Vanda,Vantaa,Vanda,Esbo,Espoo,Åbo,Turku",
  "Tammerfors,Tampere,Uleåborg,Oulu,Rovaniemi,Mariehamn,Åland,Torneå,Tornio,Reykjavik,Reykjavík,Keflavik",
  "Nuuk,Tallinn,Riga,Vilnius,Kaunas,Gdansk,Gdańsk,Warszawa,Warsaw,Krakow,Kraków,Berlin,Hamburg,Kiel",
  "Travemünde,Rostock,Lübeck,Bremen,Hannover,München,Munich,Frankfurt,Köln,Düsseldorf,Amsterdam,Schiphol",
  "Rotterdam,Bryssel,Brussels,Paris,London,Heathrow,Gatwick,Stansted,Manchester,Edinburgh,Dublin,Zürich",
  "Wien,Vienna,Prag,Prague,Budapest,Milano,Rome,Roma,Madrid,Barcelona,Lissabon,Lisbon,Malaga,Aten,Athens",
  "Istanbul,New York,Norge,Norway,Danmark,Denmark,Finland,Tyskland,Germany,Polen,Poland,Estland,Estonia",
  "Lettland,Latvia,Litauen,Lithuania,Iceland,England,Skottland",
];

/** Names in Swedish, English and the country's own language. */
export const PLACES_ABROAD: readonly string[] = ROWS.join(",").split(",");
