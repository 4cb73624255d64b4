// Where the programs are that look at documents, below the folder of peers.

/** Reads the text out of a PDF. */
export const PDFTOTEXT = "poppler/usr/bin/pdftotext";
/** The rules of Peppol; written by their recipe once everything else is there. */
export const PEPPOL_RULES = "peppol/rules/PEPPOL-EN16931-UBL.xsl";
