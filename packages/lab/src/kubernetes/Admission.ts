import type { KubernetesObject } from '@cnoc/hedgehog';
import type { ResourceType } from './ResourceType';

export interface AdmissionRequest {
  type: ResourceType;
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  /** For DELETE the object that would go. */
  object: KubernetesObject;
  old?: KubernetesObject;
  /** The write is a server-side apply. */
  isApply?: boolean;
  /** Unknown fields are an error instead of being dropped (`fieldValidation=Strict`). */
  isStrict?: boolean;
}

/** What stands between a request and the store. Both throw StatusError to refuse. */
export interface Admission {
  /** Returns the object as it shall be stored; the input is not changed. */
  mutate(request: AdmissionRequest): KubernetesObject;
  validate(request: AdmissionRequest): void;
}
