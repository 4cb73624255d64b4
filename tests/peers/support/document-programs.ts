// Where the programs are that look at documents, below the folder of peers.

/** Reads the text out of a PDF. */
export const PDFTOTEXT = "poppler/usr/bin/pdftotext";
