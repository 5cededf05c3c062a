import { isMap, partsOf } from './reportedValue';

const maxParts = 128;
const maxAlarms = 10;

/** What the platform complains about. A part that is not plugged in is no alarm: many switches have spare slots. */
export function alarmsOf(platform: unknown): string[] {
  const { fans, psus, temps } = isMap(platform) ? platform : {};
  return [
    ...failed(fans).map(name => `Fan ${name} has failed.`),
    ...failed(psus).map(name => `Power supply ${name} has failed.`),
    ...partsOf(temps, maxParts)
      .filter(([, { alarms }]) => String(alarms).toLowerCase() === 'true')
      .map(([name]) => `Temperature sensor ${name} has an alarm.`),
  ]
    .sort()
    .slice(0, maxAlarms);
}

function failed(parts: unknown): string[] {
  return partsOf(parts, maxParts)
    .filter(([, part]) => part.presence === true && part.status === false)
    .map(([name]) => name);
}
