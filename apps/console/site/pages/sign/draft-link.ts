import { decodeDraft, encodeDraft, type SharedDraft } from "@sycee/sdk";

/** A link that carries a draft behind its `#`, which browsers send to no server. */
export function linkOf(draft: SharedDraft): string {
  return `${globalThis.location.origin}/sign#${textOf(draft)}`;
}

/** A draft as text: base64url, RFC 4648 section 5. */
export function textOf(draft: SharedDraft): string {
  const binary = Array.from(encodeDraft(draft), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The draft in a link or in its text. Throws `DraftError`; what is not base64url counts as no draft. */
export function draftOf(text: string): SharedDraft {
  const encoded = text.trim().replace(/^.*#/, "");
  const isText = /^[\w-]+$/.test(encoded) && encoded.length % 4 !== 1;
  const binary = isText ? atob(encoded.replaceAll("-", "+").replaceAll("_", "/")) : "";
  return decodeDraft(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
