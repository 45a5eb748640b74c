import { qrSvg } from "@sycee/payment-requests";

/** A text as a QR code to be scanned: dark on white in every colour scheme; faint where it is over. */
export function CodePicture({ text, title, isOver = false }: { readonly text: string; readonly title: string; readonly isOver?: boolean }) {
  return (
    <img
      src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg(text))}`}
      alt={title}
      width={280}
      height={280}
      style={{ background: "white", padding: 12, borderRadius: 8, maxWidth: "100%", opacity: isOver ? 0.15 : 1 }}
    />
  );
}
