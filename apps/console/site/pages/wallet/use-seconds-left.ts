import { useEffect, useState } from "react";

const SECOND_MS = 1_000;
const LOOK_MS = 250;

/** Whole seconds until a time of this page's clock (`performance.now`), 0 from then on. */
export function useSecondsLeft(endsMs: number): number {
  const [left, setLeft] = useState(() => secondsUntil(endsMs));
  useEffect(() => {
    const look = () => setLeft(secondsUntil(endsMs));
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [endsMs]);
  return left;
}

function secondsUntil(endsMs: number): number {
  return Math.max(0, Math.ceil((endsMs - performance.now()) / SECOND_MS));
}
