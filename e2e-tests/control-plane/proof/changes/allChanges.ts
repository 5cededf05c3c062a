import type { Change } from './Change';
import { gatewayChanges } from './gatewayChanges';
import { metadataChanges } from './metadataChanges';
import { vpcChanges } from './vpcChanges';
import { wiringChanges } from './wiringChanges';

/** Every way of changing a field that the proof knows. */
export const allChanges: readonly Change[] = [
  ...vpcChanges,
  ...wiringChanges,
  ...gatewayChanges,
  ...metadataChanges,
];
