import {
  IconArrowsExchange,
  IconBuildingBank,
  IconBuildings,
  IconCode,
  IconHome,
  IconSearch,
  IconShieldCheck,
  IconWallet,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

/** A page of the console: where it is, what leads to it, and what shows it (loaded when it is first opened). */
export interface Page {
  readonly path: string;
  /** Pattern of further addresses that it answers, after its path: `/{-$part}` is a part that may be absent. */
  readonly parts?: string;
  /** Key of its name in the shell's texts; without one it is reached from other pages only. */
  readonly name?: PageName;
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

export type PageName = "overview" | "central-bank" | "institutions" | "wallet" | "supervision" | "explorer" | "clearing" | "contracts";

export const PAGES: readonly Page[] = [
  { path: "/", name: "overview", icon: IconHome, load: () => import("../pages/overview/overview-page.tsx") },
  {
    path: "/central-bank",
    name: "central-bank",
    icon: IconBuildingBank,
    load: () => import("../pages/central-bank/central-bank-page.tsx"),
  },
  {
    path: "/institutions",
    name: "institutions",
    icon: IconBuildings,
    load: () => import("../pages/institution/institutions-page.tsx"),
  },
  { path: "/institutions/$address", load: () => import("../pages/institution/institution-page.tsx") },
  {
    path: "/wallet",
    parts: "/{-$part}",
    name: "wallet",
    icon: IconWallet,
    load: () => import("../pages/wallet/wallet-page.tsx"),
  },
  {
    path: "/supervision",
    parts: "/{-$part}/{-$item}",
    name: "supervision",
    icon: IconShieldCheck,
    load: () => import("../pages/supervision/supervision-page.tsx"),
  },
  { path: "/clearing", name: "clearing", icon: IconArrowsExchange, load: () => import("../pages/clearing/clearing-page.tsx") },
  { path: "/clearing/$address", load: () => import("../pages/clearing/clearing-page.tsx") },
  { path: "/explorer", name: "explorer", icon: IconSearch, load: () => import("../pages/explorer/explorer-page.tsx") },
  { path: "/contracts", name: "contracts", icon: IconCode, load: () => import("../pages/contracts/contracts-page.tsx") },
  { path: "/explorer/blocks/$height", load: () => import("../pages/explorer/block-page.tsx") },
  { path: "/explorer/transactions/$id", load: () => import("../pages/explorer/transaction-page.tsx") },
  { path: "/explorer/accounts/$address", load: () => import("../pages/explorer/account-page.tsx") },
  { path: "/explorer/modules/$address/$name", load: () => import("../pages/explorer/module-page.tsx") },
  { path: "/sign", load: () => import("../pages/sign/sign-page.tsx") },
];
