import { ButtonLink } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import { EmptyState } from '../../components/EmptyState/EmptyState';
import { PageBody } from '../../components/PageBody/PageBody';
import { useCnocLinks } from '../../hooks/useCnocLinks';

/** @internal */
export const NotFoundPage = () => {
  const links = useCnocLinks();
  return (
    <PageBody>
      <EmptyState
        icon={<RiQuestionLine size={32} aria-hidden />}
        title="There is no page at this address"
        action={
          <ButtonLink variant="secondary" href={links.fabrics()}>
            All fabrics
          </ButtonLink>
        }
      />
    </PageBody>
  );
};
