// How wide V8 holds and writes a text.

/** Bytes of each of its characters: one, or two for all of them where one lies beyond Latin-1. */
export function bytesPerCharacter(text: string): 1 | 2 {
  return /[\u0100-\uffff]/.test(text) ? 2 : 1;
}
