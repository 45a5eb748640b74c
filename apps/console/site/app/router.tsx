import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { ActingProvider } from "../acting/acting.tsx";
import { Failure } from "../components/failure.tsx";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { NotFound } from "./not-found.tsx";
import { PAGES } from "./pages.ts";
import { Shell } from "./shell.tsx";

/** Dialogs of acts have links in them, and so belong within the router. */
function Framed() {
  return (
    <ActingProvider>
      <Shell />
    </ActingProvider>
  );
}

const root = createRootRoute({ component: Framed, notFoundComponent: NotFound });

const routes = PAGES.map(({ path, parts = "", load }) =>
  createRoute({ getParentRoute: () => root, path: `${path}${parts}`, component: lazyRouteComponent(load, "Page") }),
);

/** Where every page is. A page's own faults leave the rest standing. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 100,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
  defaultPreload: "intent",
  scrollRestoration: true,
});
