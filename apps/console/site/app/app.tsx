import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { SyceeError } from "@sycee/sdk";
import { IdentityProvider } from "../identity/current-identity.tsx";
import { router } from "./router.tsx";
import { readableVariables, theme } from "./theme.ts";

/** A question that the node could not be reached for is asked again; one it refused is not. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 500,
      // What was true at earlier blocks is soon of no use.
      gcTime: 20_000,
      retry: (count, error) => count < 2 && error instanceof SyceeError && (error.code === "unreachable" || error.code === "overloaded"),
    },
  },
});

/** The whole console. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <IdentityProvider>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </IdentityProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
