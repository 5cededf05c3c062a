import type { FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { cnocFabricCreatePermission } from '@cnoc/backstage-plugin-cnoc-common';
import { ErrorPanel } from '../../components/ErrorPanel/ErrorPanel';
import { NameFields } from '../../components/FabricForm/NameFields';
import { PlaceFields } from '../../components/FabricForm/PlaceFields';
import { ScopeFields } from '../../components/FabricForm/ScopeFields';
import { useFabricForm } from '../../components/FabricForm/useFabricForm';
import { GuardedButton } from '../../components/GuardedButton/GuardedButton';
import { PageBody } from '../../components/PageBody/PageBody';
import { PageHeader } from '../../components/PageHeader/PageHeader';
import { Panel } from '../../components/Panel/Panel';
import { useCnocLinks } from '../../hooks/useCnocLinks';
import { usePortalPermission } from '../../hooks/usePortalPermission';
import styles from './FabricFormPage.module.css';

/**
 * Which directory of git describes which cluster?
 *
 * @internal
 */
export const FabricFormPage = () => {
  const links = useCnocLinks();
  const navigate = useNavigate();
  const permission = usePortalPermission(cnocFabricCreatePermission);
  const form = useFabricForm(undefined, ({ name }) =>
    navigate(links.fabric(name)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.saving && permission.allowed) form.save();
  };
  return (
    <BreadcrumbEntry entry={{ label: 'New fabric', href: links.newFabric() }}>
      <PageHeader title="New fabric" />
      <PageBody>
        <form
          className={styles.form}
          aria-label="New fabric"
          onSubmit={submit}
          noValidate
          autoComplete="off"
        >
          <Panel title="Which directory of git describes which cluster?">
            <div className={styles.form}>
              <NameFields {...form.fields} />
              <PlaceFields {...form.fields} />
              <ScopeFields {...form.fields} />
            </div>
          </Panel>
          {form.saveError !== undefined && (
            <ErrorPanel
              title="The fabric was not added"
              error={form.saveError}
              stillWorks="Nothing in git or in the cluster was touched."
            />
          )}
          <div className={styles.actions}>
            <GuardedButton {...permission} type="submit" busy={form.saving}>
              Add fabric
            </GuardedButton>
            <ButtonLink variant="secondary" href={links.fabrics()}>
              Cancel
            </ButtonLink>
          </div>
        </form>
      </PageBody>
    </BreadcrumbEntry>
  );
};
