import { Route, Routes } from 'react-router-dom';
import { DeploymentPage } from './DeploymentPage/DeploymentPage';
import { FabricPage } from './FabricPage/FabricPage';
import { FabricsPage } from './FabricsPage/FabricsPage';
import { NotFoundPage } from './NotFoundPage/NotFoundPage';
import { PlanPage } from './PlanPage/PlanPage';
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
    <Route
      path="fabrics/:fabric/deployments/:deployment"
      element={<DeploymentPage />}
    />
    <Route path="fabrics/:fabric/:tab" element={<FabricPage />} />
    <Route path="fabrics/:fabric/:kind/:name" element={<ResourcePage />} />
    <Route path="*" element={<NotFoundPage />} />
  </Routes>
);
