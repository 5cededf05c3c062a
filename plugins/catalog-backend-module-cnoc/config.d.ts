import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  cnoc?: {
    catalog?: {
      /**
       * How often the catalog looks for fabrics that changed unheard; every minute when absent. A change that is heard
       * of reaches it within seconds.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
