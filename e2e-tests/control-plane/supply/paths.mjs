import { fileURLToPath } from 'node:url';

/** The Go module whose tools are etcd and kube-apiserver. */
export const toolsFolder = fileURLToPath(new URL('../tools/', import.meta.url));
