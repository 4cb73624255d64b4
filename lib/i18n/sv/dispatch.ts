// Swedish: why a car would drive a trip, and what speaks against it.

/** Swedish; its shape is the shape of every language. */
export const dispatchSv = {
  reasons: {
    reserved: "reserverad",
    idle: "ledig",
    follows: (reference: string, minutes: number) => `klar med ${reference} ${minutes} min före`,
    "free-until": (time: string) => `fri till ${time}`,
    "free-all-day": "fri resten av dagen",
    "higher-class": "större eller finare än beställt",
  },
  empty: (distance: string) => `${distance} tomt`,
  faults: {
    "too-many-passengers": (seats: number) => `har bara ${seats} platser`,
    "no-wheelchair-place": (places: number) =>
      places === 0 ? "tar ingen rullstol" : `tar bara ${places} rullstolar`,
    "not-in-service": "inte i tjänst den dagen",
    "out-of-traffic": "ur trafik",
    occupied: "kör en annan resa då",
    "no-driver": "har ingen förare",
    "takes-no-money": "saknar taxameter och får inte ta betalt: resan betalas i bilen",
    "too-many-bags": (bags: number) => `rymmer bara ${bags} väskor`,
    "lower-class": "annan sort än kunden beställt",
    "kept-for-wheelchairs": "sparas för rullstolar",
    "too-far": (minutes: number) => `hinner inte, ${minutes} min sen`,
  },
};
