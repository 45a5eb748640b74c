import type { Draw } from "@sycee/storage";

const PAGE_BYTES = 4_096;

/** One of the things that happen to a file of pages: a bit, a piece, or a whole page changes, pages change places, the tail is lost. */
export function damageFile(file: Buffer, draw: Draw): Buffer {
  const pages = Math.floor(file.length / PAGE_BYTES);
  const page = pageAt(file, draw(pages));
  switch (draw(7)) {
    case 0:
      return flip(file, page, draw(PAGE_BYTES), 1 << draw(8));
    case 1:
      page.fill(0);
      return file;
    case 2:
      for (let at = 0; at < PAGE_BYTES; at += 1) page[at] = draw(256);
      return file;
    case 3:
      page.fill(0, 512 * draw(8));
      return file;
    case 4:
      page.set(pageAt(file, draw(pages)));
      return file;
    case 5:
      // Where a page's own bounds and places are.
      page.writeUInt16LE(draw(65_536), 16 + 2 * draw(16));
      return file;
    default:
      return file.subarray(0, PAGE_BYTES + draw(file.length - PAGE_BYTES));
  }
}

function pageAt(file: Buffer, page: number): Buffer {
  return file.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES);
}

function flip(file: Buffer, page: Buffer, at: number, mask: number): Buffer {
  page[at] = (page[at] ?? 0) ^ mask;
  return file;
}
