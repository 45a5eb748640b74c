/** What can be wrong with a code; the numbers are permanent. */
export const CODE_FAULT = {
  too_long: [9101, "The code is longer than 512 bytes."],
  not_text: [9102, "The code has characters that are none."],
  truncated: [9103, "The code ends within a data object."],
  bad_object: [9104, "A data object does not begin with two digits of id and two of length from 01 to 99."],
  duplicate: [9105, "A data object is there twice."],
  misplaced: [9106, "The payload format indicator comes first, the checksum last."],
  missing: [9107, "A data object that must be there is missing."],
  bad_value: [9108, "A data object has a value that it cannot have."],
  checksum: [9109, "The checksum does not fit the code: it was altered or misread."],
  not_ours: [9110, "The code asks for no payment on such a ledger."],
  no_picture: [9111, "The picture is no PNG of at most 16 million pixels."],
  no_code: [9112, "There is no QR code to be read in the picture."],
} as const satisfies Record<string, readonly [number: number, sentence: string]>;

export type CodeFault = keyof typeof CODE_FAULT;

/** Why a code was not written or not read. `place` is the id of the data object, with those around it: `62.05`. */
export class CodeError extends Error {
  override readonly name = "CodeError";
  readonly code: CodeFault;
  readonly number: number;
  readonly place: string | undefined;

  constructor(code: CodeFault, place?: string, detail: string = CODE_FAULT[code][1]) {
    super(place === undefined ? detail : `${detail} (data object ${place})`);
    this.code = code;
    this.number = CODE_FAULT[code][0];
    this.place = place;
  }
}
