import { IconHome, IconWallet } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** A page of the console: where it is, what leads to it, and what shows it (loaded when it is first opened). */
export interface Page {
  readonly path: string;
  /** Key of its name in the shell's texts; without one it is reached from other pages only. */
  readonly name?: PageName;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

export type PageName = "overview" | "wallet";

export const PAGES: readonly Page[] = [
  { path: "/", name: "overview", icon: IconHome, load: () => import("../pages/overview/overview-page.tsx") },
  { path: "/wallet", name: "wallet", icon: IconWallet, load: () => import("../pages/wallet/wallet-page.tsx") },
  { path: "/sign", load: () => import("../pages/sign/sign-page.tsx") },
];
