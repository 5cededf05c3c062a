import { KubernetesObject } from '../model/KubernetesObject';
import { FabricRecords } from './FabricRecords';
import { Homing, homingsOf } from './homings';
import { Memberships, membershipsOf } from './memberships';
import { Relations } from './Relation';
import { relationsOf } from './relationsOf';
import { Underlay } from './Underlay';

/** What a fabric means: who is where, what may reach what, and by how many ways. */
export interface FabricModel {
  memberships: Memberships;
  relations: Relations;
  homings: ReadonlyMap<string, Homing>;
}

/** The meaning of a fabric's objects. Linear in objects. Objects that are broken or not there mean nothing. */
export function modelOf(objects: Iterable<KubernetesObject>): FabricModel {
  return modelOfRecords(FabricRecords.from(objects));
}

export function modelOfRecords(records: FabricRecords): FabricModel {
  const underlay = Underlay.of(records);
  const memberships = membershipsOf(records, underlay);
  return {
    memberships,
    relations: relationsOf(records, underlay, memberships),
    homings: homingsOf(records, underlay, memberships),
  };
}
