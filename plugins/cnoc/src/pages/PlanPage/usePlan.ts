import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Plan, PlanRequest } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { useServerState, type ServerState } from '../../hooks/useServerState';
import { readPlanScope } from './PlanScope';

/** @internal */
export type PlanState = {
  plan: ServerState<Plan>;
  /** A plan is being made */
  planning: boolean;
  /** Why the newest plan could not be made */
  planningError?: unknown;
  /** Makes another plan and shows it */
  replan: (options: Pick<PlanRequest, 'prune' | 'force'>) => void;
};

/**
 * The plan that the address names (`?plan=`), or a new one when it names none. The id in the address keeps a reload or the
 * back button from making plans.
 *
 * @internal
 */
export function usePlan(fabric: string, enabled: boolean): PlanState {
  const api = useApi(cnocApiRef);
  const location = useLocation();
  const [params, setParams] = useSearchParams();
  const id = params.get('plan') ?? '';
  const [planning, setPlanning] = useState(false);
  const [planningError, setPlanningError] = useState<unknown>();
  const inFlight = useRef(false);

  const replan = useCallback(
    async (options: Pick<PlanRequest, 'prune' | 'force'>) => {
      if (inFlight.current) return;
      inFlight.current = true;
      setPlanning(true);
      setPlanningError(undefined);
      try {
        const plan = await api.createPlan(fabric, {
          ...readPlanScope(location.state),
          ...options,
        });
        setParams({ plan: plan.id }, { replace: true, state: location.state });
      } catch (error) {
        setPlanningError(error);
      } finally {
        inFlight.current = false;
        setPlanning(false);
      }
    },
    [api, fabric, location.state, setParams],
  );

  const wanted = enabled && id === '' && planningError === undefined;
  useEffect(() => {
    if (wanted) replan({ prune: false, force: false });
  }, [wanted, replan]);

  const plan = useServerState<Plan | undefined>(
    `${fabric} ${id}`,
    async signal => (id ? api.getPlan(fabric, id, { signal }) : undefined),
    { fabric, keepPrevious: true },
  );
  return {
    plan: plan as ServerState<Plan>,
    planning,
    planningError,
    replan,
  };
}
