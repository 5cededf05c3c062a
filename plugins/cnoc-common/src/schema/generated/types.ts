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
        post?: never;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
        Repository: {
            name: string;
            /** @description Never with credentials */
            url: string;
            branch: string;
            health: {
                /** @enum {string} */
                state: "reachable" | "unreachable" | "unknown";
                since?: components["schemas"]["Timestamp"];
                message?: string;
            };
            /** @description Those that the caller may read */
            fabrics: string[];
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
            lastCommit?: components["schemas"]["Commit"];
            lastDeployment?: components["schemas"]["DeploymentSummary"];
            /** @description Grows with each change of the fabric; a hint to refetch */
            revision: number;
        };
        /** @description How far intent has come, counted in resources (git, cluster) and in switches */
        Layers: {
            git: {
                resources: number;
                invalid: number;
            };
            cluster: {
                resources: number;
                differing: number;
            };
            switches: components["schemas"]["SwitchHealth"][];
        };
        SwitchHealth: {
            name: string;
            role?: string;
            /** @enum {string} */
            state: "ready" | "lagging" | "silent" | "unknown";
            appliedGeneration?: number;
            generation?: number;
            heartbeatAt?: components["schemas"]["Timestamp"];
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
            namespace?: string;
            kinds: {
                kind: string;
                served: boolean;
                listable: boolean;
            }[];
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
            source?: components["schemas"]["Source"];
            /** @description Open findings */
            findings: number;
            facts: components["schemas"]["Fact"][];
            /** @description What this resource refers to directly and the fabric knows */
            dependsOn: components["schemas"]["ResourceRef"][];
        };
        ResourceDetail: components["schemas"]["Resource"] & {
            apiVersion: string;
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
            /** @enum {string} */
            type: "drift" | "validation" | "lag" | "agent";
            state?: components["schemas"]["ResourceState"];
            rule: string;
            severity: components["schemas"]["Severity"];
            reason: string;
            status: components["schemas"]["FindingStatus"];
            firstSeen: components["schemas"]["Timestamp"];
            lastSeen: components["schemas"]["Timestamp"];
            resolvedAt?: components["schemas"]["Timestamp"];
            source?: components["schemas"]["Source"];
            changedBy?: components["schemas"]["ChangedBy"];
            differences: components["schemas"]["Difference"][];
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
            type: "commit.synced" | "sync.failed" | "cluster.connected" | "cluster.disconnected" | "finding.opened" | "finding.resolved" | "plan.created" | "deployment.started" | "deployment.finished";
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
