// What people type when they mean a landmark: short, in English, by an old name, without dots, half a word.
import assert from "node:assert/strict";
import { loadPlaceIndex } from "../../lib/places/place-index.ts";
import { searchPlaces } from "../../lib/places/place-search.ts";
import { resolvePlace } from "../../lib/places/resolve-place.ts";

const index = loadPlaceIndex();

/** What is typed, and the landmark that must be the first suggestion. */
const TYPED: readonly [typed: string, slug: string][] = [
  ["Sahlgrenska", "sahlgrenska"],
  ["sahlgrenska sjukhuset", "sahlgrenska"],
  ["salgrenska", "sahlgrenska"],
  ["Sahlgrenska huvudentré", "sahlgrenska-huvudentre"],
  ["sahlgrenska huvudentre", "sahlgrenska-huvudentre"],
  ["akuten sahlgrenska", "sahlgrenska-akuten"],
  ["Östra sjukhuset", "ostra-sjukhuset"],
  ["ostra sjukhuset", "ostra-sjukhuset"],
  ["drottning silvia", "drottning-silvias-barnsjukhus"],
  ["barnakuten", "drottning-silvias-barnsjukhus"],
  ["molndals sjukhus", "molndals-sjukhus"],
  ["carlanderska", "carlanderska"],
  ["Ullevi", "ullevi"],
  ["ullev", "ullevi"],
  ["nya ullevi", "ullevi"],
  ["gamla ullevi", "gamla-ullevi"],
  ["scandinavium", "scandinavium"],
  ["skandinavium", "scandinavium"],
  ["bravida arena", "nordic-wellness-arena"],
  ["rambergsvallen", "nordic-wellness-arena"],
  ["nils ericson", "nils-ericson-terminalen"],
  ["nils ericsson terminalen", "nils-ericson-terminalen"],
  ["gothenburg bus terminal", "nils-ericson-terminalen"],
  ["danmarksterminalen", "stena-danmarksterminalen"],
  ["stena danmark", "stena-danmarksterminalen"],
  ["kielfärjan", "stena-tysklandsterminalen"],
  ["tysklandsterminalen", "stena-tysklandsterminalen"],
  ["saltholmen", "saltholmen"],
  ["Nordstan", "nordstan"],
  ["nordst", "nordstan"],
  ["femmanhuset", "nordstan"],
  ["Frölunda torg", "frolunda-torg"],
  ["frolunda torg", "frolunda-torg"],
  ["backaplan", "backaplan"],
  ["allum", "allum"],
  ["gothia", "gothia-towers"],
  ["gothia towers", "gothia-towers"],
  ["svenska massan", "svenska-massan"],
  ["swedish exhibition centre", "svenska-massan"],
  ["Hotell Eggers", "hotel-eggers"],
  ["eggers", "hotel-eggers"],
  ["clarion post", "clarion-hotel-post"],
  ["hotel post", "clarion-hotel-post"],
  ["jacyz", "jacy-z"],
  ["chalmers", "chalmers-johanneberg"],
  ["chalmers lindholmen", "chalmers-lindholmen"],
  ["handels", "handelshogskolan"],
  ["gothenburg university", "gu-vasaparken"],
  ["operan", "goteborgsoperan"],
  ["gothenburg opera", "goteborgsoperan"],
  ["konserthuset", "goteborgs-konserthus"],
  ["konstmuseet", "konstmuseet"],
  ["stadsteatern", "stadsteatern"],
  ["universeum", "universeum"],
  ["lisberg", "liseberg"],
  ["liseberg", "liseberg"],
  ["varldskulturmuseet", "varldskulturmuseet"],
  ["feskekorka", "feskekorka"],
  ["Brunnsparken", "brunnsparken"],
  ["jarntorget", "jarntorget"],
  ["gustav adolfs torg", "gustaf-adolfs-torg"],
  ["botaniska", "botaniska"],
  ["slottskogen", "slottsskogen"],
  ["tingsratten", "goteborgs-tingsratt"],
  ["polishuset", "polishuset"],
  ["kviberg krematorium", "kvibergs-kyrkogard"],
  ["läppstiftet", "lappstiftet"],
  ["SÄS", "sas-boras"],
  ["NÄL", "nal"],
  ["karolinska solna", "karolinska-solna"],
  ["huddinge sjukhus", "karolinska-huddinge"],
  ["sös", "sodersjukhuset"],
  ["sus lund", "sus-lund"],
  ["akademiska", "akademiska"],
  ["Globen", "avicii-arena"],
  ["friends arena", "strawberry-arena"],
  ["tele2 arena", "3arena"],
  ["cityterminalen", "cityterminalen"],
  ["viking line", "viking-line-stadsgarden"],
  ["mall of scandinavia", "mall-of-scandinavia"],
  ["emporia", "emporia"],
  ["gekas", "ullared"],
  ["Terminal 5 Arlanda", "arlanda-terminal-5"],
  ["arlanda t5", "arlanda-terminal-5"],
  ["arlanda terminal 4", "arlanda-terminal-4"],
  ["Terminal 2 Arlanda", "arlanda-terminal-2"],
  ["quality hotel 11", "quality-hotel-11"],
  ["kth", "kth"],
  ["vasa museum", "vasamuseet"],
];

for (const [typed, slug] of TYPED) {
  Deno.test(`"${typed}" offers ${slug} first`, () => {
    for (const locale of ["sv", "en"] as const) {
      assert.equal(searchPlaces(index, typed, { locale })[0]?.id, `landmark:${slug}`, locale);
    }
  });
}

Deno.test("a landmark is called what the language calls it, with its kind and where it is", () => {
  const first = (locale: "sv" | "en") => searchPlaces(index, "operan", { locale })[0];
  assert.deepEqual(first("sv"), {
    id: "landmark:goteborgsoperan",
    kind: "landmark",
    landmark: "theatre",
    precision: "exact",
    name: "Göteborgsoperan",
    area: "Lilla Bommen, Göteborg",
    point: first("en")?.point,
  });
  assert.equal(first("en")?.name, "Gothenburg Opera");
});

Deno.test("the central station of Göteborg stands there once, whatever it is called", () => {
  for (
    const typed of ["göteborg c", "centralstationen", "gothenburg central", "göteborgs central"]
  ) {
    const found = searchPlaces(index, typed, { locale: "sv" });
    assert.equal(found[0]?.id, "station:goteborg-centralstation", typed);
    assert.equal(found.filter(({ name }) => /^Göteborgs? Central/.test(name)).length, 1, typed);
  }
});

/** Whole names, sent without choosing a suggestion, and the landmark that is taken. */
const SENT: readonly [words: string, slug: string][] = [
  ["Sahlgrenska", "sahlgrenska"],
  ["Frölunda torg", "frolunda-torg"],
  ["Ullevi", "ullevi"],
  ["Nordstan", "nordstan"],
  ["Brunnsparken", "brunnsparken"],
  ["Terminal 5 Arlanda", "arlanda-terminal-5"],
];

Deno.test("a landmark's whole name is that landmark, and no street that looks like it", () => {
  for (const [words, slug] of SENT) {
    const resolution = resolvePlace(index, words);
    assert.equal(resolution.kind === "one" && resolution.place.id, `landmark:${slug}`, words);
  }
});

Deno.test("a number at a square is its street's, and a hotel before an address does not outrank it", () => {
  const number = resolvePlace(index, "Götaplatsen 3");
  assert.equal(number.kind === "one" && number.place.id, "street:gotaplatsen");
  const hotel = resolvePlace(index, "Hotell Eggers, Drottningtorget 2");
  assert(hotel.kind === "several");
  assert.deepEqual(hotel.places.slice(0, 2).map(({ name }) => name), [
    "Drottningtorget",
    "Hotel Eggers",
  ]);
});

Deno.test("a name that two hospitals or two campuses go by is asked about", () => {
  for (const words of ["Karolinska", "Karolinska sjukhuset", "Chalmers"]) {
    const resolution = resolvePlace(index, words);
    assert(resolution.kind === "several" && resolution.reason === "several", words);
    assert(resolution.places.length >= 2, words);
  }
});
