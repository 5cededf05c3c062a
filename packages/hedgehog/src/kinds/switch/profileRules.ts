import { at, JsonMap, mapOf, textOf } from '../../model/json';
import { lanesOf } from './breakoutOf';
import { KindValidationRule, Say } from '../ValidationRule';
import { exampleProfile } from './exampleProfile';
import { SwitchProfile } from './SwitchProfile';

const leaf = 'Switch leaf-01 spec';
const given = { profiles: { vs: exampleProfile() } };
const keysOf = (value: unknown) => Object.keys(mapOf(value) ?? {});

/** A rule about what the model of a switch can do; it has nothing to say about models that are not at hand. */
function ofProfile(
  rule: Omit<KindValidationRule, 'severity' | 'check' | 'checkIn'>,
  check: (spec: JsonMap, profile: SwitchProfile, say: Say) => void,
): KindValidationRule {
  return {
    severity: 'critical',
    given,
    ...rule,
    checkIn({ name, spec }, fabric, say) {
      const profile = fabric.profileOf(name);
      if (profile) check(spec, profile, say);
    },
  };
}

/** Features of models, the setting that needs them, and how people call them. */
const features: {
  feature: string;
  path: string[];
  label: string;
  wanted: unknown;
}[] = [
  { feature: 'roce', path: ['roce'], label: 'RoCE', wanted: true },
  {
    feature: 'ecmpRoCEQPN',
    path: ['ecmp', 'roceQPN'],
    label: 'load sharing by RoCE queue pair',
    wanted: true,
  },
  {
    feature: 'eslag',
    path: ['redundancy', 'type'],
    label: 'ESLAG',
    wanted: 'eslag',
  },
];

export const switchProfileRules: readonly KindValidationRule[] = [
  ofProfile(
    {
      id: 'switch.features',
      sentence:
        'RoCE, RoCE load sharing and ESLAG are used only where the model supports them.',
      given: {
        profiles: {
          vs: exampleProfile(),
          old: exampleProfile({ roce: false }),
        },
      },
      accepts: { [`${leaf}.roce`]: true },
      refuses: { [`${leaf}.roce`]: true, [`${leaf}.profile`]: 'old' },
    },
    (spec, profile, say) => {
      for (const { feature, path, label, wanted } of features) {
        if (at(spec, ...path) === wanted && !profile.has(feature))
          say(
            ['spec', ...path],
            `The model of the switch does not support ${label}.`,
          );
      }
    },
  ),
  ofProfile(
    {
      id: 'switch.ports',
      sentence:
        'Settings of ports name ports and port groups that the model has.',
      accepts: { [`${leaf}.portSpeeds`]: { 'E1/10': '10G' } },
      refuses: { [`${leaf}.portAutoNegs`]: { 'E1/40': true } },
    },
    (spec, profile, say) => {
      for (const field of [
        'portSpeeds',
        'portBreakouts',
        'portAutoNegs',
        'portFECs',
      ]) {
        for (const port of keysOf(spec[field])) {
          if (
            !profile.hasPort(port.replace(/^(E[0-9]+\/[0-9]+)\/[0-9]+$/, '$1'))
          )
            say(
              ['spec', field, port],
              `The model of the switch has no port ${port}.`,
            );
        }
      }
      for (const group of keysOf(spec.portGroupSpeeds)) {
        if (!profile.hasGroup(group))
          say(
            ['spec', 'portGroupSpeeds', group],
            `The model of the switch has no port group ${group}.`,
          );
      }
    },
  ),
  ofProfile(
    {
      id: 'switch.speeds',
      sentence: 'Ports and port groups have speeds that the model supports.',
      accepts: {
        [`${leaf}.portSpeeds`]: { 'E1/10': 'SPEED_10G' },
        [`${leaf}.portGroupSpeeds`]: { '1': '25G' },
      },
      refuses: { [`${leaf}.portSpeeds`]: { 'E1/10': '40G' } },
    },
    (spec, profile, say) => {
      const check = (
        field: string,
        key: string,
        supported: readonly unknown[],
      ) => {
        const speed = textOf(at(spec, field, key));
        if (speed && !supported.includes(speed))
          say(
            ['spec', field, key],
            supported.length === 0
              ? `The speed of ${key} cannot be set on its own.`
              : `The speed ${speed} is not supported; ${key} can have ${supported.join(
                  ', ',
                )}.`,
          );
      };
      for (const port of keysOf(spec.portSpeeds)) {
        if (profile.hasPort(port))
          check('portSpeeds', port, profile.speedsOf(port));
      }
      for (const group of keysOf(spec.portGroupSpeeds)) {
        if (profile.hasGroup(group))
          check('portGroupSpeeds', group, profile.speedsOfGroup(group));
      }
    },
  ),
  ofProfile(
    {
      id: 'switch.breakouts',
      sentence: 'Ports are broken out in ways that the model supports.',
      accepts: { [`${leaf}.portBreakouts`]: { 'E1/25': '4x25G' } },
      refuses: { [`${leaf}.portBreakouts`]: { 'E1/25': '2x50G' } },
    },
    (spec, profile, say) => {
      for (const port of keysOf(spec.portBreakouts)) {
        const mode = textOf(at(spec, 'portBreakouts', port));
        const supported = profile.breakoutsOf(port);
        if (!mode || !profile.hasPort(port) || supported.includes(mode))
          continue;
        say(
          ['spec', 'portBreakouts', port],
          supported.length === 0
            ? `The port ${port} cannot be broken out.`
            : `The breakout ${mode} is not supported; ${port} can have ${supported.join(
                ', ',
              )}.`,
        );
      }
    },
  ),
  ofProfile(
    {
      id: 'switch.autoNegotiation',
      sentence: 'Auto-negotiation is set where the model allows it.',
      accepts: { [`${leaf}.portAutoNegs`]: { 'E1/10': true } },
      refuses: { [`${leaf}.portAutoNegs`]: { 'E1/30': true } },
    },
    (spec, profile, say) => {
      for (const port of keysOf(spec.portAutoNegs)) {
        if (profile.hasPort(port) && !profile.mayAutoNegotiate(port))
          say(
            ['spec', 'portAutoNegs', port],
            `Auto-negotiation of the port ${port} cannot be set.`,
          );
      }
    },
  ),
  {
    id: 'switch.portCount',
    severity: 'warning',
    sentence:
      'After breaking out, the switch and each of its pipelines have no more ports than the model can drive.',
    checkIn({ name, spec }, fabric, say) {
      const profile = fabric.profileOf(name);
      // Breakouts are what people change; without any the model's own default holds.
      if (!profile || keysOf(spec.portBreakouts).length === 0) return;
      let total = 0;
      const byPipeline = new Map<string, number>();
      for (const { port, pipeline } of profile.ports()) {
        const lanes = lanesOf(fabric, name, port) ?? 1;
        total += lanes;
        if (pipeline)
          byPipeline.set(pipeline, (byPipeline.get(pipeline) ?? 0) + lanes);
      }
      const most = profile.maxPorts;
      if (most !== undefined && total > most)
        say(
          ['spec', 'portBreakouts'],
          `The switch has ${total} ports after breaking out; the model can drive ${most}.`,
        );
      for (const [pipeline, count] of byPipeline) {
        const limit = profile.maxPortsOfPipeline(pipeline);
        if (limit !== undefined && count > limit)
          say(
            ['spec', 'portBreakouts'],
            `Pipeline ${pipeline} has ${count} ports after breaking out; the model can drive ${limit}.`,
          );
      }
    },
    given: {
      profiles: {
        vs: exampleProfile({}, { pipelines: { '2': { maxPorts: 12 } } }),
      },
    },
    accepts: { [`${leaf}.portBreakouts`]: { 'E1/25': '4x25G' } },
    refuses: {
      [`${leaf}.portBreakouts`]: { 'E1/25': '4x25G', 'E1/26': '4x25G' },
    },
  },
];
