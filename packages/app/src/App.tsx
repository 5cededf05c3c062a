import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';

/** The portal: everything in it is a plugin that package.json lists. */
export const App = createApp({ features: [navModule] });
