/**
 * CRC-16 with polynomial 1021, initial value FFFF, nothing reflected and nothing added (known as CCITT-FALSE, of
 * ISO/IEC 13239), as four hexadecimal digits in upper case.
 */
export function crc16(bytes: Uint8Array): string {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
