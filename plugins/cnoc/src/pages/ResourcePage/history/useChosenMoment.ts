import { useEffect, useState } from 'react';
import type { ResourceMoment } from '@cnoc/backstage-plugin-cnoc-common';
import { useUrlState } from '../../../hooks/useUrlState';
import { momentKey } from '../../../model/resourceHistory';

/** Browsers allow only so many changes of the address while a slider is dragged. */
const REST_MS = 300;

/**
 * The step of the history that is looked at, kept in the page's address; the newest when none or an unknown one is asked
 * for.
 *
 * @param moments - oldest first, at least one
 * @internal
 */
export function useChosenMoment(
  moments: readonly ResourceMoment[],
): [step: number, choose: (step: number) => void] {
  const [held, hold] = useUrlState('moment');
  const [chosen, setChosen] = useState(held);
  useEffect(() => {
    if (chosen === held) return undefined;
    const timer = setTimeout(() => hold(chosen), REST_MS);
    return () => clearTimeout(timer);
  }, [chosen, held, hold]);
  const known = moments.findIndex(moment => momentKey(moment) === chosen);
  const newest = moments.length - 1;
  return [
    known < 0 ? newest : known,
    step =>
      // Whoever looks at the newest stays with the newest when another comes.
      setChosen(step >= newest ? '' : momentKey(moments[step])),
  ];
}
