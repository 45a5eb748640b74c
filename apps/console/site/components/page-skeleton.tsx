import { SimpleGrid, Skeleton, Stack } from "@mantine/core";

/** The shape of a page while it is fetched. */
export function PageSkeleton() {
  return (
    <Stack gap="md" aria-busy="true">
      <Skeleton height={34} width={220} />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        {[0, 1, 2, 3].map((place) => (
          <Skeleton key={place} height={96} />
        ))}
      </SimpleGrid>
      <Skeleton height={280} />
    </Stack>
  );
}
