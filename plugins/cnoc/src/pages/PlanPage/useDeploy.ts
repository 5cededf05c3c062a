import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Plan } from '@cnoc/backstage-plugin-cnoc-common';
import { cnocApiRef } from '../../api/cnocApiRef';
import { useCnocLinks } from '../../hooks/useCnocLinks';

/**
 * Starts the deployment of a plan, once: further presses while it is under way do nothing, and two tabs that press for
 * the same plan send the same idempotency key. After a refusal the next press has a key of its own.
 *
 * @internal
 */
export function useDeploy(fabric: string, plan: Plan) {
  const api = useApi(cnocApiRef);
  const navigate = useNavigate();
  const links = useCnocLinks();
  const attempt = useRef(1);
  const inFlight = useRef(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();

  const deploy = async () => {
    if (inFlight.current) return;
    inFlight.current = true;
    setPending(true);
    setError(undefined);
    try {
      const deployment = await api.createDeployment(fabric, plan.id, {
        idempotencyKey: `deploy.${plan.id}.${attempt.current}`,
      });
      // Replaced, so that the back button does not lead to a plan that was used.
      navigate(links.deployment(fabric, deployment.id), { replace: true });
    } catch (failure) {
      attempt.current += 1;
      inFlight.current = false;
      setError(failure);
      setPending(false);
    }
  };
  return { deploy, pending, error };
}
