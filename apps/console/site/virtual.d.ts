/** Made when the console is built, from the modules of `move/build`. */
declare module "virtual:framework" {
  /** By `0x2::wallet`. */
  export const frameworkDigests: Readonly<Record<string, { readonly package: string; readonly sha256: string }>>;
}
