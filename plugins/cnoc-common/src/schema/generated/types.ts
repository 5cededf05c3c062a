// Generated from openapi.yaml by `yarn generate`; edit that file.

export interface paths {
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This contract */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The kinds that CNOC manages */
        get: operations["listKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Totals over the fabrics that the caller may read */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The git remotes, with their health */
        get: operations["listRepositories"];
        put?: never;
        /** Register a git remote */
        post: operations["createRepository"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repositories/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a remote before it is registered; nothing is stored */
        post: operations["testRepositoryInput"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repositories/{repository}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        /** One repository */
        get: operations["getRepository"];
        put?: never;
        post?: never;
        /**
         * Forget a repository
         * @description Answers 409 with their names while fabrics use it.
         */
        delete: operations["deleteRepository"];
        options?: never;
        head?: never;
        /**
         * Change a repository
         * @description One that comes from configuration answers 409. A secret that is left out stays as it is.
         */
        patch: operations["updateRepository"];
        trace?: never;
    };
    "/v1/repositories/{repository}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the remote now, with its credential */
        post: operations["testRepository"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/repositories/{repository}/host-key": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        get?: never;
        /** Trust the SSH host key that the remote shows now */
        put: operations["trustHostKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{repository}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A push event of the repository’s host; only ever triggers a fetch
         * @description Not a Backstage token but the host’s own signature or token authenticates it; the body is read only after that.
         */
        post: operations["receivePush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The credentials, never with their values */
        get: operations["listCredentials"];
        put?: never;
        /** Store a credential */
        post: operations["createCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credentials/{credential}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                credential: components["parameters"]["Credential"];
            };
            cookie?: never;
        };
        /** One credential, never with its value */
        get: operations["getCredential"];
        put?: never;
        post?: never;
        /**
         * Delete a credential
         * @description Answers 409 with their names while repositories use it.
         */
        delete: operations["deleteCredential"];
        options?: never;
        head?: never;
        /** Change what is told about a credential, or its value */
        patch: operations["updateCredential"];
        trace?: never;
    };
    "/v1/credentials/{credential}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                credential: components["parameters"]["Credential"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the value, after every repository that uses it was reached with the new one
         * @description The old value stays in use until the new one is proven; a repository that refuses the new one answers 409 and changes nothing.
         */
        post: operations["rotateCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/key-rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far re-encryption under the newest key is */
        get: operations["getKeyRotation"];
        put?: never;
        /** Re-encrypt everything under the newest key, online */
        post: operations["startKeyRotation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of every fabric that the caller may read, worst first */
        get: operations["listAllFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/findings/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open findings of the fabrics that the caller may read, counted by severity, age and fabric */
        get: operations["getFindingTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether CNOC itself works: its database, its git remotes and its clusters
         * @description Answers 503 only when CNOC itself cannot work, which is when its database does not answer.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The connections to Hedgehog control clusters, with their health */
        get: operations["listClusters"];
        put?: never;
        /** Register a cluster connection */
        post: operations["createCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clusters/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a connection before it is registered; nothing is stored */
        post: operations["testClusterInput"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clusters/kubeconfig": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an uploaded kubeconfig holds, and what of it is refused; nothing is stored */
        post: operations["readKubeconfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clusters/{cluster}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        /** One cluster connection */
        get: operations["getCluster"];
        put?: never;
        post?: never;
        /**
         * Forget a connection
         * @description Answers 409 with their names while fabrics use it.
         */
        delete: operations["deleteCluster"];
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description One that comes from configuration answers 409. A secret that is left out stays as it is.
         */
        patch: operations["updateCluster"];
        trace?: never;
    };
    "/v1/clusters/{cluster}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the connection now */
        post: operations["testCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clusters/{cluster}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Accept that another cluster answers behind this address
         * @description Until then everything stands still for its fabrics.
         */
        put: operations["trustClusterIdentity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fabrics that the caller may read, with status */
        get: operations["listFabrics"];
        put?: never;
        /** Register a fabric */
        post: operations["createFabric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** One fabric with status */
        get: operations["getFabric"];
        put?: never;
        post?: never;
        /**
         * Forget a fabric; nothing in git or in the cluster is touched
         * @description Answers 409 while a deployment runs.
         */
        delete: operations["deleteFabric"];
        options?: never;
        head?: never;
        /**
         * Change what a fabric is: names, owner, place in git and cluster, scope
         * @description One that comes from configuration answers 409.
         */
        patch: operations["updateFabric"];
        trace?: never;
    };
    "/v1/fabrics/{fabric}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Test the connection to the fabric's cluster */
        post: operations["testFabric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read git now, then compare */
        post: operations["syncFabric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare desired and live state now */
        post: operations["checkFabric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/self-test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a field on the lab’s cluster, see it as drift, restore it, see that it is gone
         * @description Only for clusters that are marked as a lab; others answer 409.
         */
        post: operations["selfTestFabric"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/switches": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric’s switches and what their agents report */
        get: operations["listSwitches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/switches/{switch}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                switch: components["parameters"]["Switch"];
            };
            cookie?: never;
        };
        /** One switch: its interfaces and its BGP neighbours */
        get: operations["getSwitch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/links": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric’s physical links with the state of both ends */
        get: operations["listLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric's resources */
        get: operations["listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/resources/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: string;
                name: string;
            };
            cookie?: never;
        };
        /** One resource, desired and live, with differences, references and findings */
        get: operations["getResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric's findings, worst first */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/findings/{finding}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                finding: components["parameters"]["Finding"];
            };
            cookie?: never;
        };
        /** One finding with its life */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Acknowledge, suppress with reason and end, or open again
         * @description A resolved finding answers 409.
         */
        patch: operations["changeFinding"];
        trace?: never;
    };
    "/v1/fabrics/{fabric}/findings/change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same change to many findings; all of them or none */
        post: operations["changeFindings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/ignore-rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** What the comparison leaves out, with a count of what each rule hides */
        get: operations["listIgnoreRules"];
        put?: never;
        /** Leave fields out of the comparison */
        post: operations["createIgnoreRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/ignore-rules/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                rule: components["parameters"]["Rule"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Compare again what the rule left out */
        delete: operations["deleteIgnoreRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/resources/{kind}/{name}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** The resource’s values over time, in git and in the cluster, and who caused each */
        get: operations["getResourceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** What happens to the fabric, as server-sent events; resumable with Last-Event-ID */
        get: operations["streamFabricEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** YAML in, diagnostics out; nothing is stored */
        post: operations["validateYaml"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/git": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** What git says about the fabric: newest commit, files, diagnostics */
        get: operations["getFabricGit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/syncs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** What CNOC read from git, newest first */
        get: operations["listSyncs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The files of the last good commit below the fabric’s path */
        get: operations["listFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/resources/{kind}/{name}/source": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** The resource’s document as git has it, byte for byte */
        get: operations["getResourceSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric’s drafts: changes that are not in git yet */
        get: operations["listDrafts"];
        put?: never;
        post?: never;
        /** Throw all drafts of the fabric away */
        delete: operations["discardDrafts"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/drafts/{kind}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /** One draft with its text */
        get: operations["getDraft"];
        /**
         * Save a draft
         * @description Text that cannot be read is saved all the same and cannot be committed; diagnostics say why. If-Match is the draft’s etag; * for any; absent = there must be none.
         */
        put: operations["saveDraft"];
        post?: never;
        /** Throw a draft away */
        delete: operations["deleteDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/drafts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a commit of drafts would change: files, diagnostics, and the plan it would cause */
        post: operations["previewDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/drafts/commit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write drafts to git: push to a branch, or open a pull request
         * @description Answers 409 when the branch moved in a way that touches the same documents; nothing is written then.
         */
        post: operations["commitDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/import": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make drafts of what the cluster has or of uploaded YAML; nothing is committed */
        post: operations["importResources"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric's plans, newest first */
        get: operations["listPlans"];
        put?: never;
        /** Work out what would make live equal desired, and check it with a server-side dry run */
        post: operations["createPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                plan: string;
            };
            cookie?: never;
        };
        /** One plan */
        get: operations["getPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** The fabric's deployments, newest first */
        get: operations["listDeployments"];
        put?: never;
        /**
         * Execute a plan
         * @description Answers 409 while another deployment of the fabric runs, and when reality moved since the plan was made.
         */
        post: operations["createDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/deployments/{deployment}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                deployment: components["parameters"]["Deployment"];
            };
            cookie?: never;
        };
        /** One deployment with its steps */
        get: operations["getDeployment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/deployments/{deployment}/log": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                deployment: components["parameters"]["Deployment"];
            };
            cookie?: never;
        };
        /** The deployment's steps as server-sent events, resumable with Last-Event-ID */
        get: operations["streamDeploymentLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fabrics/{fabric}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        /** What happened to the fabric, newest first */
        get: operations["listActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            error: {
                name: string;
                message: string;
            };
            request?: {
                [key: string]: unknown;
            };
            response: {
                statusCode: number;
            };
        };
        /** Format: date-time */
        Timestamp: string;
        /** @enum {string} */
        Severity: "critical" | "warning" | "info";
        /** @enum {string} */
        ResourceState: "draft" | "committed" | "pending" | "synced" | "drifted" | "orphaned" | "unknown";
        /** @enum {string} */
        FindingStatus: "open" | "acknowledged" | "suppressed" | "resolved";
        ResourceRef: {
            kind: string;
            name: string;
        };
        Reference: {
            kind: string;
            name: string;
            /** @description Field that holds the reference, for example spec.connection */
            path: string;
            /** @description False when the other end is neither in git nor in the cluster */
            known: boolean;
            state?: components["schemas"]["ResourceState"];
        };
        Source: {
            file: string;
            line: number;
            commit?: string;
            /** @description Link to the line at the repository's host when the host is known */
            url?: string;
        };
        SeverityCounts: {
            critical: number;
            warning: number;
            info: number;
        };
        ChangedBy: {
            /** @description Field manager as the API server recorded it */
            manager: string;
            at?: components["schemas"]["Timestamp"];
            /** @description Entity reference of the person whose deployment wrote it */
            by?: string;
            /**
             * Format: uuid
             * @description The deployment of CNOC that wrote it
             */
            deployment?: string;
            /** @description The commit that that deployment deployed */
            commit?: string;
        };
        Difference: {
            /** @description For example spec.subnets.default.vlan */
            path: string;
            /** @description Value in git; absent when git has none */
            desired?: unknown;
            /** @description Value in the cluster; absent when the cluster has none */
            live?: unknown;
            severity: components["schemas"]["Severity"];
            reason: string;
            /** @description Id of the rule that gave the severity */
            rule: string;
            changedBy?: components["schemas"]["ChangedBy"];
        };
        Diagnostic: {
            rule: string;
            severity: components["schemas"]["Severity"];
            message: string;
            kind?: string;
            name?: string;
            path?: string;
            file?: string;
            line?: number;
            hint?: string;
        };
        ValidationResult: {
            resources: {
                kind: string;
                name: string;
                file: string;
                line: number;
            }[];
            diagnostics: components["schemas"]["Diagnostic"][];
        };
        Kind: {
            kind: string;
            apiVersion: string;
            plural: string;
            /** @description For people, for example VPC attachment */
            title: string;
            description: string;
            managed: boolean;
        };
        Overview: {
            fabrics: {
                total: number;
                inSync: number;
                drifted: number;
                unknown: number;
            };
            findings: components["schemas"]["SeverityCounts"];
            failingSyncs: number;
            disconnected: number;
            deploymentsRunning: number;
        };
        /** @description Changes with each change; send it back in If-Match */
        Etag: string;
        /**
         * @description The software of the host; decides links, webhooks and pull requests. git = none of them
         * @enum {string}
         */
        Provider: "github" | "gitlab" | "bitbucket" | "azure" | "gitea" | "git";
        RepositoryHealth: {
            /** @enum {string} */
            state: "reachable" | "unreachable" | "unknown";
            since?: components["schemas"]["Timestamp"];
            until?: components["schemas"]["Timestamp"];
            /** @description For programs: unauthorized, forbidden, notFound, branchMissing, empty, tls, unreachable, timeout, hostKeyChanged, … */
            reason?: string;
            message?: string;
        };
        Repository: {
            name: string;
            title?: string;
            /** @description Never with credentials */
            url: string;
            /** @description The page for people where it is known */
            webUrl?: string;
            branch: string;
            provider: components["schemas"]["Provider"];
            /**
             * @description One from configuration is changed there and only there
             * @enum {string}
             */
            origin: "config" | "api";
            /** @description Name of the credential; absent = none or the portal’s integrations */
            credential?: string;
            /**
             * @description Where the secret comes from
             * @enum {string}
             */
            access?: "none" | "credential" | "config" | "integration";
            /** @description The newest commit that was seen on the branch */
            head?: components["schemas"]["Commit"];
            /** @description When the remote last answered */
            readAt?: components["schemas"]["Timestamp"];
            health: components["schemas"]["RepositoryHealth"];
            skipTLSVerify?: boolean;
            requireSignedCommits?: boolean;
            webhook: {
                /** @description Below the portal’s address; where the host sends push events */
                path: string;
                /** @description Whether a secret is stored */
                secret: boolean;
                receivedAt?: components["schemas"]["Timestamp"];
            };
            /** @description Those that the caller may read */
            fabrics: string[];
            updatedAt?: components["schemas"]["Timestamp"];
            etag: components["schemas"]["Etag"];
        };
        RepositoryDetail: components["schemas"]["Repository"] & {
            /** @description How its health changed, newest first; at most 50 */
            history: components["schemas"]["RepositoryHealth"][];
            /** @description SSH public keys whose signatures count, in the format of ssh-keygen’s allowed signers */
            allowedSigners: string;
            /** @description Only for SSH */
            hostKey?: {
                fingerprint: string;
                since?: components["schemas"]["Timestamp"];
                /** @description Fingerprint of another key that the remote shows now; it is refused until somebody trusts it */
                offered?: string;
            };
        };
        RepositoryInput: {
            name: string;
            title?: string;
            /** @description https, http (if allowed), or ssh; a credential in it is split off and stored encrypted */
            url: string;
            /** @description Default main */
            branch?: string;
            provider?: components["schemas"]["Provider"];
            credential?: string;
            skipTLSVerify?: boolean;
            requireSignedCommits?: boolean;
            allowedSigners?: string;
            webhookSecret?: string;
            /** @description Only for the test; a directory that should be there */
            path?: string;
        };
        RepositoryPatch: {
            title?: string;
            url?: string;
            branch?: string;
            provider?: components["schemas"]["Provider"];
            /** @description null removes it */
            credential?: string | null;
            skipTLSVerify?: boolean;
            requireSignedCommits?: boolean;
            allowedSigners?: string;
            webhookSecret?: string | null;
        };
        RepositoryTest: {
            ok: boolean;
            message: string;
            head?: components["schemas"]["Commit"];
            /** @description What the remote has; at most 100 */
            branches?: string[];
            /** @description Fingerprint that an SSH remote showed */
            hostKey?: string;
            /** @description In the order in which they were made; those after a failed one are skipped */
            checks: {
                /** @enum {string} */
                check: "address" | "reach" | "sign-in" | "branch" | "path" | "write";
                /** @enum {string} */
                result: "ok" | "failed" | "skipped";
                message: string;
                hint?: string;
            }[];
        };
        WebhookAnswer: {
            message: string;
        };
        Credential: {
            name: string;
            title?: string;
            type: components["schemas"]["CredentialType"];
            /** @enum {string} */
            origin: "api" | "url" | "cluster";
            username?: string;
            /** @description Tells two values apart and says nothing else about them */
            fingerprint: string;
            /** @description Only for ssh */
            publicKey?: string;
            strength: {
                /** @enum {string} */
                level: "weak" | "fair" | "strong";
                reason: string;
            };
            expiresAt?: components["schemas"]["Timestamp"];
            /** @enum {string} */
            expiry?: "none" | "fine" | "soon" | "expired";
            /** @description The key of the ring that encrypts it */
            keyId?: string;
            /** @description False when no key of the ring opens it */
            readable?: boolean;
            uses: number;
            lastUsedAt?: components["schemas"]["Timestamp"];
            /** @description Repositories and clusters that use it */
            usedBy: string[];
            createdAt: components["schemas"]["Timestamp"];
            createdBy?: string;
            updatedAt: components["schemas"]["Timestamp"];
            rotatedAt?: components["schemas"]["Timestamp"];
            etag: components["schemas"]["Etag"];
        };
        /**
         * @description certificate = a client certificate with its key, for clusters
         * @enum {string}
         */
        CredentialType: "token" | "basic" | "ssh" | "certificate";
        /** @description What belongs to the credential’s type; never given back */
        CredentialValue: {
            username?: string;
            /** @description Token or password */
            secret?: string;
            privateKey?: string;
            /** @description Only for certificate: PEM */
            certificate?: string;
            passphrase?: string;
            expiresAt?: components["schemas"]["Timestamp"];
        };
        CredentialInput: {
            name: string;
            title?: string;
            type: components["schemas"]["CredentialType"];
            username?: string;
            secret?: string;
            privateKey?: string;
            /** @description Only for certificate: PEM */
            certificate?: string;
            passphrase?: string;
            expiresAt?: components["schemas"]["Timestamp"];
        };
        CredentialPatch: {
            title?: string;
            username?: string;
            secret?: string;
            privateKey?: string;
            /** @description Only for certificate: PEM */
            certificate?: string;
            passphrase?: string;
            /** Format: date-time */
            expiresAt?: string | null;
        };
        KeyRotation: {
            /** @enum {string} */
            state: "idle" | "running" | "done" | "failed";
            newestKey?: string;
            total: number;
            done: number;
            /** @description Values that no key of the ring opens */
            failed: string[];
            startedAt?: components["schemas"]["Timestamp"];
            finishedAt?: components["schemas"]["Timestamp"];
            startedBy?: string;
            /** @description Keys of the ring, with how many values each still encrypts; one with none may be removed */
            keys: {
                id: string;
                newest: boolean;
                values: number;
            }[];
        };
        FabricGit: {
            repository: components["schemas"]["Repository"];
            branch: string;
            path: string;
            /** @description The newest commit of the branch */
            head?: components["schemas"]["Commit"];
            /** @description The last good commit, whose resources are the desired state */
            commit?: components["schemas"]["Commit"];
            sync: {
                /** @enum {string} */
                state: "synced" | "syncing" | "failed" | "never";
                at?: components["schemas"]["Timestamp"];
                message?: string;
                diagnostics: components["schemas"]["LinkedDiagnostic"][];
            };
            files: number;
            resources: number;
            drafts: number;
        };
        LinkedDiagnostic: components["schemas"]["Diagnostic"] & {
            /** @description The line at the repository’s host where its pages are known */
            url?: string;
        };
        Sync: {
            id: string;
            /** @enum {string} */
            state: "synced" | "failed";
            at: components["schemas"]["Timestamp"];
            commit?: components["schemas"]["Commit"];
            /** @description The branch was rewritten: the commit before is not among this one’s ancestors */
            rewritten?: boolean;
            message?: string;
            diagnostics: number;
            changed?: {
                /** @description Files that were parsed */
                files: number;
                /** @description Resources added or changed */
                written: number;
                removed: number;
            };
        };
        SourceFile: {
            /** @description From the root of the repository */
            path: string;
            url?: string;
            resources: components["schemas"]["ResourceRef"][];
        };
        ResourceSource: {
            kind: string;
            name: string;
            file: string;
            line: number;
            url?: string;
            commit?: string;
            /** @description The document with its comments */
            yaml: string;
        };
        DraftInput: {
            /** @enum {string} */
            action: "write" | "delete";
            /** @description The whole document; for write, this or object */
            yaml?: string;
            /** @description The resource as the form has it; the document keeps its comments and order where they still apply */
            object?: {
                [key: string]: unknown;
            };
            /** @description From the root of the repository; default where the resource is */
            file?: string;
            /** @description The commit that the person began from; a draft that begins on an older document than git has now shows the conflict */
            base?: string;
        };
        Draft: {
            kind: string;
            name: string;
            /** @enum {string} */
            action: "create" | "update" | "delete";
            file: string;
            /**
             * @description conflict = git’s document changed since the draft began; same = git has it already
             * @enum {string}
             */
            state: "ready" | "invalid" | "conflict" | "same";
            message?: string;
            updatedAt: components["schemas"]["Timestamp"];
            updatedBy: string;
            etag: components["schemas"]["Etag"];
        };
        DraftDetail: components["schemas"]["Draft"] & {
            yaml?: string;
            object?: {
                [key: string]: unknown;
            };
            /** @description Git’s document when the draft began; absent when it had none */
            base?: {
                yaml: string;
                commit?: string;
            };
            /** @description Git’s document now, when it changed since */
            theirs?: {
                yaml?: string;
                commit?: string;
            };
            diagnostics: components["schemas"]["Diagnostic"][];
        };
        PreviewRequest: {
            /** @description Only the drafts of these; absent = all */
            resources?: components["schemas"]["ResourceRef"][];
        };
        FileChange: {
            path: string;
            /** @enum {string} */
            action: "add" | "modify" | "delete";
            before?: string;
            after?: string;
            /** @description Unified; cut when it is longer than 100 */
            diff?: string;
        };
        ChangePreview: {
            /** @description The commit that the change builds on */
            base: string;
            files: components["schemas"]["FileChange"][];
            /** @description How many files change beyond those listed */
            moreFiles: number;
            /** @description Of the fabric as the commit would make it; new ones first */
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @description Why the drafts cannot be committed */
            blockers: components["schemas"]["Diagnostic"][];
            /** @description What a deployment after the commit would do to the cluster, before its dry run */
            plan: {
                /** @description False when the cluster cannot be read now */
                known: boolean;
                message?: string;
                counts: components["schemas"]["PlanCounts"];
                lines: {
                    /** @enum {string} */
                    action: "create" | "update" | "delete";
                    kind: string;
                    name: string;
                    severity: components["schemas"]["Severity"];
                    reason: string;
                }[];
                moreLines: number;
            };
        };
        CommitRequest: {
            message: string;
            /** @description The commit that the preview named */
            base: string;
            resources?: components["schemas"]["ResourceRef"][];
            /** @description Where to push; default the repository’s branch. A new one is made */
            branch?: string;
            /** @description Open one from branch to the repository’s branch */
            pullRequest?: {
                title: string;
                description?: string;
            };
            /** @description The person’s own token at the git host; used for this one push and pull request and never stored */
            token?: string;
        };
        CommitResult: {
            commit: components["schemas"]["Commit"];
            branch: string;
            files: number;
            pullRequest?: {
                url: string;
                number?: number;
            };
            /** @description What did not work after the push, for example the pull request */
            warning?: string;
        };
        ImportRequest: {
            /** @enum {string} */
            source: "cluster" | "upload";
            /** @description For cluster, only these */
            resources?: components["schemas"]["ResourceRef"][];
            /** @description For cluster, only these kinds */
            kinds?: string[];
            /** @description For upload */
            yaml?: string;
            fileName?: string;
            /** @description Put all new resources into this file; default one file each */
            file?: string;
            /** @description Default false */
            dryRun?: boolean;
        };
        ImportResult: {
            /** @description Drafts that were written */
            saved: number;
            counts: {
                create: number;
                update: number;
                same: number;
                invalid: number;
            };
            items: {
                kind?: string;
                name?: string;
                line?: number;
                /** @description Where the draft puts it */
                file?: string;
                /** @enum {string} */
                verdict: "create" | "update" | "same" | "invalid";
                diagnostics: components["schemas"]["Diagnostic"][];
            }[];
        };
        Commit: {
            sha: string;
            /** @description First line, cut at 200 characters */
            message?: string;
            author?: string;
            at?: components["schemas"]["Timestamp"];
            url?: string;
        };
        Fabric: {
            name: string;
            title?: string;
            description?: string;
            environment?: string;
            /** @description Entity reference, for example group:default/network */
            owner?: string;
            repository: {
                name: string;
                url: string;
                branch: string;
                path: string;
            };
            cluster: {
                name: string;
                namespace: string;
                /** @description It is a lab; the self-test may change it */
                lab?: boolean;
            };
            status: components["schemas"]["FabricStatus"];
            resources: {
                total: number;
                synced: number;
                drifted: number;
                committed: number;
                pending: number;
                orphaned: number;
                unknown: number;
            };
            layers: components["schemas"]["Layers"];
            /**
             * @description One from configuration is changed there and only there
             * @enum {string}
             */
            origin?: "config" | "api";
            scope?: components["schemas"]["FabricScope"];
            etag?: components["schemas"]["Etag"];
            lastCommit?: components["schemas"]["Commit"];
            lastDeployment?: components["schemas"]["DeploymentSummary"];
            /** @description Grows with each change of the fabric; a hint to refetch */
            revision: number;
        };
        Health: {
            /** @enum {string} */
            state: "ok" | "degraded" | "failing";
            checks: {
                /** @enum {string} */
                check: "database" | "git" | "clusters" | "reconciler";
                /** @enum {string} */
                state: "ok" | "degraded" | "failing" | "unknown";
                /** @description Names no address and no fabric */
                message: string;
            }[];
        };
        Cluster: {
            name: string;
            title?: string;
            /** @description Root of the Kubernetes API; absent when Backstage’s configuration or the pod knows it */
            server?: string;
            namespace: string;
            /** @enum {string} */
            origin: "config" | "api";
            /**
             * @description Where address and secret come from. inCluster = the service account of the pod; kubernetes = a cluster of Backstage’s own kubernetes configuration
             * @enum {string}
             */
            access: "none" | "credential" | "config" | "inCluster" | "kubernetes";
            credential?: string;
            /** @description Its name in Backstage’s configuration */
            kubernetesCluster?: string;
            /** @description Whether one is stored */
            certificateAuthority?: boolean;
            skipTLSVerify?: boolean;
            lab?: boolean;
            version?: string;
            health: {
                /** @enum {string} */
                state: "connected" | "degraded" | "disconnected" | "unknown";
                since?: components["schemas"]["Timestamp"];
                message?: string;
            };
            identity: {
                /**
                 * @description changed = another cluster answers; nothing is read or written until somebody accepts it
                 * @enum {string}
                 */
                state: "unknown" | "pinned" | "changed";
                /** @description The uid of the namespace kube-system */
                pinned?: string;
                seen?: string;
                since?: components["schemas"]["Timestamp"];
            };
            /** @description Those that the caller may read */
            fabrics: string[];
            updatedAt?: components["schemas"]["Timestamp"];
            etag: components["schemas"]["Etag"];
        };
        ClusterDetail: components["schemas"]["Cluster"] & {
            /** @description ServiceAccount, Role, ClusterRole and bindings with the least rights that CNOC needs, to copy */
            roleYaml: string;
            /** @description What the cluster serves that differs from what this version knows, by name */
            schemas?: {
                kind: string;
                path: string;
                message: string;
            }[];
        };
        /** @description credential = a stored one (token or certificate); token = stored now, encrypted; kubeconfig = address, authority and secret are taken from it; inCluster = the pod’s service account; kubernetes = a cluster of Backstage’s kubernetes configuration; none = the address asks for nothing */
        ClusterAuth: {
            /** @enum {string} */
            type: "credential" | "token" | "kubeconfig" | "inCluster" | "kubernetes" | "none";
            credential?: string;
            token?: string;
            kubeconfig?: string;
            context?: string;
            cluster?: string;
        };
        ClusterInput: {
            name: string;
            title?: string;
            server?: string;
            /** @description PEM, or PEM in base64 */
            certificateAuthority?: string;
            /** @description Default default */
            namespace?: string;
            skipTLSVerify?: boolean;
            lab?: boolean;
            auth: components["schemas"]["ClusterAuth"];
        };
        ClusterPatch: {
            title?: string;
            server?: string;
            certificateAuthority?: string | null;
            namespace?: string;
            skipTLSVerify?: boolean;
            lab?: boolean;
            auth?: components["schemas"]["ClusterAuth"];
        };
        KubeconfigContext: {
            name: string;
            server?: string;
            namespace?: string;
            /** @enum {string} */
            auth: "token" | "certificate" | "none" | "refused";
            /** @description Why it cannot be used and what to do instead */
            refused?: string;
            skipTLSVerify?: boolean;
        };
        /** @description What of the cluster belongs to the fabric when git does not have it */
        FabricScope: {
            /**
             * @description managed (default) = kinds that the directory has or once had; listed = the kinds below; none = nothing in the cluster is called orphaned
             * @enum {string}
             */
            orphans?: "managed" | "listed" | "none";
            kinds?: string[];
            /** @description Only objects that carry all of these */
            labels?: {
                [key: string]: string;
            };
        };
        FabricInput: {
            name: string;
            title?: string;
            description?: string;
            environment?: string;
            owner?: string;
            repository: string;
            path?: string;
            cluster: string;
            namespace?: string;
            scope?: components["schemas"]["FabricScope"];
        };
        FabricPatch: {
            title?: string;
            description?: string;
            environment?: string;
            owner?: string;
            repository?: string;
            path?: string;
            cluster?: string;
            namespace?: string;
            scope?: components["schemas"]["FabricScope"];
        };
        SelfTest: {
            ok: boolean;
            message: string;
            resource?: components["schemas"]["ResourceRef"];
            /** @description The field that was changed */
            path?: string;
            steps: {
                /** @enum {string} */
                step: "choose" | "change" | "see" | "restore" | "resolve";
                /** @enum {string} */
                result: "ok" | "failed" | "skipped";
                message: string;
                milliseconds?: number;
            }[];
        };
        /** @description The three layers of one resource, each by itself and with its age */
        ResourceLayers: {
            git: {
                /** @enum {string} */
                state: "present" | "absent" | "invalid" | "unknown";
                /** @description When this content was first read */
                since?: components["schemas"]["Timestamp"];
                commit?: components["schemas"]["Commit"];
            };
            cluster: {
                /**
                 * @description Beside git
                 * @enum {string}
                 */
                state: "same" | "differs" | "missing" | "extra" | "deleting" | "unknown";
                since?: components["schemas"]["Timestamp"];
                generation?: number;
            };
            agents: {
                /**
                 * @description broken = a switch that needs it is silent or unhealthy; none = no switch needs it
                 * @enum {string}
                 */
                state: "applied" | "lagging" | "broken" | "unknown" | "none";
                since?: components["schemas"]["Timestamp"];
                switches: {
                    name: string;
                    /** @enum {string} */
                    state: "ready" | "lagging" | "silent" | "unhealthy" | "unknown";
                }[];
            };
        };
        /** @enum {string} */
        LinkState: "up" | "down" | "degraded" | "unknown";
        LinkEnd: {
            device: string;
            /** @enum {string} */
            deviceKind?: "Switch" | "Server" | "External" | "Gateway";
            port: string;
            /** @enum {string} */
            state: "up" | "down" | "disabled" | "unknown";
            since?: components["schemas"]["Timestamp"];
            speed?: string;
        };
        Link: {
            connection: string;
            /** @description For example fabric, mesh, unbundled, bundled, eslag, external */
            type?: string;
            state: components["schemas"]["LinkState"];
            since?: components["schemas"]["Timestamp"];
            ends: components["schemas"]["LinkEnd"][];
            /** @description What is lost while it is down */
            effect?: string;
        };
        /** @description How far intent has come, counted in resources (git, cluster) and in switches */
        Layers: {
            git: {
                resources: number;
                invalid: number;
                /** @description When git was read last */
                at?: components["schemas"]["Timestamp"];
            };
            cluster: {
                resources: number;
                differing: number;
                /** @description Since when the oldest of the differences exists */
                since?: components["schemas"]["Timestamp"];
            };
            switches: components["schemas"]["SwitchHealth"][];
            /** @description Resources that a switch has not applied yet */
            lagging?: {
                resources: number;
                since?: components["schemas"]["Timestamp"];
            };
        };
        SwitchHealth: {
            name: string;
            role?: string;
            /**
             * @description unhealthy = its agent reports, and interfaces or BGP sessions that should be up are down, or it needs a reboot
             * @enum {string}
             */
            state: "ready" | "lagging" | "silent" | "unhealthy" | "unknown";
            /** @description When it came into this state */
            since?: components["schemas"]["Timestamp"];
            appliedGeneration?: number;
            generation?: number;
            appliedAt?: components["schemas"]["Timestamp"];
            heartbeatAt?: components["schemas"]["Timestamp"];
            /** @description Why it waits for a reboot; absent = it does not */
            rebootNeeded?: string;
            /** @description What is wrong, in sentences */
            problems?: string[];
            /** @description Those that a connection uses */
            interfaces?: {
                up: number;
                down: number;
                unknown: number;
            };
            bgp?: {
                established: number;
                down: number;
            };
            /** @description Version of the network operating system */
            software?: string;
            agentVersion?: string;
        };
        SwitchDetail: components["schemas"]["SwitchHealth"] & {
            staleSince?: components["schemas"]["Timestamp"];
            ports: {
                /** @description As in connections, for example E1/1 */
                name: string;
                /** @enum {string} */
                state: "up" | "down" | "disabled" | "unknown";
                speed?: string;
                connection?: string;
                since?: components["schemas"]["Timestamp"];
            }[];
            neighbors: {
                vrf: string;
                address: string;
                /** @description For example established, idle, active */
                state: string;
                /** @description The switch at the other end where it is known */
                device?: string;
                since?: components["schemas"]["Timestamp"];
            }[];
        };
        FabricStatus: {
            connection: {
                /** @enum {string} */
                state: "connected" | "degraded" | "disconnected" | "unknown";
                since?: components["schemas"]["Timestamp"];
                /** @description Set while live state cannot be renewed; everything live that is shown is from then */
                staleSince?: components["schemas"]["Timestamp"];
                message?: string;
                /** @description Kinds that the cluster does not let CNOC list */
                unknownKinds?: string[];
            };
            sync: {
                /** @enum {string} */
                state: "synced" | "syncing" | "failed" | "never";
                commit?: string;
                at?: components["schemas"]["Timestamp"];
                message?: string;
                diagnostics?: components["schemas"]["Diagnostic"][];
            };
            drift: {
                /** @enum {string} */
                state: "inSync" | "drifted" | "unknown";
                findings: components["schemas"]["SeverityCounts"];
                checkedAt?: components["schemas"]["Timestamp"];
                /** @description The last time when everything was listed anew and compared with what the watches had told */
                fullCheck?: {
                    at: components["schemas"]["Timestamp"];
                    objects: number;
                    /** @description Objects whose change no watch had told */
                    missed: number;
                };
            };
            health: {
                /** @enum {string} */
                state: "healthy" | "progressing" | "degraded" | "unknown";
                switches: {
                    ready: number;
                    lagging: number;
                    silent: number;
                };
            };
        };
        ConnectionTest: {
            ok: boolean;
            message: string;
            version?: string;
            /** @description The uid of the namespace kube-system */
            identity?: string;
            namespace?: string;
            /** @description In the order in which they were made; those after a failed one are skipped */
            checks: {
                /** @enum {string} */
                check: "address" | "reach" | "sign-in" | "identity" | "kinds" | "rights";
                /** @enum {string} */
                result: "ok" | "warning" | "failed" | "skipped";
                message: string;
                hint?: string;
            }[];
            kinds: {
                kind: string;
                served: boolean;
                listable: boolean;
                versions?: string[];
                /**
                 * @description Beside the one that this version of CNOC knows
                 * @enum {string}
                 */
                schema?: "same" | "differs" | "unreadable";
                differences?: number;
            }[];
            /** @description What SelfSubjectAccessReview says of each right that CNOC uses */
            rights: {
                group?: string;
                resource: string;
                verb: string;
                /**
                 * @description What does not work without it
                 * @enum {string}
                 */
                needed: "read" | "deploy";
                /** @description null = could not be asked */
                allowed: boolean | null;
            }[];
            /** @description The least rights that CNOC needs */
            roleYaml: string;
        };
        KindCount: {
            kind: string;
            total: number;
            /** @description Neither synced, pending nor unknown */
            differing: number;
        };
        Fact: {
            label: string;
            value: string;
        };
        Resource: {
            kind: string;
            name: string;
            state: components["schemas"]["ResourceState"];
            severity?: components["schemas"]["Severity"];
            reason?: string;
            /** @description The cluster has it; a switch that needs it has not applied it yet */
            lag?: boolean;
            /** @description When it came into this state */
            since?: components["schemas"]["Timestamp"];
            source?: components["schemas"]["Source"];
            /** @description Open findings */
            findings: number;
            facts: components["schemas"]["Fact"][];
            /** @description What this resource refers to directly and the fabric knows */
            dependsOn: components["schemas"]["ResourceRef"][];
        };
        ResourceDetail: components["schemas"]["Resource"] & {
            apiVersion: string;
            layers: components["schemas"]["ResourceLayers"];
            /** @description Differences that ignore rules leave out */
            ignored?: {
                path: string;
                /** Format: uuid */
                rule: string;
            }[];
            desired?: {
                /** @description Canonical form of what git has */
                yaml: string;
            };
            live?: {
                /** @description Canonical form of what the cluster has */
                yaml: string;
                generation?: number;
                createdAt?: components["schemas"]["Timestamp"];
                changedBy?: components["schemas"]["ChangedBy"];
            };
            staleSince?: components["schemas"]["Timestamp"];
            differences: components["schemas"]["Difference"][];
            references: {
                outgoing: components["schemas"]["Reference"][];
                incoming: components["schemas"]["Reference"][];
            };
            openFindings: components["schemas"]["Finding"][];
        };
        Finding: {
            /** Format: uuid */
            id: string;
            kind: string;
            name: string;
            type: components["schemas"]["FindingType"];
            state?: components["schemas"]["ResourceState"];
            rule: string;
            severity: components["schemas"]["Severity"];
            reason: string;
            status: components["schemas"]["FindingStatus"];
            firstSeen: components["schemas"]["Timestamp"];
            lastSeen: components["schemas"]["Timestamp"];
            resolvedAt?: components["schemas"]["Timestamp"];
            decision?: components["schemas"]["FindingDecision"];
            etag?: components["schemas"]["Etag"];
            source?: components["schemas"]["Source"];
            changedBy?: components["schemas"]["ChangedBy"];
            differences: components["schemas"]["Difference"][];
        };
        /** @enum {string} */
        FindingType: "drift" | "validation" | "lag" | "agent";
        /** @description What a person said about a finding */
        FindingDecision: {
            /** @description Entity reference */
            by: string;
            at: components["schemas"]["Timestamp"];
            reason?: string;
            until?: components["schemas"]["Timestamp"];
        };
        FabricFinding: components["schemas"]["Finding"] & {
            fabric: string;
            environment?: string;
            owner?: string;
        };
        FindingDetail: components["schemas"]["Finding"] & {
            /** @description Each change of its status, newest first; at most 50 */
            history: {
                status: components["schemas"]["FindingStatus"];
                at: components["schemas"]["Timestamp"];
                by?: string;
                reason?: string;
                until?: components["schemas"]["Timestamp"];
            }[];
        };
        FindingPatch: {
            /** @enum {string} */
            status: "open" | "acknowledged" | "suppressed";
            /** @description Needed to suppress */
            reason?: string;
            /** @description Needed to suppress; when it is open again by itself, at most a year ahead */
            until?: components["schemas"]["Timestamp"];
        };
        FindingsPatch: {
            ids: string[];
            /** @enum {string} */
            status: "open" | "acknowledged" | "suppressed";
            reason?: string;
            until?: components["schemas"]["Timestamp"];
        };
        FindingTotals: {
            bySeverity: components["schemas"]["SeverityCounts"];
            byStatus: {
                open: number;
                acknowledged: number;
                suppressed: number;
            };
            /** @description From young to old */
            byAge: {
                /** @enum {string} */
                upTo: "hour" | "day" | "week" | "month" | "older";
                findings: components["schemas"]["SeverityCounts"];
            }[];
            byFabric: {
                fabric: string;
                title?: string;
                environment?: string;
                owner?: string;
                /** @enum {string} */
                state: "inSync" | "drifted" | "unknown";
                staleSince?: components["schemas"]["Timestamp"];
                findings: components["schemas"]["SeverityCounts"];
            }[];
        };
        IgnoreRule: {
            /** Format: uuid */
            id: string;
            /** @description Field, with * for any one key or index and ** for anything below: spec.subnets.*.vlan */
            path: string;
            /** @description Absent = every kind */
            kind?: string;
            name?: string;
            /** @description Only fields that this field manager holds */
            manager?: string;
            reason: string;
            until?: components["schemas"]["Timestamp"];
            createdAt: components["schemas"]["Timestamp"];
            createdBy: string;
            /** @description Differences that the last comparison left out by it */
            hides: number;
            /** @description The same by severity */
            hidden?: components["schemas"]["SeverityCounts"];
        };
        IgnoreRuleInput: {
            path: string;
            kind?: string;
            name?: string;
            manager?: string;
            reason: string;
            until?: components["schemas"]["Timestamp"];
        };
        ResourceMoment: {
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            side: "git" | "cluster";
            /** @description False when it went away */
            present: boolean;
            /** @description Canonical form */
            yaml?: string;
            commit?: components["schemas"]["Commit"];
            changedBy?: components["schemas"]["ChangedBy"];
            /** @description The deployment of CNOC that wrote it */
            deployment?: string;
        };
        PlanRequest: {
            /**
             * @description Also delete what is in the cluster and not in git
             * @default false
             */
            prune: boolean;
            /**
             * @description Take over fields that another field manager holds; needs the permission cnoc.fabric.deploy.force
             * @default false
             */
            force: boolean;
            /** @description Only these; absent = everything that differs */
            resources?: components["schemas"]["ResourceRef"][];
        };
        PlanCounts: {
            create: number;
            update: number;
            delete: number;
        };
        PlanSummary: {
            /** Format: uuid */
            id: string;
            /**
             * @description void = reality moved since the plan was made
             * @enum {string}
             */
            status: "ready" | "blocked" | "empty" | "void" | "deployed";
            commit?: string;
            createdAt: components["schemas"]["Timestamp"];
            createdBy: string;
            counts: components["schemas"]["PlanCounts"];
            prune: boolean;
            force: boolean;
        };
        Plan: components["schemas"]["PlanSummary"] & {
            lines: components["schemas"]["PlanLine"][];
            blockers: components["schemas"]["Diagnostic"][];
            /** @description What is in the cluster and not in git, and stays because prune was not asked for */
            notPruned: components["schemas"]["ResourceRef"][];
        };
        PlanLine: {
            seq: number;
            /** @description Lines of one wave do not depend on each other */
            wave: number;
            /** @enum {string} */
            action: "create" | "update" | "delete";
            kind: string;
            name: string;
            severity: components["schemas"]["Severity"];
            reason: string;
            differences: components["schemas"]["Difference"][];
            dryRun: {
                ok: boolean;
                message?: string;
                conflicts?: {
                    manager: string;
                    field: string;
                }[];
            };
        };
        DeploymentSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            plan: string;
            /** @enum {string} */
            status: "queued" | "running" | "succeeded" | "failed" | "partial";
            message?: string;
            commit?: string;
            createdAt: components["schemas"]["Timestamp"];
            createdBy: string;
            startedAt?: components["schemas"]["Timestamp"];
            finishedAt?: components["schemas"]["Timestamp"];
            counts: components["schemas"]["PlanCounts"];
            done: number;
            failed: number;
        };
        Deployment: components["schemas"]["DeploymentSummary"] & {
            steps: components["schemas"]["DeploymentStep"][];
        };
        DeploymentStep: {
            seq: number;
            wave: number;
            /** @enum {string} */
            action: "create" | "update" | "delete";
            kind: string;
            name: string;
            /** @enum {string} */
            status: "pending" | "running" | "succeeded" | "failed" | "skipped";
            message?: string;
            startedAt?: components["schemas"]["Timestamp"];
            finishedAt?: components["schemas"]["Timestamp"];
        };
        Activity: {
            id: string;
            at: components["schemas"]["Timestamp"];
            /** @enum {string} */
            type: "commit.synced" | "commit.pushed" | "pullRequest.opened" | "history.rewritten" | "sync.failed" | "cluster.connected" | "cluster.disconnected" | "cluster.replaced" | "fabric.created" | "fabric.updated" | "fabric.deleted" | "fabric.tested" | "finding.opened" | "finding.resolved" | "finding.acknowledged" | "finding.suppressed" | "finding.reopened" | "ignoreRule.created" | "ignoreRule.deleted" | "plan.created" | "deployment.started" | "deployment.finished";
            severity?: components["schemas"]["Severity"];
            /** @description Entity reference of a person */
            actor?: string;
            message: string;
            resource?: components["schemas"]["ResourceRef"];
            commit?: string;
            plan?: string;
            deployment?: string;
        };
    };
    responses: {
        /** @description Backstage's error body */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        Fabric: string;
        Deployment: string;
        Repository: string;
        Credential: string;
        Kind: string;
        Name: string;
        /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
        IfMatch: string;
        Finding: string;
        Rule: string;
        Cluster: string;
        Switch: string;
        Limit: number;
        /** @description nextCursor of the page before; opaque */
        Cursor: string;
        /** @description The same key twice gives the same answer and happens once */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract as JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All kinds, in apply order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Kind"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listRepositories: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of repositories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Repository"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createRepository: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepositoryInput"];
            };
        };
        responses: {
            /** @description The repository */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    testRepositoryInput: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepositoryInput"];
            };
        };
        responses: {
            /** @description What the remote answered, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The repository */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteRepository: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    updateRepository: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepositoryPatch"];
            };
        };
        responses: {
            /** @description The repository */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    testRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the remote answered, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    trustHostKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Must be the one that the remote shows */
                    fingerprint: string;
                };
            };
        };
        responses: {
            /** @description The repository */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    receivePush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                repository: components["parameters"]["Repository"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Understood, and nothing to do (ping, other event, other branch, seen before) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description A fetch is queued */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listCredentials: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of credentials */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Credential"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialInput"];
            };
        };
        responses: {
            /** @description The credential */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                credential: components["parameters"]["Credential"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credential */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                credential: components["parameters"]["Credential"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    updateCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                credential: components["parameters"]["Credential"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialPatch"];
            };
        };
        responses: {
            /** @description The credential */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    rotateCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                credential: components["parameters"]["Credential"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialValue"];
            };
        };
        responses: {
            /** @description The credential */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getKeyRotation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    startKeyRotation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Progress */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyRotation"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listAllFindings: {
        parameters: {
            query?: {
                fabric?: string;
                environment?: string;
                owner?: string;
                status?: components["schemas"]["FindingStatus"];
                severity?: components["schemas"]["Severity"];
                type?: components["schemas"]["FindingType"];
                kind?: string;
                /** @description Case-insensitive part of the resource’s name */
                text?: string;
                /** @description Only findings that are this many seconds old, or older */
                olderThan?: number;
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of findings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FabricFinding"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFindingTotals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Totals */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingTotals"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each part by itself; a cluster that is away never makes the whole fail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listClusters: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of clusters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Cluster"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createCluster: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterInput"];
            };
        };
        responses: {
            /** @description The cluster */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    testClusterInput: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterInput"];
            };
        };
        responses: {
            /** @description What the cluster answered, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    readKubeconfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kubeconfig: string;
                };
            };
        };
        responses: {
            /** @description Its contexts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        current?: string;
                        contexts: components["schemas"]["KubeconfigContext"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteCluster: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    updateCluster: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterPatch"];
            };
        };
        responses: {
            /** @description The cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cluster"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    testCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the cluster answered, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    trustClusterIdentity: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                cluster: components["parameters"]["Cluster"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Must be the one that answers now */
                    identity: string;
                };
            };
        };
        responses: {
            /** @description The cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFabrics: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of fabrics, sorted by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Fabric"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createFabric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FabricInput"];
            };
        };
        responses: {
            /** @description The fabric */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fabric"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFabric: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fabric */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fabric"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteFabric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    updateFabric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FabricPatch"];
            };
        };
        responses: {
            /** @description The fabric */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fabric"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    testFabric: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the cluster answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    syncFabric: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fabric after the sync; a failed sync is told in status.sync */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fabric"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    checkFabric: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fabric after the comparison */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fabric"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    selfTestFabric: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened, step by step */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfTest"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSwitches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All switches, worst first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        staleSince?: components["schemas"]["Timestamp"];
                        items: components["schemas"]["SwitchHealth"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getSwitch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                switch: components["parameters"]["Switch"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The switch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SwitchDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listLinks: {
        parameters: {
            query?: {
                state?: components["schemas"]["LinkState"];
                /** @description Case-insensitive part of a port’s or a connection’s name */
                text?: string;
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of links, those that are down first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Link"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listResources: {
        parameters: {
            query?: {
                kind?: string;
                state?: components["schemas"]["ResourceState"];
                severity?: components["schemas"]["Severity"];
                /** @description Case-insensitive part of the name */
                text?: string;
                /** @description need = by severity, then state, then kind and name */
                sort?: "name" | "need";
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resources with totals over the whole fabric */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Resource"][];
                        totalItems: number;
                        nextCursor?: string;
                        /** @description Every kind of the fabric with its counts, whatever the filter */
                        kinds: components["schemas"]["KindCount"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFindings: {
        parameters: {
            query?: {
                status?: components["schemas"]["FindingStatus"];
                severity?: components["schemas"]["Severity"];
                kind?: string;
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of findings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Finding"][];
                        totalItems: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                finding: components["parameters"]["Finding"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
                finding: components["parameters"]["Finding"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingPatch"];
            };
        };
        responses: {
            /** @description The finding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    changeFindings: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindingsPatch"];
            };
        };
        responses: {
            /** @description How many changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: number;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listIgnoreRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IgnoreRule"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createIgnoreRule: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IgnoreRuleInput"];
            };
        };
        responses: {
            /** @description The rule */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IgnoreRule"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteIgnoreRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                rule: components["parameters"]["Rule"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getResourceHistory: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the history, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ResourceMoment"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    streamFabricEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text; one that is no id of this fabric is answered with resync */
                "Last-Event-ID"?: string;
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named `activity` (data: Activity), and `resync` when events were lost and the reader should refetch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    validateYaml: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    yaml: string;
                    file?: string;
                };
            };
        };
        responses: {
            /** @description What was read, and what is wrong with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getFabricGit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fabric’s git */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FabricGit"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listSyncs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of syncs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Sync"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listFiles: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SourceFile"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getResourceSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceSource"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDrafts: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of drafts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Draft"][];
                        totalItems?: number;
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    discardDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    getDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    saveDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftInput"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDetail"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    deleteDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
                kind: components["parameters"]["Kind"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Error"];
        };
    };
    previewDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description The preview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePreview"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    commitDrafts: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitRequest"];
            };
        };
        responses: {
            /** @description What was written */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    importResources: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description A verdict for each document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listPlans: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of plans */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlanSummary"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description The plan */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listDeployments: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deployments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeploymentSummary"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    createDeployment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key twice gives the same answer and happens once */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    plan: string;
                };
            };
        };
        responses: {
            /** @description The deployment, queued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    getDeployment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
                deployment: components["parameters"]["Deployment"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deployment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deployment"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    streamDeploymentLog: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path: {
                fabric: components["parameters"]["Fabric"];
                deployment: components["parameters"]["Deployment"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named `step` (data: DeploymentStep), then one named `end` (data: DeploymentSummary), after which the server closes the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Error"];
        };
    };
    listActivity: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                /** @description nextCursor of the page before; opaque */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                fabric: components["parameters"]["Fabric"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the timeline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Activity"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
