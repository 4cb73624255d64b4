// English: the page that asks how a ride is paid, and for the money.
import type { paySv } from "../sv/pay.ts";

/** The payment page. */
export const payEn: typeof paySv = {
  title: "Book and pay",
  back: "Back to the ride",
  question: "How do you want to pay?",
  methods: {
    card: { name: "Card", text: "Charged after the ride" },
    swish: { name: "Swish", text: "Paid now, back if you cancel in time" },
    invoice: { name: "Invoice", text: "Mailed after the ride" },
    car: { name: "Pay in the car", text: "By card or Swish, the same price" },
  },
  buyer: {
    kind: "Who does the invoice go to?",
    firm: "A firm or an authority",
    person: "A person",
    name: "Name on the invoice",
    number: "Organisation number",
    street: "Street or box",
    postcode: "Postcode",
    city: "Town",
    reference: "Your reference",
    referenceHint: "For example a cost centre.",
    email: "E-mail for the invoice",
    peppolId: "Peppol id",
    collected: "A monthly invoice for all rides",
    optional: "may be left empty",
    refused: "This ride cannot be paid by invoice. Choose another way.",
  },
  fieldsOfStripe: "The fields are Stripe's. We never see your card number.",
  pageOfStripe: "You type your card on Stripe's page. We never see its number.",
  loading: "Fetching the card fields",
  steps: "What happens to the money?",
  now: {
    card: (price: string) => `Now: ${price} is reserved on the card`,
    saved: "Now: the card is saved",
    swish: (price: string) => `Now: ${price} is paid with Swish`,
    car: "Now: the ride is booked",
    invoice: "Now: the ride is booked",
  },
  nowText: {
    card: "Nothing is charged. Your bank may ask you to approve.",
    saved: (moment: string) => `Nothing is charged. The price is reserved ${moment}.`,
    swish: "You approve in Swish.",
    car: "Nothing is reserved.",
    invoice: "Nothing is paid now.",
  },
  free: (moment: string) => `Until ${moment}: cancel for free`,
  freeText: {
    card: "The reservation is let go, mostly on the same day.",
    swish: "The money comes back, mostly on the same day.",
    car: "You pay nothing.",
    invoice: "You pay nothing.",
  },
  late: (time: string, fee: string) => `After ${time}: cancelling costs ${fee}`,
  lateNow: (fee: string) => `Cancelling costs ${fee}`,
  lateText: {
    card: "The rest is let go.",
    swish: "The rest comes back.",
    car: "We send an invoice for the fee.",
    invoice: "The fee comes by invoice.",
  },
  after: {
    card: (price: string) => `After the ride: ${price} is charged`,
    swish: () => "After the ride: nothing more is charged",
    car: (price: string) => `In the car: you pay ${price}`,
    invoice: (price) => `After the ride: an invoice of ${price}`,
  },
  afterText: {
    card: "Never more than that. The receipt comes after the ride.",
    swish: "The receipt comes after the ride.",
    car: "By card or Swish. The driver gives you the receipt.",
    invoice: "It is mailed to whom you name. Never more than the price.",
  },
  noWithdrawal: "By law there is no right of withdrawal for rides.",
  bookAndPay: "Book and pay",
  book: "Book the ride",
  busy: "Paying",
  heldUntil: (time: string) => `The car is held until ${time}`,
  declined:
    "Your bank said no. Nothing is charged and the ride is not booked yet. Try again or choose another way.",
  notFinished:
    "The payment was not finished. Nothing is charged and the ride is not booked yet. Try again or choose another way.",
  down:
    "Paying by card does not work right now. Choose to pay in the car, or try again in a while.",
  /** Of a ride that is booked, and some of whose money is missing. */
  booked: {
    title: "Pay for the trip",
    due: (amount: string) => `The trip is booked. ${amount} is not paid yet.`,
    declined: "The bank said no. The trip is booked. Try again or choose another way.",
    notFinished:
      "The payment was not finished. The trip is booked. Try again or choose another way.",
    pay: "Pay",
    later: "Pay in the car",
  },
  toPay: "Pay and book",
  onNextPage: "On the next page you choose how to pay.",
  byInvoice: "Book by invoice",
  toPayment: "To the payment",
  what: (reference: string) => `Taxi ride, booking code ${reference}`,
};
