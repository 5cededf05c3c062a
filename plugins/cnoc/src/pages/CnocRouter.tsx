import { Route, Routes } from 'react-router-dom';
import { ChangesPage } from './ChangesPage/ChangesPage';
import { ClusterPage } from './ClusterPage/ClusterPage';
import { ClustersPage } from './ClustersPage/ClustersPage';
import { CredentialsPage } from './CredentialsPage/CredentialsPage';
import { DeploymentPage } from './DeploymentPage/DeploymentPage';
import { DriftPage } from './DriftPage/DriftPage';
import { EditorPage } from './EditorPage/EditorPage';
import { FabricFormPage } from './FabricFormPage/FabricFormPage';
import { FabricPage } from './FabricPage/FabricPage';
import { FabricsPage } from './FabricsPage/FabricsPage';
import { ImportPage } from './ImportPage/ImportPage';
import { NotFoundPage } from './NotFoundPage/NotFoundPage';
import { PlanPage } from './PlanPage/PlanPage';
import { RepositoriesPage } from './RepositoriesPage/RepositoriesPage';
import { RepositoryPage } from './RepositoryPage/RepositoryPage';
import { ResourcePage } from './ResourcePage/ResourcePage';

/**
 * The pages under the plugin's root. Kinds are PascalCase and fixed segments are not, so the two never meet.
 *
 * @internal
 */
export const CnocRouter = () => (
  <Routes>
    <Route index element={<FabricsPage />} />
    <Route path="fabrics/:fabric" element={<FabricPage />} />
    <Route path="fabrics/:fabric/plan" element={<PlanPage />} />
    <Route path="fabrics/:fabric/changes" element={<ChangesPage />} />
    <Route path="fabrics/:fabric/import" element={<ImportPage />} />
    <Route path="fabrics/:fabric/edit" element={<EditorPage />} />
    <Route path="fabrics/:fabric/edit/:kind" element={<EditorPage />} />
    <Route path="fabrics/:fabric/edit/:kind/:name" element={<EditorPage />} />
    <Route
      path="fabrics/:fabric/deployments/:deployment"
      element={<DeploymentPage />}
    />
    <Route path="fabrics/:fabric/:tab" element={<FabricPage />} />
    <Route path="fabrics/:fabric/:kind/:name" element={<ResourcePage />} />
    <Route path="drift" element={<DriftPage />} />
    <Route path="new-fabric" element={<FabricFormPage />} />
    <Route path="clusters" element={<ClustersPage />} />
    <Route path="clusters/:cluster" element={<ClusterPage />} />
    <Route path="repositories" element={<RepositoriesPage />} />
    <Route path="repositories/:repository" element={<RepositoryPage />} />
    <Route path="credentials" element={<CredentialsPage />} />
    <Route path="*" element={<NotFoundPage />} />
  </Routes>
);
