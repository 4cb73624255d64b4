// The card numbers Stripe publishes for tests, and what each does: docs.stripe.com/testing.

/** What a card does. */
export interface CardDeed {
  brand: string;
  /** Refused, with these codes. */
  decline?: { code: string; decline_code?: string };
  /** Its bank wants to see its holder: always, or also when the card was saved. */
  threeDs?: "always" | "unless-saved";
  /** It can be saved, and is refused when it is charged. */
  declinesAfterSaving?: boolean;
  /** A bank takes the money back once it was taken. */
  isDisputed?: boolean;
}

const declined = (decline_code: string): CardDeed => ({
  brand: "visa",
  decline: { code: "card_declined", decline_code },
});

/** By their numbers. */
export const TEST_CARDS: Readonly<Record<string, CardDeed>> = {
  "4242424242424242": { brand: "visa" },
  "5555555555554444": { brand: "mastercard" },
  "4000007520000008": { brand: "visa" },
  "4000002500003155": { brand: "visa", threeDs: "unless-saved" },
  "4000002760003184": { brand: "visa", threeDs: "always" },
  "4000000000003220": { brand: "visa", threeDs: "always" },
  "4000000000000002": declined("generic_decline"),
  "4000000000009995": declined("insufficient_funds"),
  "4000000000009987": declined("lost_card"),
  "4000000000009979": declined("stolen_card"),
  "4000000000000069": { brand: "visa", decline: { code: "expired_card" } },
  "4000000000000127": { brand: "visa", decline: { code: "incorrect_cvc" } },
  "4000000000000119": { brand: "visa", decline: { code: "processing_error" } },
  "4000000000000341": { brand: "visa", declinesAfterSaving: true },
  "4000000000000259": { brand: "visa", isDisputed: true },
};

/** The payment methods Stripe has for tests by name, by their number. */
export const TEST_METHODS: Readonly<Record<string, string>> = {
  pm_card_visa: "4242424242424242",
  pm_card_mastercard: "5555555555554444",
  pm_card_authenticationRequired: "4000002760003184",
  pm_card_authenticationRequiredOnSetup: "4000002500003155",
  pm_card_visa_chargeDeclined: "4000000000000002",
  pm_card_visa_chargeDeclinedInsufficientFunds: "4000000000009995",
  pm_card_chargeDeclinedExpiredCard: "4000000000000069",
  pm_card_chargeCustomerFail: "4000000000000341",
  pm_card_createDispute: "4000000000000259",
};

/** True for a number whose last digit fits the others (Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
