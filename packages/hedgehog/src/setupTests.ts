import fc from 'fast-check';

// The same cases in every run, so that a change and not luck decides; FC_SEED=… looks for others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
