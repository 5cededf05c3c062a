import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  CNOC_FABRIC_CHANNEL,
  type CnocFabricChanged,
} from '@cnoc/backstage-plugin-cnoc-common';

/** A burst of signals becomes one refetch after this time, in milliseconds. */
const COALESCE_MS = 150;

/**
 * Calls back when the engine says that a fabric changed (`'*'` = any fabric). Does nothing where the portal has no
 * signals.
 *
 * @internal
 */
export function useFabricSignal(
  fabric: string | undefined,
  onChange: () => void,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const callback = useRef(onChange);
  useEffect(() => {
    callback.current = onChange;
  });
  useEffect(() => {
    if (!signals || !fabric) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Subscribed directly and not through useSignal: that hook keeps only the last signal of a render, so that a hint for
    // one fabric would be lost behind the hint for another.
    const { unsubscribe } = signals.subscribe(
      CNOC_FABRIC_CHANNEL,
      (message: Partial<CnocFabricChanged>) => {
        if (fabric !== '*' && message.fabric !== fabric) return;
        timer ??= setTimeout(() => {
          timer = undefined;
          callback.current();
        }, COALESCE_MS);
      },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [signals, fabric]);
}
