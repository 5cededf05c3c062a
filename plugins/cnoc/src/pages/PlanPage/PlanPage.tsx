import { useParams } from 'react-router-dom';
import { Header } from '@backstage/ui';
import { RiCheckboxCircleLine, RiRefreshLine } from '@remixicon/react';
import { cnocFabricPlanPermission } from '@cnoc/backstage-plugin-cnoc-common';
import { CnocRoot } from '../../components/CnocRoot/CnocRoot';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { LoadingRows } from '../../components/Loading/LoadingRows';
import { PageBody } from '../../components/PageBody/PageBody';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { useFabricPermission } from '../../hooks/useFabricPermission';
import { FabricCrumbs } from '../FabricPage/FabricCrumbs';
import { DeployBar } from './DeployBar';
import { PlanBlockers } from './PlanBlockers';
import { PlanLines } from './PlanLines';
import { PlanOptions } from './PlanOptions';
import { PlanSummaryPanel } from './PlanSummaryPanel';
import { usePlan } from './usePlan';
import styles from './PlanPage.module.css';

/**
 * What will happen if I press?
 *
 * @internal
 */
export const PlanPage = () => {
  const { fabric = '' } = useParams();
  const links = useCnocLinks();
  const { allowed, whyNot } = useFabricPermission(
    cnocFabricPlanPermission,
    fabric,
  );
  const { plan, planning, planningError, replan } = usePlan(fabric, allowed);
  const { data } = plan;
  const again = () =>
    replan({ prune: data?.prune ?? false, force: data?.force ?? false });
  return (
    <FabricCrumbs
      fabric={fabric}
      page={{ label: 'Plan', href: links.plan(fabric) }}
    >
      <CnocRoot>
        <Header
          title={`Plan for ${fabric}`}
          customActions={
            data && (
              <GuardedButton
                variant="secondary"
                iconStart={<RiRefreshLine />}
                busy={planning}
                onPress={again}
              >
                Plan again
              </GuardedButton>
            )
          }
        />
      </CnocRoot>
      <PageBody>
        {whyNot && !data && (
          <EmptyState
            icon={<RiCheckboxCircleLine size={32} aria-hidden />}
            title="You may not make plans for this fabric"
          >
            {whyNot}
          </EmptyState>
        )}
        {planningError !== undefined && (
          <ErrorPanel
            title="The plan could not be made"
            error={planningError}
            stillWorks="Nothing was changed."
            onRetry={again}
          />
        )}
        {plan.error && !data && (
          <ErrorPanel
            title="The plan could not be loaded"
            error={plan.error}
            stillWorks="Nothing was changed."
            onRetry={again}
          />
        )}
        {!data && !plan.error && planningError === undefined && !whyNot && (
          <LoadingRows
            label="Working out the changes and trying them on the cluster"
            rows={6}
          />
        )}
        {data && (
          <div
            className={styles.plan}
            aria-busy={planning || plan.isPrevious}
            data-old={planning || plan.isPrevious ? '' : undefined}
          >
            <PlanBlockers plan={data} />
            <PlanSummaryPanel fabric={fabric} plan={data} />
            <PlanOptions
              fabric={fabric}
              plan={data}
              isDisabled={planning || data.status === 'deployed'}
              onReplan={replan}
            />
            <PlanLines fabric={fabric} plan={data} />
            <DeployBar
              key={data.id}
              fabric={fabric}
              plan={data}
              isOld={planning || plan.isPrevious || plan.error !== undefined}
            />
          </div>
        )}
      </PageBody>
    </FabricCrumbs>
  );
};
