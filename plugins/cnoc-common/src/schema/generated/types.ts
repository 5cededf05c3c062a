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
            /** @enum {string} */
            type: "token" | "basic" | "ssh";
            /** @enum {string} */
            origin: "api" | "url";
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
            /** @description Repositories that use it */
            usedBy: string[];
            createdAt: components["schemas"]["Timestamp"];
            createdBy?: string;
            updatedAt: components["schemas"]["Timestamp"];
            rotatedAt?: components["schemas"]["Timestamp"];
            etag: components["schemas"]["Etag"];
        };
        /** @description What belongs to the credential’s type; never given back */
        CredentialValue: {
            username?: string;
            /** @description Token or password */
            secret?: string;
            privateKey?: string;
            passphrase?: string;
            expiresAt?: components["schemas"]["Timestamp"];
        };
        CredentialInput: {
            name: string;
            title?: string;
            /** @enum {string} */
            type: "token" | "basic" | "ssh";
            username?: string;
            secret?: string;
            privateKey?: string;
            passphrase?: string;
            expiresAt?: components["schemas"]["Timestamp"];
        };
        CredentialPatch: {
            title?: string;
            username?: string;
            secret?: string;
            privateKey?: string;
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
            type: "commit.synced" | "commit.pushed" | "pullRequest.opened" | "history.rewritten" | "sync.failed" | "cluster.connected" | "cluster.disconnected" | "finding.opened" | "finding.resolved" | "plan.created" | "deployment.started" | "deployment.finished";
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
