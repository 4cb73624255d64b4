// Which towns a Swedish postcode can belong to: its first two or three digits are facts of a region.

/** `digits name,name`; three digits are looked up before two. Towns as the table of towns writes them. */
const ROWS: readonly string[] = [
  "10 Stockholm;11 Stockholm;12 Stockholm,Huddinge;13 Nacka,Värmdö,Tyresö,Haninge;131 Nacka;132 Nacka;133 Nacka",
  "134 Värmdö;135 Tyresö;136 Haninge;137 Haninge;138 Nacka;139 Värmdö;14 Huddinge,Botkyrka,Salem,Nynäshamn",
  "141 Huddinge;142 Huddinge;143 Huddinge;144 Salem;145 Botkyrka;146 Botkyrka;147 Botkyrka;148 Nynäshamn",
  "149 Nynäshamn;15 Södertälje,Nykvarn,Gnesta;16 Stockholm,Solna;169 Solna;17 Solna,Sundbyberg,Järfälla,Ekerö",
  "170 Solna;171 Solna;172 Sundbyberg;174 Sundbyberg;175 Järfälla;176 Järfälla;177 Järfälla;178 Ekerö",
  "18 Lidingö,Danderyd,Täby,Österåker,Vaxholm,Vallentuna;181 Lidingö;182 Danderyd;183 Täby;184 Österåker",
  "185 Vaxholm;186 Vallentuna;187 Täby;19 Sollentuna,Sigtuna,Upplands Väsby,Upplands-Bro;191 Sollentuna",
  "192 Sollentuna;193 Sigtuna;194 Upplands Väsby;195 Sigtuna,Märsta;196 Upplands-Bro;197 Upplands-Bro",
  "20 Malmö;21 Malmö;22 Lund;23 Trelleborg,Burlöv,Svedala,Lomma,Vellinge,Malmö;231 Trelleborg;232 Burlöv",
  "233 Svedala;234 Lomma;235 Vellinge;236 Vellinge;237 Lomma;238 Malmö;239 Vellinge;24 Eslöv,Hörby,Höör,Lund",
  "241 Eslöv;242 Hörby;243 Höör;244 Kävlinge;245 Staffanstorp;246 Kävlinge;247 Lund;25 Helsingborg",
  "26 Landskrona,Ängelholm,Höganäs,Klippan,Åstorp,Bjuv,Svalöv,Båstad,Helsingborg;261 Landskrona;262 Ängelholm",
  "263 Höganäs;264 Klippan;265 Åstorp;266 Ängelholm;267 Bjuv;268 Svalöv;269 Båstad;271 Ystad;272 Simrishamn",
  "27 Ystad,Simrishamn,Tomelilla,Skurup,Sjöbo;273 Tomelilla;274 Skurup;275 Sjöbo;281 Hässleholm;282 Hässleholm",
  "28 Hässleholm,Osby,Perstorp,Markaryd,Örkelljunga;283 Osby;284 Perstorp;285 Markaryd;286 Örkelljunga",
  "29 Kristianstad,Olofström,Sölvesborg,Bromölla;291 Kristianstad;293 Olofström;294 Sölvesborg;295 Bromölla",
  "296 Kristianstad;30 Halmstad;31 Falkenberg,Laholm,Halmstad,Hylte;311 Falkenberg;312 Laholm;313 Halmstad",
  "314 Hylte;33 Värnamo,Gislaved,Gnosjö;331 Värnamo;332 Gislaved;335 Gnosjö;34 Ljungby,Alvesta,Älmhult",
  "341 Ljungby;342 Alvesta;343 Älmhult;35 Växjö;36 Emmaboda,Tingsryd,Växjö,Uppvidinge,Lessebo;361 Emmaboda",
  "362 Tingsryd;37 Karlskrona,Ronneby,Karlshamn;371 Karlskrona;372 Ronneby;374 Karlshamn;375 Karlshamn",
  "38 Nybro,Mönsterås,Torsås,Mörbylånga,Borgholm,Kalmar;382 Nybro;383 Mönsterås;385 Torsås;386 Mörbylånga",
  "387 Borgholm;39 Kalmar;40 Göteborg;41 Göteborg;42 Göteborg;427 Göteborg,Billdal;428 Mölndal,Kållered",
  "429 Kungsbacka;430 Kungsbacka,Varberg,Öckerö,Göteborg,Mölndal;431 Mölndal;432 Varberg;433 Partille",
  "434 Kungsbacka;435 Härryda,Mölnlycke;436 Göteborg,Askim;437 Mölndal,Lindome;438 Härryda,Landvetter",
  "439 Kungsbacka,Onsala;440 Ale,Kungälv,Lerum,Stenungsund,Tjörn,Alingsås;441 Alingsås;442 Kungälv;443 Lerum",
  "444 Stenungsund;445 Ale;446 Ale;447 Vårgårda;448 Lerum;449 Ale;451 Uddevalla;452 Strömstad;453 Lysekil",
  "45 Uddevalla,Strömstad,Lysekil,Munkedal,Sotenäs,Tanum,Färgelanda;455 Munkedal;456 Sotenäs;457 Tanum",
  "458 Färgelanda;459 Uddevalla;46 Trollhättan,Vänersborg,Lilla Edet,Mellerud,Grästorp;461 Trollhättan",
  "462 Vänersborg;463 Lilla Edet;464 Mellerud;467 Grästorp;47 Tjörn,Orust,Öckerö;471 Tjörn;472 Orust;473 Orust",
  "474 Orust;475 Öckerö;50 Borås;51 Mark,Svenljunga,Borås,Tranemo,Bollebygd;511 Mark,Kinna;512 Svenljunga",
  "513 Borås;514 Tranemo;515 Borås;516 Borås;517 Bollebygd;518 Borås;519 Mark;52 Falköping,Tidaholm,Ulricehamn",
  "521 Falköping;522 Tidaholm;523 Ulricehamn;524 Herrljunga;53 Lidköping,Skara,Götene,Vara;531 Lidköping",
  "532 Skara;533 Götene;534 Vara;54 Skövde,Mariestad,Tibro,Hjo,Töreboda,Karlsborg,Gullspång;541 Skövde",
  "542 Mariestad;543 Tibro;544 Hjo;545 Töreboda;546 Karlsborg;55 Jönköping;56 Jönköping,Mullsjö,Habo,Vaggeryd",
  "561 Jönköping,Huskvarna;565 Mullsjö;566 Habo;567 Vaggeryd;568 Vaggeryd;571 Nässjö;572 Oskarshamn;573 Tranås",
  "57 Nässjö,Oskarshamn,Tranås,Vetlanda,Eksjö,Sävsjö,Hultsfred,Aneby,Högsby;574 Vetlanda;575 Eksjö;576 Sävsjö",
  "577 Hultsfred;578 Aneby;579 Högsby;58 Linköping;59 Motala,Vadstena,Västervik,Mjölby,Åtvidaberg,Vimmerby",
  "591 Motala;592 Vadstena;593 Västervik;594 Västervik;595 Mjölby;596 Mjölby;597 Åtvidaberg;598 Vimmerby",
  "599 Ödeshög;60 Norrköping;61 Nyköping,Finspång,Oxelösund,Söderköping,Valdemarsvik,Norrköping,Trosa",
  "611 Nyköping;612 Finspång;613 Oxelösund;614 Söderköping;615 Valdemarsvik;616 Norrköping;618 Norrköping",
  "619 Trosa;62 Gotland,Visby;63 Eskilstuna;64 Katrineholm,Flen,Vingåker,Eskilstuna,Strängnäs,Gnesta",
  "641 Katrineholm;642 Flen;643 Vingåker;644 Eskilstuna;645 Strängnäs;646 Gnesta;647 Strängnäs;65 Karlstad",
  "66 Säffle,Åmål,Hammarö,Grums,Kil,Bengtsfors,Forshaga,Dals-Ed,Karlstad;661 Säffle;662 Åmål;663 Hammarö",
  "664 Grums;665 Kil;666 Bengtsfors;667 Forshaga;668 Dals-Ed;67 Arvika,Årjäng,Eda;671 Arvika;672 Årjäng;673 Eda",
  "68 Kristinehamn,Filipstad,Hagfors,Munkfors,Torsby,Sunne,Storfors;681 Kristinehamn;682 Filipstad;683 Hagfors",
  "684 Munkfors;685 Torsby;686 Sunne;688 Storfors;69 Karlskoga,Kumla,Degerfors,Hallsberg,Laxå,Askersund",
  "691 Karlskoga;692 Kumla;693 Degerfors;694 Hallsberg;695 Laxå;696 Askersund;70 Örebro",
  "71 Lindesberg,Hällefors,Nora,Ljusnarsberg,Örebro;711 Lindesberg;712 Hällefors;713 Nora;714 Ljusnarsberg",
  "72 Västerås;73 Köping,Arboga,Sala,Hallstahammar,Surahammar,Kungsör,Fagersta,Norberg,Skinnskatteberg",
  "731 Köping;732 Arboga;733 Sala;734 Hallstahammar;735 Surahammar;736 Kungsör;737 Fagersta;738 Norberg",
  "739 Skinnskatteberg;74 Knivsta,Östhammar,Uppsala,Heby,Enköping,Håbo;741 Knivsta;742 Östhammar;743 Uppsala",
  "744 Heby;745 Enköping;746 Håbo,Bålsta;747 Östhammar;75 Uppsala;76 Norrtälje;77 Ludvika,Avesta,Hedemora",
  "771 Ludvika;774 Avesta;775 Avesta;776 Hedemora;777 Smedjebacken;78 Borlänge,Gagnef,Malung-Sälen;781 Borlänge",
  "784 Borlänge;785 Gagnef;79 Falun,Mora,Leksand,Orsa,Rättvik,Älvdalen;791 Falun;792 Mora;793 Leksand;794 Orsa",
  "795 Rättvik;796 Älvdalen;80 Gävle;81 Sandviken,Hofors,Älvkarleby,Tierp,Ockelbo,Gävle;811 Sandviken",
  "813 Hofors;814 Älvkarleby;815 Tierp;816 Ockelbo;82 Bollnäs,Ovanåker,Hudiksvall,Söderhamn,Ljusdal,Nordanstig",
  "821 Bollnäs;824 Hudiksvall;826 Söderhamn;827 Ljusdal;828 Ovanåker;829 Nordanstig;83 Östersund,Krokom,Åre,Strömsund",
  "831 Östersund;832 Östersund;833 Strömsund;834 Östersund;835 Krokom;837 Åre;84 Ånge,Härjedalen,Berg,Ragunda",
  "841 Ånge;842 Härjedalen;85 Sundsvall;86 Timrå,Sundsvall;861 Timrå;862 Sundsvall;87 Härnösand,Kramfors",
  "871 Härnösand;872 Kramfors;88 Sollefteå;881 Sollefteå;89 Örnsköldsvik;90 Umeå",
  "91 Vännäs,Vilhelmina,Nordmaling,Robertsfors,Bjurholm,Umeå,Åsele;911 Vännäs;912 Vilhelmina;914 Nordmaling",
  "915 Robertsfors;916 Bjurholm;918 Umeå;919 Åsele;92 Lycksele,Vindeln,Storuman,Sorsele;921 Lycksele;922 Vindeln",
  "923 Storuman;93 Skellefteå,Norsjö,Arvidsjaur,Malå;931 Skellefteå;935 Norsjö;939 Malå;94 Piteå,Älvsbyn",
  "941 Piteå;942 Älvsbyn;95 Luleå,Kalix,Haparanda,Överkalix,Övertorneå;952 Kalix;953 Haparanda;954 Luleå",
  "956 Överkalix;957 Övertorneå;96 Boden,Jokkmokk;961 Boden;962 Jokkmokk;97 Luleå;98 Kiruna,Gällivare,Pajala",
  "981 Kiruna;982 Gällivare;983 Gällivare;984 Pajala",
];

const TOWNS: ReadonlyMap<string, readonly string[]> = new Map(
  ROWS.join(";").split(";").map((row) => {
    const space = row.indexOf(" ");
    return [row.slice(0, space), row.slice(space + 1).split(",")] as const;
  }),
);

/** Towns and municipalities the postcode (five digits) can belong to; none when its digits are not in the table. */
export function townsOfPostcode(postcode: string): readonly string[] {
  return TOWNS.get(postcode.slice(0, 3)) ?? TOWNS.get(postcode.slice(0, 2)) ?? [];
}
