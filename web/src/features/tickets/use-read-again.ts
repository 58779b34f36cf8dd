import { hashKey, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** How long changes are collected: many at once are read together. */
const COLLECTED_MS = 800;

/** Reads lists again, quietly and a moment later, whatever they are; those that are not shown, when they are next. */
export function useReadAgain() {
  const client = useQueryClient();
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const waiting = timers.current;
    return () => {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    };
  }, []);

  return (queryKey: QueryKey) => {
    const name = hashKey(queryKey);
    if (timers.current.has(name)) return;
    const read = () => {
      // What is being read now is let finish: news that keep coming shall not keep it from an end.
      if (client.isFetching({ queryKey, exact: true }) > 0) {
        timers.current.set(name, setTimeout(read, COLLECTED_MS));
        return;
      }
      timers.current.delete(name);
      void client.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false });
    };
    timers.current.set(name, setTimeout(read, COLLECTED_MS));
  };
}
