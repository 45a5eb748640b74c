import { CodeError, readQr } from "@sycee/payment-requests";
import { useEffect, useRef } from "react";
import { messageOf } from "../../components/failure.tsx";
import { pixelsOf } from "./pixels-of.ts";

/** A frame is looked at so often: more would heat a phone and find no more. */
const LOOK_MS = 250;

/** Shows what the camera sees until there is a code in it. */
export function CameraView({ found, failed }: { readonly found: (code: string) => void; readonly failed: (reason: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ found, failed });
  told.current = { found, failed };
  useEffect(() => {
    const ended = new AbortController();
    watchCamera(video, ended.signal).then(
      (code) => code !== undefined && told.current.found(code),
      (error: unknown) => told.current.failed(messageOf(error)),
    );
    return () => ended.abort();
  }, []);
  return <video ref={video} muted playsInline style={{ width: "100%", borderRadius: 8, background: "black" }} />;
}

async function watchCamera(video: { readonly current: HTMLVideoElement | null }, signal: AbortSignal): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  try {
    const element = video.current;
    if (element === null) return undefined;
    element.srcObject = stream;
    await element.play();
    while (!signal.aborted) {
      const code = readFrame(await pixelsOf(element));
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

function readFrame(picture: Parameters<typeof readQr>[0]): string | undefined {
  try {
    return readQr(picture);
  } catch (error) {
    // Most frames have no code in them.
    if (error instanceof CodeError) return undefined;
    throw error;
  }
}
