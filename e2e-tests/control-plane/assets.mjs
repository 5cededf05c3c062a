#!/usr/bin/env node
// Prints the folder that holds etcd and kube-apiserver, as envtest lays it out; builds them the first time.
import { exitCodeOf } from './supply/exitCodeOf.mjs';
import { supplyAssets } from './supply/supplyAssets.mjs';

supplyAssets({ mayBuild: !process.argv.includes('--cached') }).then(
  folder => console.log(folder),
  error => {
    process.exitCode = exitCodeOf(error);
  },
);
