// Under which names the token of a session travels: apart from how it is made, which no browser needs.

/** Name of the hidden field; scripts send the same value in the header below. */
export const FORM_TOKEN_FIELD = "formToken";

/** Header of requests that are not forms. */
export const FORM_TOKEN_HEADER = "x-avanti-form-token";
