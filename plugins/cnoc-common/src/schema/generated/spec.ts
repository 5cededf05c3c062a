// Generated from openapi.yaml by `yarn generate`; edit that file.

export const spec = {
  "openapi": "3.0.3",
  "info": {
    "title": "CNOC",
    "version": "v1",
    "description": "The engine of Cloud NetOps Command: fabrics, their resources, what differs between git and the cluster, and the plans and deployments that make them equal. A fabric that the caller may not read answers 404, as if it were not there."
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "security": [
    {
      "backstage": []
    }
  ],
  "paths": {
    "/v1/openapi.json": {
      "get": {
        "operationId": "getContract",
        "summary": "This contract",
        "responses": {
          "200": {
            "description": "The contract as JSON",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": true
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/kinds": {
      "get": {
        "operationId": "listKinds",
        "summary": "The kinds that CNOC manages",
        "responses": {
          "200": {
            "description": "All kinds, in apply order",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Kind"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/overview": {
      "get": {
        "operationId": "getOverview",
        "summary": "Totals over the fabrics that the caller may read",
        "responses": {
          "200": {
            "description": "Totals",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Overview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/repositories": {
      "get": {
        "operationId": "listRepositories",
        "summary": "The git remotes, with their health",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of repositories",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Repository"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createRepository",
        "summary": "Register a git remote",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RepositoryInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The repository",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Repository"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/repositories/test": {
      "post": {
        "operationId": "testRepositoryInput",
        "summary": "Try a remote before it is registered; nothing is stored",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RepositoryInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the remote answered, step by step",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RepositoryTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/repositories/{repository}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Repository"
        }
      ],
      "get": {
        "operationId": "getRepository",
        "summary": "One repository",
        "responses": {
          "200": {
            "description": "The repository",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RepositoryDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "updateRepository",
        "summary": "Change a repository",
        "description": "One that comes from configuration answers 409. A secret that is left out stays as it is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/RepositoryPatch"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The repository",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Repository"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteRepository",
        "summary": "Forget a repository",
        "description": "Answers 409 with their names while fabrics use it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "Forgotten"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/repositories/{repository}/test": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Repository"
        }
      ],
      "post": {
        "operationId": "testRepository",
        "summary": "Try the remote now, with its credential",
        "responses": {
          "200": {
            "description": "What the remote answered, step by step",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RepositoryTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/repositories/{repository}/host-key": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Repository"
        }
      ],
      "put": {
        "operationId": "trustHostKey",
        "summary": "Trust the SSH host key that the remote shows now",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "fingerprint"
                ],
                "additionalProperties": false,
                "properties": {
                  "fingerprint": {
                    "type": "string",
                    "maxLength": 200,
                    "description": "Must be the one that the remote shows"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The repository",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RepositoryDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/webhooks/{repository}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Repository"
        }
      ],
      "post": {
        "operationId": "receivePush",
        "summary": "A push event of the repository’s host; only ever triggers a fetch",
        "description": "Not a Backstage token but the host’s own signature or token authenticates it; the body is read only after that.",
        "requestBody": {
          "required": false,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": true
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Understood, and nothing to do (ping, other event, other branch, seen before)",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookAnswer"
                }
              }
            }
          },
          "202": {
            "description": "A fetch is queued",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/WebhookAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/credentials": {
      "get": {
        "operationId": "listCredentials",
        "summary": "The credentials, never with their values",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of credentials",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Credential"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCredential",
        "summary": "Store a credential",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CredentialInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The credential",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Credential"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/credentials/{credential}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Credential"
        }
      ],
      "get": {
        "operationId": "getCredential",
        "summary": "One credential, never with its value",
        "responses": {
          "200": {
            "description": "The credential",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Credential"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "updateCredential",
        "summary": "Change what is told about a credential, or its value",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CredentialPatch"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The credential",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Credential"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteCredential",
        "summary": "Delete a credential",
        "description": "Answers 409 with their names while repositories use it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "Deleted"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/credentials/{credential}/rotate": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Credential"
        }
      ],
      "post": {
        "operationId": "rotateCredential",
        "summary": "Replace the value, after every repository that uses it was reached with the new one",
        "description": "The old value stays in use until the new one is proven; a repository that refuses the new one answers 409 and changes nothing.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CredentialValue"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The credential",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Credential"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/key-rotation": {
      "get": {
        "operationId": "getKeyRotation",
        "summary": "How far re-encryption under the newest key is",
        "responses": {
          "200": {
            "description": "Progress",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeyRotation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "startKeyRotation",
        "summary": "Re-encrypt everything under the newest key, online",
        "responses": {
          "202": {
            "description": "Progress",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/KeyRotation"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/findings": {
      "get": {
        "operationId": "listAllFindings",
        "summary": "Findings of every fabric that the caller may read, worst first",
        "parameters": [
          {
            "name": "fabric",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "environment",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "owner",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 255
            }
          },
          {
            "name": "status",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/FindingStatus"
            }
          },
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Severity"
            }
          },
          {
            "name": "type",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/FindingType"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Case-insensitive part of the resource’s name",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "olderThan",
            "in": "query",
            "description": "Only findings that are this many seconds old, or older",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 315360000
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of findings",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/FabricFinding"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/findings/totals": {
      "get": {
        "operationId": "getFindingTotals",
        "summary": "Open findings of the fabrics that the caller may read, counted by severity, age and fabric",
        "responses": {
          "200": {
            "description": "Totals",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingTotals"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/health": {
      "get": {
        "operationId": "getHealth",
        "summary": "Whether CNOC itself works: its database, its git remotes and its clusters",
        "description": "Answers 503 only when CNOC itself cannot work, which is when its database does not answer.",
        "responses": {
          "200": {
            "description": "Each part by itself; a cluster that is away never makes the whole fail",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/clusters": {
      "get": {
        "operationId": "listClusters",
        "summary": "The connections to Hedgehog control clusters, with their health",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of clusters",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Cluster"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createCluster",
        "summary": "Register a cluster connection",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ClusterInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The cluster",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Cluster"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/clusters/test": {
      "post": {
        "operationId": "testClusterInput",
        "summary": "Try a connection before it is registered; nothing is stored",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ClusterInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What the cluster answered, step by step",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectionTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/clusters/kubeconfig": {
      "post": {
        "operationId": "readKubeconfig",
        "summary": "What an uploaded kubeconfig holds, and what of it is refused; nothing is stored",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "kubeconfig"
                ],
                "additionalProperties": false,
                "properties": {
                  "kubeconfig": {
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 200000
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "Its contexts",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "contexts"
                  ],
                  "properties": {
                    "current": {
                      "type": "string"
                    },
                    "contexts": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/KubeconfigContext"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/clusters/{cluster}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Cluster"
        }
      ],
      "get": {
        "operationId": "getCluster",
        "summary": "One cluster connection",
        "responses": {
          "200": {
            "description": "The cluster",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "updateCluster",
        "summary": "Change a connection",
        "description": "One that comes from configuration answers 409. A secret that is left out stays as it is.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ClusterPatch"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The cluster",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Cluster"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteCluster",
        "summary": "Forget a connection",
        "description": "Answers 409 with their names while fabrics use it.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "Forgotten"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/clusters/{cluster}/test": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Cluster"
        }
      ],
      "post": {
        "operationId": "testCluster",
        "summary": "Try the connection now",
        "responses": {
          "200": {
            "description": "What the cluster answered, step by step",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectionTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/clusters/{cluster}/identity": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Cluster"
        }
      ],
      "put": {
        "operationId": "trustClusterIdentity",
        "summary": "Accept that another cluster answers behind this address",
        "description": "Until then everything stands still for its fabrics.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "identity"
                ],
                "additionalProperties": false,
                "properties": {
                  "identity": {
                    "type": "string",
                    "maxLength": 64,
                    "description": "Must be the one that answers now"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The cluster",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ClusterDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics": {
      "get": {
        "operationId": "listFabrics",
        "summary": "The fabrics that the caller may read, with status",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of fabrics, sorted by name",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Fabric"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createFabric",
        "summary": "Register a fabric",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FabricInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The fabric",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fabric"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "getFabric",
        "summary": "One fabric with status",
        "responses": {
          "200": {
            "description": "The fabric",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fabric"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "updateFabric",
        "summary": "Change what a fabric is: names, owner, place in git and cluster, scope",
        "description": "One that comes from configuration answers 409.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FabricPatch"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The fabric",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fabric"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteFabric",
        "summary": "Forget a fabric; nothing in git or in the cluster is touched",
        "description": "Answers 409 while a deployment runs.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "Forgotten"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/test": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "testFabric",
        "summary": "Test the connection to the fabric's cluster",
        "responses": {
          "200": {
            "description": "What the cluster answered",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ConnectionTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/sync": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "syncFabric",
        "summary": "Read git now, then compare",
        "responses": {
          "200": {
            "description": "The fabric after the sync; a failed sync is told in status.sync",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fabric"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/check": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "checkFabric",
        "summary": "Compare desired and live state now",
        "responses": {
          "200": {
            "description": "The fabric after the comparison",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Fabric"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/self-test": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "selfTestFabric",
        "summary": "Change a field on the lab’s cluster, see it as drift, restore it, see that it is gone",
        "description": "Only for clusters that are marked as a lab; others answer 409.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "responses": {
          "200": {
            "description": "What happened, step by step",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SelfTest"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/switches": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listSwitches",
        "summary": "The fabric’s switches and what their agents report",
        "responses": {
          "200": {
            "description": "All switches, worst first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "staleSince": {
                      "$ref": "#/components/schemas/Timestamp"
                    },
                    "items": {
                      "type": "array",
                      "maxItems": 2000,
                      "items": {
                        "$ref": "#/components/schemas/SwitchHealth"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/switches/{switch}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Switch"
        }
      ],
      "get": {
        "operationId": "getSwitch",
        "summary": "One switch: its interfaces and its BGP neighbours",
        "responses": {
          "200": {
            "description": "The switch",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/SwitchDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/links": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listLinks",
        "summary": "The fabric’s physical links with the state of both ends",
        "parameters": [
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/LinkState"
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Case-insensitive part of a port’s or a connection’s name",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of links, those that are down first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Link"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/resources": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listResources",
        "summary": "The fabric's resources",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ResourceState"
            }
          },
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Severity"
            }
          },
          {
            "name": "text",
            "in": "query",
            "description": "Case-insensitive part of the name",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "need = by severity, then state, then kind and name",
            "schema": {
              "type": "string",
              "enum": [
                "name",
                "need"
              ],
              "default": "name"
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of resources with totals over the whole fabric",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems",
                    "kinds"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Resource"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    },
                    "kinds": {
                      "type": "array",
                      "description": "Every kind of the fabric with its counts, whatever the filter",
                      "items": {
                        "$ref": "#/components/schemas/KindCount"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/resources/{kind}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "name": "kind",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 63
          }
        },
        {
          "name": "name",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "maxLength": 253
          }
        }
      ],
      "get": {
        "operationId": "getResource",
        "summary": "One resource, desired and live, with differences, references and findings",
        "responses": {
          "200": {
            "description": "The resource",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ResourceDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/findings": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listFindings",
        "summary": "The fabric's findings, worst first",
        "parameters": [
          {
            "name": "status",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/FindingStatus"
            }
          },
          {
            "name": "severity",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Severity"
            }
          },
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of findings",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items",
                    "totalItems"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Finding"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/findings/{finding}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Finding"
        }
      ],
      "get": {
        "operationId": "getFinding",
        "summary": "One finding with its life",
        "responses": {
          "200": {
            "description": "The finding",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "patch": {
        "operationId": "changeFinding",
        "summary": "Acknowledge, suppress with reason and end, or open again",
        "description": "A resolved finding answers 409.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FindingPatch"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The finding",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FindingDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/findings/change": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "changeFindings",
        "summary": "The same change to many findings; all of them or none",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/FindingsPatch"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "How many changed",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "changed"
                  ],
                  "properties": {
                    "changed": {
                      "type": "integer"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/ignore-rules": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listIgnoreRules",
        "summary": "What the comparison leaves out, with a count of what each rule hides",
        "responses": {
          "200": {
            "description": "The rules",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/IgnoreRule"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createIgnoreRule",
        "summary": "Leave fields out of the comparison",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/IgnoreRuleInput"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The rule",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/IgnoreRule"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/ignore-rules/{rule}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Rule"
        }
      ],
      "delete": {
        "operationId": "deleteIgnoreRule",
        "summary": "Compare again what the rule left out",
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/resources/{kind}/{name}/history": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getResourceHistory",
        "summary": "The resource’s values over time, in git and in the cluster, and who caused each",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of the history, newest first",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/ResourceMoment"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/events": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "streamFabricEvents",
        "summary": "What happens to the fabric, as server-sent events; resumable with Last-Event-ID",
        "parameters": [
          {
            "name": "Last-Event-ID",
            "in": "header",
            "description": "Any text; one that is no id of this fabric is answered with resync",
            "schema": {
              "type": "string"
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Events named `activity` (data: Activity), and `resync` when events were lost and the reader should refetch",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/validate": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "validateYaml",
        "summary": "YAML in, diagnostics out; nothing is stored",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "yaml"
                ],
                "additionalProperties": false,
                "properties": {
                  "yaml": {
                    "type": "string",
                    "maxLength": 2000000
                  },
                  "file": {
                    "type": "string",
                    "maxLength": 1024
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "What was read, and what is wrong with it",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ValidationResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/git": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "getFabricGit",
        "summary": "What git says about the fabric: newest commit, files, diagnostics",
        "responses": {
          "200": {
            "description": "The fabric’s git",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/FabricGit"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/syncs": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listSyncs",
        "summary": "What CNOC read from git, newest first",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of syncs",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Sync"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/files": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listFiles",
        "summary": "The files of the last good commit below the fabric’s path",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of files",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/SourceFile"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/resources/{kind}/{name}/source": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getResourceSource",
        "summary": "The resource’s document as git has it, byte for byte",
        "responses": {
          "200": {
            "description": "The document",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ResourceSource"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/drafts": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listDrafts",
        "summary": "The fabric’s drafts: changes that are not in git yet",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of drafts",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Draft"
                      }
                    },
                    "totalItems": {
                      "type": "integer"
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "discardDrafts",
        "summary": "Throw all drafts of the fabric away",
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/drafts/{kind}/{name}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Kind"
        },
        {
          "$ref": "#/components/parameters/Name"
        }
      ],
      "get": {
        "operationId": "getDraft",
        "summary": "One draft with its text",
        "responses": {
          "200": {
            "description": "The draft",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DraftDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "put": {
        "operationId": "saveDraft",
        "summary": "Save a draft",
        "description": "Text that cannot be read is saved all the same and cannot be committed; diagnostics say why. If-Match is the draft’s etag; * for any; absent = there must be none.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/DraftInput"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The draft",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DraftDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "delete": {
        "operationId": "deleteDraft",
        "summary": "Throw a draft away",
        "parameters": [
          {
            "$ref": "#/components/parameters/IfMatch"
          }
        ],
        "responses": {
          "204": {
            "description": "Gone"
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/drafts/preview": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "previewDrafts",
        "summary": "What a commit of drafts would change: files, diagnostics, and the plan it would cause",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PreviewRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The preview",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ChangePreview"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/drafts/commit": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "commitDrafts",
        "summary": "Write drafts to git: push to a branch, or open a pull request",
        "description": "Answers 409 when the branch moved in a way that touches the same documents; nothing is written then.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/CommitRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "What was written",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CommitResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/import": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "post": {
        "operationId": "importResources",
        "summary": "Make drafts of what the cluster has or of uploaded YAML; nothing is committed",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/ImportRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "A verdict for each document",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ImportResult"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/plans": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listPlans",
        "summary": "The fabric's plans, newest first",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of plans",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/PlanSummary"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createPlan",
        "summary": "Work out what would make live equal desired, and check it with a server-side dry run",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/PlanRequest"
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The plan",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/plans/{plan}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "name": "plan",
          "in": "path",
          "required": true,
          "schema": {
            "type": "string",
            "format": "uuid"
          }
        }
      ],
      "get": {
        "operationId": "getPlan",
        "summary": "One plan",
        "responses": {
          "200": {
            "description": "The plan",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/deployments": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listDeployments",
        "summary": "The fabric's deployments, newest first",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of deployments",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/DeploymentSummary"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      },
      "post": {
        "operationId": "createDeployment",
        "summary": "Execute a plan",
        "description": "Answers 409 while another deployment of the fabric runs, and when reality moved since the plan was made.",
        "parameters": [
          {
            "$ref": "#/components/parameters/IdempotencyKey"
          }
        ],
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "required": [
                  "plan"
                ],
                "additionalProperties": false,
                "properties": {
                  "plan": {
                    "type": "string",
                    "format": "uuid"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "201": {
            "description": "The deployment, queued",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Deployment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/deployments/{deployment}": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Deployment"
        }
      ],
      "get": {
        "operationId": "getDeployment",
        "summary": "One deployment with its steps",
        "responses": {
          "200": {
            "description": "The deployment",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Deployment"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/deployments/{deployment}/log": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        },
        {
          "$ref": "#/components/parameters/Deployment"
        }
      ],
      "get": {
        "operationId": "streamDeploymentLog",
        "summary": "The deployment's steps as server-sent events, resumable with Last-Event-ID",
        "parameters": [
          {
            "name": "Last-Event-ID",
            "in": "header",
            "schema": {
              "type": "string",
              "maxLength": 20
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Events named `step` (data: DeploymentStep), then one named `end` (data: DeploymentSummary), after which the server closes the stream",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/v1/fabrics/{fabric}/activity": {
      "parameters": [
        {
          "$ref": "#/components/parameters/Fabric"
        }
      ],
      "get": {
        "operationId": "listActivity",
        "summary": "What happened to the fabric, newest first",
        "parameters": [
          {
            "$ref": "#/components/parameters/Limit"
          },
          {
            "$ref": "#/components/parameters/Cursor"
          }
        ],
        "responses": {
          "200": {
            "description": "A page of the timeline",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Activity"
                      }
                    },
                    "nextCursor": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "securitySchemes": {
      "backstage": {
        "type": "http",
        "scheme": "bearer"
      }
    },
    "parameters": {
      "Fabric": {
        "name": "fabric",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "Deployment": {
        "name": "deployment",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uuid"
        }
      },
      "Repository": {
        "name": "repository",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "Credential": {
        "name": "credential",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "Kind": {
        "name": "kind",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "Name": {
        "name": "name",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 253
        }
      },
      "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "description": "The etag that was read; the write answers 412 when it is no longer the newest. `*` means whatever it is",
        "schema": {
          "type": "string",
          "maxLength": 128
        }
      },
      "Finding": {
        "name": "finding",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uuid"
        }
      },
      "Rule": {
        "name": "rule",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "format": "uuid"
        }
      },
      "Cluster": {
        "name": "cluster",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 63
        }
      },
      "Switch": {
        "name": "switch",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 253
        }
      },
      "Limit": {
        "name": "limit",
        "in": "query",
        "schema": {
          "type": "integer",
          "minimum": 1,
          "maximum": 500,
          "default": 50
        }
      },
      "Cursor": {
        "name": "cursor",
        "in": "query",
        "description": "nextCursor of the page before; opaque",
        "schema": {
          "type": "string",
          "maxLength": 1024
        }
      },
      "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The same key twice gives the same answer and happens once",
        "schema": {
          "type": "string",
          "minLength": 8,
          "maxLength": 128
        }
      }
    },
    "responses": {
      "Error": {
        "description": "Backstage's error body",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/Error"
            }
          }
        }
      }
    },
    "schemas": {
      "Error": {
        "type": "object",
        "required": [
          "error",
          "response"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "request": {
            "type": "object",
            "additionalProperties": true
          },
          "response": {
            "type": "object",
            "required": [
              "statusCode"
            ],
            "properties": {
              "statusCode": {
                "type": "integer"
              }
            }
          }
        }
      },
      "Timestamp": {
        "type": "string",
        "format": "date-time"
      },
      "Severity": {
        "type": "string",
        "enum": [
          "critical",
          "warning",
          "info"
        ]
      },
      "ResourceState": {
        "type": "string",
        "enum": [
          "draft",
          "committed",
          "pending",
          "synced",
          "drifted",
          "orphaned",
          "unknown"
        ]
      },
      "FindingStatus": {
        "type": "string",
        "enum": [
          "open",
          "acknowledged",
          "suppressed",
          "resolved"
        ]
      },
      "ResourceRef": {
        "type": "object",
        "required": [
          "kind",
          "name"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          }
        }
      },
      "Reference": {
        "type": "object",
        "required": [
          "kind",
          "name",
          "path",
          "known"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "path": {
            "type": "string",
            "description": "Field that holds the reference, for example spec.connection"
          },
          "known": {
            "type": "boolean",
            "description": "False when the other end is neither in git nor in the cluster"
          },
          "state": {
            "$ref": "#/components/schemas/ResourceState"
          }
        }
      },
      "Source": {
        "type": "object",
        "required": [
          "file",
          "line"
        ],
        "properties": {
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer",
            "minimum": 1
          },
          "commit": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Link to the line at the repository's host when the host is known"
          }
        }
      },
      "SeverityCounts": {
        "type": "object",
        "required": [
          "critical",
          "warning",
          "info"
        ],
        "properties": {
          "critical": {
            "type": "integer"
          },
          "warning": {
            "type": "integer"
          },
          "info": {
            "type": "integer"
          }
        }
      },
      "ChangedBy": {
        "type": "object",
        "required": [
          "manager"
        ],
        "properties": {
          "manager": {
            "type": "string",
            "description": "Field manager as the API server recorded it"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "by": {
            "type": "string",
            "description": "Entity reference of the person whose deployment wrote it"
          },
          "deployment": {
            "type": "string",
            "format": "uuid",
            "description": "The deployment of CNOC that wrote it"
          },
          "commit": {
            "type": "string",
            "description": "The commit that that deployment deployed"
          }
        }
      },
      "Difference": {
        "type": "object",
        "required": [
          "path",
          "severity",
          "reason",
          "rule"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "For example spec.subnets.default.vlan"
          },
          "desired": {
            "description": "Value in git; absent when git has none"
          },
          "live": {
            "description": "Value in the cluster; absent when the cluster has none"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "reason": {
            "type": "string"
          },
          "rule": {
            "type": "string",
            "description": "Id of the rule that gave the severity"
          },
          "changedBy": {
            "$ref": "#/components/schemas/ChangedBy"
          }
        }
      },
      "Diagnostic": {
        "type": "object",
        "required": [
          "rule",
          "severity",
          "message"
        ],
        "properties": {
          "rule": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "message": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer"
          },
          "hint": {
            "type": "string"
          }
        }
      },
      "ValidationResult": {
        "type": "object",
        "required": [
          "resources",
          "diagnostics"
        ],
        "properties": {
          "resources": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "name",
                "file",
                "line"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "file": {
                  "type": "string"
                },
                "line": {
                  "type": "integer"
                }
              }
            }
          },
          "diagnostics": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Diagnostic"
            }
          }
        }
      },
      "Kind": {
        "type": "object",
        "required": [
          "kind",
          "apiVersion",
          "plural",
          "title",
          "description",
          "managed"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "apiVersion": {
            "type": "string"
          },
          "plural": {
            "type": "string"
          },
          "title": {
            "type": "string",
            "description": "For people, for example VPC attachment"
          },
          "description": {
            "type": "string"
          },
          "managed": {
            "type": "boolean"
          }
        }
      },
      "Overview": {
        "type": "object",
        "required": [
          "fabrics",
          "findings",
          "failingSyncs",
          "disconnected",
          "deploymentsRunning"
        ],
        "properties": {
          "fabrics": {
            "type": "object",
            "required": [
              "total",
              "inSync",
              "drifted",
              "unknown"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "inSync": {
                "type": "integer"
              },
              "drifted": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              }
            }
          },
          "findings": {
            "$ref": "#/components/schemas/SeverityCounts"
          },
          "failingSyncs": {
            "type": "integer"
          },
          "disconnected": {
            "type": "integer"
          },
          "deploymentsRunning": {
            "type": "integer"
          }
        }
      },
      "Etag": {
        "type": "string",
        "description": "Changes with each change; send it back in If-Match"
      },
      "Provider": {
        "type": "string",
        "enum": [
          "github",
          "gitlab",
          "bitbucket",
          "azure",
          "gitea",
          "git"
        ],
        "description": "The software of the host; decides links, webhooks and pull requests. git = none of them"
      },
      "RepositoryHealth": {
        "type": "object",
        "required": [
          "state"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "reachable",
              "unreachable",
              "unknown"
            ]
          },
          "since": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "until": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "reason": {
            "type": "string",
            "description": "For programs: unauthorized, forbidden, notFound, branchMissing, empty, tls, unreachable, timeout, hostKeyChanged, …"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Repository": {
        "type": "object",
        "required": [
          "name",
          "url",
          "branch",
          "provider",
          "origin",
          "health",
          "fabrics",
          "webhook",
          "etag"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Never with credentials"
          },
          "webUrl": {
            "type": "string",
            "description": "The page for people where it is known"
          },
          "branch": {
            "type": "string"
          },
          "provider": {
            "$ref": "#/components/schemas/Provider"
          },
          "origin": {
            "type": "string",
            "enum": [
              "config",
              "api"
            ],
            "description": "One from configuration is changed there and only there"
          },
          "credential": {
            "type": "string",
            "description": "Name of the credential; absent = none or the portal’s integrations"
          },
          "access": {
            "type": "string",
            "enum": [
              "none",
              "credential",
              "config",
              "integration"
            ],
            "description": "Where the secret comes from"
          },
          "head": {
            "description": "The newest commit that was seen on the branch",
            "allOf": [
              {
                "$ref": "#/components/schemas/Commit"
              }
            ]
          },
          "readAt": {
            "description": "When the remote last answered",
            "allOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              }
            ]
          },
          "health": {
            "$ref": "#/components/schemas/RepositoryHealth"
          },
          "skipTLSVerify": {
            "type": "boolean"
          },
          "requireSignedCommits": {
            "type": "boolean"
          },
          "webhook": {
            "type": "object",
            "required": [
              "path",
              "secret"
            ],
            "properties": {
              "path": {
                "type": "string",
                "description": "Below the portal’s address; where the host sends push events"
              },
              "secret": {
                "type": "boolean",
                "description": "Whether a secret is stored"
              },
              "receivedAt": {
                "$ref": "#/components/schemas/Timestamp"
              }
            }
          },
          "fabrics": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Those that the caller may read"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "etag": {
            "$ref": "#/components/schemas/Etag"
          }
        }
      },
      "RepositoryDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Repository"
          },
          {
            "type": "object",
            "required": [
              "history",
              "allowedSigners"
            ],
            "properties": {
              "history": {
                "type": "array",
                "description": "How its health changed, newest first; at most 50",
                "items": {
                  "$ref": "#/components/schemas/RepositoryHealth"
                }
              },
              "allowedSigners": {
                "type": "string",
                "description": "SSH public keys whose signatures count, in the format of ssh-keygen’s allowed signers"
              },
              "hostKey": {
                "type": "object",
                "description": "Only for SSH",
                "required": [
                  "fingerprint"
                ],
                "properties": {
                  "fingerprint": {
                    "type": "string"
                  },
                  "since": {
                    "$ref": "#/components/schemas/Timestamp"
                  },
                  "offered": {
                    "type": "string",
                    "description": "Fingerprint of another key that the remote shows now; it is refused until somebody trusts it"
                  }
                }
              }
            }
          }
        ]
      },
      "RepositoryInput": {
        "type": "object",
        "required": [
          "name",
          "url"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 63,
            "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"
          },
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "url": {
            "type": "string",
            "maxLength": 2000,
            "description": "https, http (if allowed), or ssh; a credential in it is split off and stored encrypted"
          },
          "branch": {
            "type": "string",
            "maxLength": 255,
            "description": "Default main"
          },
          "provider": {
            "$ref": "#/components/schemas/Provider"
          },
          "credential": {
            "type": "string",
            "maxLength": 63
          },
          "skipTLSVerify": {
            "type": "boolean"
          },
          "requireSignedCommits": {
            "type": "boolean"
          },
          "allowedSigners": {
            "type": "string",
            "maxLength": 100000
          },
          "webhookSecret": {
            "type": "string",
            "minLength": 8,
            "maxLength": 500
          },
          "path": {
            "type": "string",
            "maxLength": 1000,
            "description": "Only for the test; a directory that should be there"
          }
        }
      },
      "RepositoryPatch": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "url": {
            "type": "string",
            "maxLength": 2000
          },
          "branch": {
            "type": "string",
            "maxLength": 255
          },
          "provider": {
            "$ref": "#/components/schemas/Provider"
          },
          "credential": {
            "type": "string",
            "maxLength": 63,
            "nullable": true,
            "description": "null removes it"
          },
          "skipTLSVerify": {
            "type": "boolean"
          },
          "requireSignedCommits": {
            "type": "boolean"
          },
          "allowedSigners": {
            "type": "string",
            "maxLength": 100000
          },
          "webhookSecret": {
            "type": "string",
            "minLength": 8,
            "maxLength": 500,
            "nullable": true
          }
        }
      },
      "RepositoryTest": {
        "type": "object",
        "required": [
          "ok",
          "message",
          "checks"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "message": {
            "type": "string"
          },
          "head": {
            "$ref": "#/components/schemas/Commit"
          },
          "branches": {
            "type": "array",
            "maxItems": 100,
            "items": {
              "type": "string"
            },
            "description": "What the remote has; at most 100"
          },
          "hostKey": {
            "type": "string",
            "description": "Fingerprint that an SSH remote showed"
          },
          "checks": {
            "type": "array",
            "description": "In the order in which they were made; those after a failed one are skipped",
            "items": {
              "type": "object",
              "required": [
                "check",
                "result",
                "message"
              ],
              "properties": {
                "check": {
                  "type": "string",
                  "enum": [
                    "address",
                    "reach",
                    "sign-in",
                    "branch",
                    "path",
                    "write"
                  ]
                },
                "result": {
                  "type": "string",
                  "enum": [
                    "ok",
                    "failed",
                    "skipped"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "hint": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "WebhookAnswer": {
        "type": "object",
        "required": [
          "message"
        ],
        "properties": {
          "message": {
            "type": "string"
          }
        }
      },
      "Credential": {
        "type": "object",
        "required": [
          "name",
          "type",
          "origin",
          "fingerprint",
          "strength",
          "uses",
          "usedBy",
          "createdAt",
          "updatedAt",
          "etag"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "$ref": "#/components/schemas/CredentialType"
          },
          "origin": {
            "type": "string",
            "enum": [
              "api",
              "url",
              "cluster"
            ]
          },
          "username": {
            "type": "string"
          },
          "fingerprint": {
            "type": "string",
            "description": "Tells two values apart and says nothing else about them"
          },
          "publicKey": {
            "type": "string",
            "description": "Only for ssh"
          },
          "strength": {
            "type": "object",
            "required": [
              "level",
              "reason"
            ],
            "properties": {
              "level": {
                "type": "string",
                "enum": [
                  "weak",
                  "fair",
                  "strong"
                ]
              },
              "reason": {
                "type": "string"
              }
            }
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "expiry": {
            "type": "string",
            "enum": [
              "none",
              "fine",
              "soon",
              "expired"
            ]
          },
          "keyId": {
            "type": "string",
            "description": "The key of the ring that encrypts it"
          },
          "readable": {
            "type": "boolean",
            "description": "False when no key of the ring opens it"
          },
          "uses": {
            "type": "integer"
          },
          "lastUsedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "usedBy": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Repositories and clusters that use it"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "createdBy": {
            "type": "string"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "rotatedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "etag": {
            "$ref": "#/components/schemas/Etag"
          }
        }
      },
      "CredentialType": {
        "type": "string",
        "enum": [
          "token",
          "basic",
          "ssh",
          "certificate"
        ],
        "description": "certificate = a client certificate with its key, for clusters"
      },
      "CredentialValue": {
        "type": "object",
        "additionalProperties": false,
        "description": "What belongs to the credential’s type; never given back",
        "properties": {
          "username": {
            "type": "string",
            "maxLength": 255
          },
          "secret": {
            "type": "string",
            "minLength": 1,
            "maxLength": 10000,
            "description": "Token or password"
          },
          "privateKey": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "certificate": {
            "type": "string",
            "minLength": 1,
            "maxLength": 50000,
            "description": "Only for certificate: PEM"
          },
          "passphrase": {
            "type": "string",
            "maxLength": 1000
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
      },
      "CredentialInput": {
        "type": "object",
        "required": [
          "name",
          "type"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 63,
            "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"
          },
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "type": {
            "$ref": "#/components/schemas/CredentialType"
          },
          "username": {
            "type": "string",
            "maxLength": 255
          },
          "secret": {
            "type": "string",
            "minLength": 1,
            "maxLength": 10000
          },
          "privateKey": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "certificate": {
            "type": "string",
            "minLength": 1,
            "maxLength": 50000,
            "description": "Only for certificate: PEM"
          },
          "passphrase": {
            "type": "string",
            "maxLength": 1000
          },
          "expiresAt": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
      },
      "CredentialPatch": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "username": {
            "type": "string",
            "maxLength": 255
          },
          "secret": {
            "type": "string",
            "minLength": 1,
            "maxLength": 10000
          },
          "privateKey": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20000
          },
          "certificate": {
            "type": "string",
            "minLength": 1,
            "maxLength": 50000,
            "description": "Only for certificate: PEM"
          },
          "passphrase": {
            "type": "string",
            "maxLength": 1000
          },
          "expiresAt": {
            "type": "string",
            "format": "date-time",
            "nullable": true
          }
        }
      },
      "KeyRotation": {
        "type": "object",
        "required": [
          "state",
          "total",
          "done",
          "failed",
          "keys"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "idle",
              "running",
              "done",
              "failed"
            ]
          },
          "newestKey": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          },
          "done": {
            "type": "integer"
          },
          "failed": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Values that no key of the ring opens"
          },
          "startedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "finishedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "startedBy": {
            "type": "string"
          },
          "keys": {
            "type": "array",
            "description": "Keys of the ring, with how many values each still encrypts; one with none may be removed",
            "items": {
              "type": "object",
              "required": [
                "id",
                "newest",
                "values"
              ],
              "properties": {
                "id": {
                  "type": "string"
                },
                "newest": {
                  "type": "boolean"
                },
                "values": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "FabricGit": {
        "type": "object",
        "required": [
          "repository",
          "branch",
          "path",
          "sync",
          "drafts",
          "files",
          "resources"
        ],
        "properties": {
          "repository": {
            "$ref": "#/components/schemas/Repository"
          },
          "branch": {
            "type": "string"
          },
          "path": {
            "type": "string"
          },
          "head": {
            "description": "The newest commit of the branch",
            "allOf": [
              {
                "$ref": "#/components/schemas/Commit"
              }
            ]
          },
          "commit": {
            "description": "The last good commit, whose resources are the desired state",
            "allOf": [
              {
                "$ref": "#/components/schemas/Commit"
              }
            ]
          },
          "sync": {
            "type": "object",
            "required": [
              "state",
              "diagnostics"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "synced",
                  "syncing",
                  "failed",
                  "never"
                ]
              },
              "at": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "message": {
                "type": "string"
              },
              "diagnostics": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/LinkedDiagnostic"
                }
              }
            }
          },
          "files": {
            "type": "integer"
          },
          "resources": {
            "type": "integer"
          },
          "drafts": {
            "type": "integer"
          }
        }
      },
      "LinkedDiagnostic": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Diagnostic"
          },
          {
            "type": "object",
            "properties": {
              "url": {
                "type": "string",
                "description": "The line at the repository’s host where its pages are known"
              }
            }
          }
        ]
      },
      "Sync": {
        "type": "object",
        "required": [
          "id",
          "state",
          "at",
          "diagnostics"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "synced",
              "failed"
            ]
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "commit": {
            "$ref": "#/components/schemas/Commit"
          },
          "rewritten": {
            "type": "boolean",
            "description": "The branch was rewritten: the commit before is not among this one’s ancestors"
          },
          "message": {
            "type": "string"
          },
          "diagnostics": {
            "type": "integer"
          },
          "changed": {
            "type": "object",
            "required": [
              "files",
              "written",
              "removed"
            ],
            "properties": {
              "files": {
                "type": "integer",
                "description": "Files that were parsed"
              },
              "written": {
                "type": "integer",
                "description": "Resources added or changed"
              },
              "removed": {
                "type": "integer"
              }
            }
          }
        }
      },
      "SourceFile": {
        "type": "object",
        "required": [
          "path",
          "resources"
        ],
        "properties": {
          "path": {
            "type": "string",
            "description": "From the root of the repository"
          },
          "url": {
            "type": "string"
          },
          "resources": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ResourceRef"
            }
          }
        }
      },
      "ResourceSource": {
        "type": "object",
        "required": [
          "kind",
          "name",
          "file",
          "line",
          "yaml"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "file": {
            "type": "string"
          },
          "line": {
            "type": "integer",
            "minimum": 1
          },
          "url": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "yaml": {
            "type": "string",
            "description": "The document with its comments"
          }
        }
      },
      "DraftInput": {
        "type": "object",
        "required": [
          "action"
        ],
        "additionalProperties": false,
        "properties": {
          "action": {
            "type": "string",
            "enum": [
              "write",
              "delete"
            ]
          },
          "yaml": {
            "type": "string",
            "maxLength": 1000000,
            "description": "The whole document; for write, this or object"
          },
          "object": {
            "type": "object",
            "additionalProperties": true,
            "description": "The resource as the form has it; the document keeps its comments and order where they still apply"
          },
          "file": {
            "type": "string",
            "maxLength": 1000,
            "description": "From the root of the repository; default where the resource is",
            "or a file of its own": null
          },
          "base": {
            "type": "string",
            "maxLength": 64,
            "description": "The commit that the person began from; a draft that begins on an older document than git has now shows the conflict"
          }
        }
      },
      "Draft": {
        "type": "object",
        "required": [
          "kind",
          "name",
          "action",
          "file",
          "state",
          "updatedAt",
          "updatedBy",
          "etag"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "action": {
            "type": "string",
            "enum": [
              "create",
              "update",
              "delete"
            ]
          },
          "file": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "ready",
              "invalid",
              "conflict",
              "same"
            ],
            "description": "conflict = git’s document changed since the draft began; same = git has it already"
          },
          "message": {
            "type": "string"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "updatedBy": {
            "type": "string"
          },
          "etag": {
            "$ref": "#/components/schemas/Etag"
          }
        }
      },
      "DraftDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Draft"
          },
          {
            "type": "object",
            "required": [
              "diagnostics"
            ],
            "properties": {
              "yaml": {
                "type": "string"
              },
              "object": {
                "type": "object",
                "additionalProperties": true
              },
              "base": {
                "description": "Git’s document when the draft began; absent when it had none",
                "type": "object",
                "required": [
                  "yaml"
                ],
                "properties": {
                  "yaml": {
                    "type": "string"
                  },
                  "commit": {
                    "type": "string"
                  }
                }
              },
              "theirs": {
                "description": "Git’s document now, when it changed since",
                "type": "object",
                "properties": {
                  "yaml": {
                    "type": "string"
                  },
                  "commit": {
                    "type": "string"
                  }
                }
              },
              "diagnostics": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Diagnostic"
                }
              }
            }
          }
        ]
      },
      "PreviewRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "resources": {
            "type": "array",
            "maxItems": 10000,
            "description": "Only the drafts of these; absent = all",
            "items": {
              "$ref": "#/components/schemas/ResourceRef"
            }
          }
        }
      },
      "FileChange": {
        "type": "object",
        "required": [
          "path",
          "action"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "action": {
            "type": "string",
            "enum": [
              "add",
              "modify",
              "delete"
            ]
          },
          "before": {
            "type": "string"
          },
          "after": {
            "type": "string"
          },
          "diff": {
            "type": "string",
            "description": "Unified; cut when it is longer than 100",
            "000 characters": null
          }
        }
      },
      "ChangePreview": {
        "type": "object",
        "required": [
          "base",
          "files",
          "moreFiles",
          "diagnostics",
          "blockers",
          "plan"
        ],
        "properties": {
          "base": {
            "type": "string",
            "description": "The commit that the change builds on"
          },
          "files": {
            "type": "array",
            "maxItems": 200,
            "items": {
              "$ref": "#/components/schemas/FileChange"
            }
          },
          "moreFiles": {
            "type": "integer",
            "description": "How many files change beyond those listed"
          },
          "diagnostics": {
            "type": "array",
            "description": "Of the fabric as the commit would make it; new ones first",
            "items": {
              "$ref": "#/components/schemas/Diagnostic"
            }
          },
          "blockers": {
            "type": "array",
            "description": "Why the drafts cannot be committed",
            "items": {
              "$ref": "#/components/schemas/Diagnostic"
            }
          },
          "plan": {
            "type": "object",
            "description": "What a deployment after the commit would do to the cluster, before its dry run",
            "required": [
              "counts",
              "lines",
              "moreLines",
              "known"
            ],
            "properties": {
              "known": {
                "type": "boolean",
                "description": "False when the cluster cannot be read now"
              },
              "message": {
                "type": "string"
              },
              "counts": {
                "$ref": "#/components/schemas/PlanCounts"
              },
              "lines": {
                "type": "array",
                "maxItems": 200,
                "items": {
                  "type": "object",
                  "required": [
                    "action",
                    "kind",
                    "name",
                    "severity",
                    "reason"
                  ],
                  "properties": {
                    "action": {
                      "type": "string",
                      "enum": [
                        "create",
                        "update",
                        "delete"
                      ]
                    },
                    "kind": {
                      "type": "string"
                    },
                    "name": {
                      "type": "string"
                    },
                    "severity": {
                      "$ref": "#/components/schemas/Severity"
                    },
                    "reason": {
                      "type": "string"
                    }
                  }
                }
              },
              "moreLines": {
                "type": "integer"
              }
            }
          }
        }
      },
      "CommitRequest": {
        "type": "object",
        "required": [
          "message",
          "base"
        ],
        "additionalProperties": false,
        "properties": {
          "message": {
            "type": "string",
            "minLength": 1,
            "maxLength": 10000
          },
          "base": {
            "type": "string",
            "maxLength": 64,
            "description": "The commit that the preview named"
          },
          "resources": {
            "type": "array",
            "maxItems": 10000,
            "items": {
              "$ref": "#/components/schemas/ResourceRef"
            }
          },
          "branch": {
            "type": "string",
            "maxLength": 255,
            "description": "Where to push; default the repository’s branch. A new one is made"
          },
          "pullRequest": {
            "type": "object",
            "additionalProperties": false,
            "description": "Open one from branch to the repository’s branch",
            "required": [
              "title"
            ],
            "properties": {
              "title": {
                "type": "string",
                "minLength": 1,
                "maxLength": 250
              },
              "description": {
                "type": "string",
                "maxLength": 60000
              }
            }
          },
          "token": {
            "type": "string",
            "maxLength": 10000,
            "description": "The person’s own token at the git host; used for this one push and pull request and never stored"
          }
        }
      },
      "CommitResult": {
        "type": "object",
        "required": [
          "commit",
          "branch",
          "files"
        ],
        "properties": {
          "commit": {
            "$ref": "#/components/schemas/Commit"
          },
          "branch": {
            "type": "string"
          },
          "files": {
            "type": "integer"
          },
          "pullRequest": {
            "type": "object",
            "required": [
              "url"
            ],
            "properties": {
              "url": {
                "type": "string"
              },
              "number": {
                "type": "integer"
              }
            }
          },
          "warning": {
            "type": "string",
            "description": "What did not work after the push, for example the pull request"
          }
        }
      },
      "ImportRequest": {
        "type": "object",
        "required": [
          "source"
        ],
        "additionalProperties": false,
        "properties": {
          "source": {
            "type": "string",
            "enum": [
              "cluster",
              "upload"
            ]
          },
          "resources": {
            "type": "array",
            "maxItems": 10000,
            "description": "For cluster, only these",
            "items": {
              "$ref": "#/components/schemas/ResourceRef"
            }
          },
          "kinds": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string"
            },
            "description": "For cluster, only these kinds"
          },
          "yaml": {
            "type": "string",
            "maxLength": 1500000,
            "description": "For upload"
          },
          "fileName": {
            "type": "string",
            "maxLength": 1000
          },
          "file": {
            "type": "string",
            "maxLength": 1000,
            "description": "Put all new resources into this file; default one file each"
          },
          "dryRun": {
            "type": "boolean",
            "description": "Default false"
          }
        }
      },
      "ImportResult": {
        "type": "object",
        "required": [
          "items",
          "counts",
          "saved"
        ],
        "properties": {
          "saved": {
            "type": "integer",
            "description": "Drafts that were written"
          },
          "counts": {
            "type": "object",
            "required": [
              "create",
              "update",
              "same",
              "invalid"
            ],
            "properties": {
              "create": {
                "type": "integer"
              },
              "update": {
                "type": "integer"
              },
              "same": {
                "type": "integer"
              },
              "invalid": {
                "type": "integer"
              }
            }
          },
          "items": {
            "type": "array",
            "maxItems": 10000,
            "items": {
              "type": "object",
              "required": [
                "verdict",
                "diagnostics"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "name": {
                  "type": "string"
                },
                "line": {
                  "type": "integer"
                },
                "file": {
                  "type": "string",
                  "description": "Where the draft puts it"
                },
                "verdict": {
                  "type": "string",
                  "enum": [
                    "create",
                    "update",
                    "same",
                    "invalid"
                  ]
                },
                "diagnostics": {
                  "type": "array",
                  "items": {
                    "$ref": "#/components/schemas/Diagnostic"
                  }
                }
              }
            }
          }
        }
      },
      "Commit": {
        "type": "object",
        "required": [
          "sha"
        ],
        "properties": {
          "sha": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "First line, cut at 200 characters"
          },
          "author": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "url": {
            "type": "string"
          }
        }
      },
      "Fabric": {
        "type": "object",
        "required": [
          "name",
          "repository",
          "cluster",
          "status",
          "resources",
          "layers",
          "revision"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "environment": {
            "type": "string"
          },
          "owner": {
            "type": "string",
            "description": "Entity reference, for example group:default/network"
          },
          "repository": {
            "type": "object",
            "required": [
              "name",
              "url",
              "branch",
              "path"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "url": {
                "type": "string"
              },
              "branch": {
                "type": "string"
              },
              "path": {
                "type": "string"
              }
            }
          },
          "cluster": {
            "type": "object",
            "required": [
              "name",
              "namespace"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "namespace": {
                "type": "string"
              },
              "lab": {
                "type": "boolean",
                "description": "It is a lab; the self-test may change it"
              }
            }
          },
          "status": {
            "$ref": "#/components/schemas/FabricStatus"
          },
          "resources": {
            "type": "object",
            "required": [
              "total",
              "synced",
              "drifted",
              "committed",
              "pending",
              "orphaned",
              "unknown"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "synced": {
                "type": "integer"
              },
              "drifted": {
                "type": "integer"
              },
              "committed": {
                "type": "integer"
              },
              "pending": {
                "type": "integer"
              },
              "orphaned": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              }
            }
          },
          "layers": {
            "$ref": "#/components/schemas/Layers"
          },
          "origin": {
            "type": "string",
            "enum": [
              "config",
              "api"
            ],
            "description": "One from configuration is changed there and only there"
          },
          "scope": {
            "$ref": "#/components/schemas/FabricScope"
          },
          "etag": {
            "$ref": "#/components/schemas/Etag"
          },
          "lastCommit": {
            "$ref": "#/components/schemas/Commit"
          },
          "lastDeployment": {
            "$ref": "#/components/schemas/DeploymentSummary"
          },
          "revision": {
            "type": "integer",
            "description": "Grows with each change of the fabric; a hint to refetch"
          }
        }
      },
      "Health": {
        "type": "object",
        "required": [
          "state",
          "checks"
        ],
        "properties": {
          "state": {
            "type": "string",
            "enum": [
              "ok",
              "degraded",
              "failing"
            ]
          },
          "checks": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "check",
                "state",
                "message"
              ],
              "properties": {
                "check": {
                  "type": "string",
                  "enum": [
                    "database",
                    "git",
                    "clusters",
                    "reconciler"
                  ]
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "ok",
                    "degraded",
                    "failing",
                    "unknown"
                  ]
                },
                "message": {
                  "type": "string",
                  "description": "Names no address and no fabric"
                }
              }
            }
          }
        }
      },
      "Cluster": {
        "type": "object",
        "required": [
          "name",
          "namespace",
          "origin",
          "access",
          "health",
          "identity",
          "fabrics",
          "etag"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "server": {
            "type": "string",
            "description": "Root of the Kubernetes API; absent when Backstage’s configuration or the pod knows it"
          },
          "namespace": {
            "type": "string"
          },
          "origin": {
            "type": "string",
            "enum": [
              "config",
              "api"
            ]
          },
          "access": {
            "type": "string",
            "enum": [
              "none",
              "credential",
              "config",
              "inCluster",
              "kubernetes"
            ],
            "description": "Where address and secret come from. inCluster = the service account of the pod; kubernetes = a cluster of Backstage’s own kubernetes configuration"
          },
          "credential": {
            "type": "string"
          },
          "kubernetesCluster": {
            "type": "string",
            "description": "Its name in Backstage’s configuration"
          },
          "certificateAuthority": {
            "type": "boolean",
            "description": "Whether one is stored"
          },
          "skipTLSVerify": {
            "type": "boolean"
          },
          "lab": {
            "type": "boolean"
          },
          "version": {
            "type": "string"
          },
          "health": {
            "type": "object",
            "required": [
              "state"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "connected",
                  "degraded",
                  "disconnected",
                  "unknown"
                ]
              },
              "since": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "identity": {
            "type": "object",
            "required": [
              "state"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "unknown",
                  "pinned",
                  "changed"
                ],
                "description": "changed = another cluster answers; nothing is read or written until somebody accepts it"
              },
              "pinned": {
                "type": "string",
                "description": "The uid of the namespace kube-system"
              },
              "seen": {
                "type": "string"
              },
              "since": {
                "$ref": "#/components/schemas/Timestamp"
              }
            }
          },
          "fabrics": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Those that the caller may read"
          },
          "updatedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "etag": {
            "$ref": "#/components/schemas/Etag"
          }
        }
      },
      "ClusterDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Cluster"
          },
          {
            "type": "object",
            "required": [
              "roleYaml"
            ],
            "properties": {
              "roleYaml": {
                "type": "string",
                "description": "ServiceAccount, Role, ClusterRole and bindings with the least rights that CNOC needs, to copy"
              },
              "schemas": {
                "type": "array",
                "description": "What the cluster serves that differs from what this version knows, by name",
                "items": {
                  "type": "object",
                  "required": [
                    "kind",
                    "path",
                    "message"
                  ],
                  "properties": {
                    "kind": {
                      "type": "string"
                    },
                    "path": {
                      "type": "string"
                    },
                    "message": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "ClusterAuth": {
        "type": "object",
        "required": [
          "type"
        ],
        "additionalProperties": false,
        "description": "credential = a stored one (token or certificate); token = stored now, encrypted; kubeconfig = address, authority and secret are taken from it; inCluster = the pod’s service account; kubernetes = a cluster of Backstage’s kubernetes configuration; none = the address asks for nothing",
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "credential",
              "token",
              "kubeconfig",
              "inCluster",
              "kubernetes",
              "none"
            ]
          },
          "credential": {
            "type": "string",
            "maxLength": 63
          },
          "token": {
            "type": "string",
            "minLength": 1,
            "maxLength": 10000
          },
          "kubeconfig": {
            "type": "string",
            "minLength": 1,
            "maxLength": 200000
          },
          "context": {
            "type": "string",
            "maxLength": 253
          },
          "cluster": {
            "type": "string",
            "maxLength": 253
          }
        }
      },
      "ClusterInput": {
        "type": "object",
        "required": [
          "name",
          "auth"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 63,
            "pattern": "^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$"
          },
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "server": {
            "type": "string",
            "maxLength": 2000
          },
          "certificateAuthority": {
            "type": "string",
            "maxLength": 100000,
            "description": "PEM, or PEM in base64"
          },
          "namespace": {
            "type": "string",
            "maxLength": 63,
            "description": "Default default"
          },
          "skipTLSVerify": {
            "type": "boolean"
          },
          "lab": {
            "type": "boolean"
          },
          "auth": {
            "$ref": "#/components/schemas/ClusterAuth"
          }
        }
      },
      "ClusterPatch": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "server": {
            "type": "string",
            "maxLength": 2000
          },
          "certificateAuthority": {
            "type": "string",
            "maxLength": 100000,
            "nullable": true
          },
          "namespace": {
            "type": "string",
            "maxLength": 63
          },
          "skipTLSVerify": {
            "type": "boolean"
          },
          "lab": {
            "type": "boolean"
          },
          "auth": {
            "$ref": "#/components/schemas/ClusterAuth"
          }
        }
      },
      "KubeconfigContext": {
        "type": "object",
        "required": [
          "name",
          "auth"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "server": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "auth": {
            "type": "string",
            "enum": [
              "token",
              "certificate",
              "none",
              "refused"
            ]
          },
          "refused": {
            "type": "string",
            "description": "Why it cannot be used and what to do instead"
          },
          "skipTLSVerify": {
            "type": "boolean"
          }
        }
      },
      "FabricScope": {
        "type": "object",
        "description": "What of the cluster belongs to the fabric when git does not have it",
        "additionalProperties": false,
        "properties": {
          "orphans": {
            "type": "string",
            "enum": [
              "managed",
              "listed",
              "none"
            ],
            "description": "managed (default) = kinds that the directory has or once had; listed = the kinds below; none = nothing in the cluster is called orphaned"
          },
          "kinds": {
            "type": "array",
            "maxItems": 20,
            "items": {
              "type": "string",
              "maxLength": 63
            }
          },
          "labels": {
            "type": "object",
            "description": "Only objects that carry all of these",
            "maxProperties": 10,
            "additionalProperties": {
              "type": "string",
              "maxLength": 63
            }
          }
        }
      },
      "FabricInput": {
        "type": "object",
        "required": [
          "name",
          "repository",
          "cluster"
        ],
        "additionalProperties": false,
        "properties": {
          "name": {
            "type": "string",
            "maxLength": 63,
            "pattern": "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"
          },
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 2000
          },
          "environment": {
            "type": "string",
            "maxLength": 63
          },
          "owner": {
            "type": "string",
            "maxLength": 255
          },
          "repository": {
            "type": "string",
            "maxLength": 63
          },
          "path": {
            "type": "string",
            "maxLength": 1000
          },
          "cluster": {
            "type": "string",
            "maxLength": 63
          },
          "namespace": {
            "type": "string",
            "maxLength": 63
          },
          "scope": {
            "$ref": "#/components/schemas/FabricScope"
          }
        }
      },
      "FabricPatch": {
        "type": "object",
        "additionalProperties": false,
        "minProperties": 1,
        "properties": {
          "title": {
            "type": "string",
            "maxLength": 200
          },
          "description": {
            "type": "string",
            "maxLength": 2000
          },
          "environment": {
            "type": "string",
            "maxLength": 63
          },
          "owner": {
            "type": "string",
            "maxLength": 255
          },
          "repository": {
            "type": "string",
            "maxLength": 63
          },
          "path": {
            "type": "string",
            "maxLength": 1000
          },
          "cluster": {
            "type": "string",
            "maxLength": 63
          },
          "namespace": {
            "type": "string",
            "maxLength": 63
          },
          "scope": {
            "$ref": "#/components/schemas/FabricScope"
          }
        }
      },
      "SelfTest": {
        "type": "object",
        "required": [
          "ok",
          "message",
          "steps"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "message": {
            "type": "string"
          },
          "resource": {
            "$ref": "#/components/schemas/ResourceRef"
          },
          "path": {
            "type": "string",
            "description": "The field that was changed"
          },
          "steps": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "step",
                "result",
                "message"
              ],
              "properties": {
                "step": {
                  "type": "string",
                  "enum": [
                    "choose",
                    "change",
                    "see",
                    "restore",
                    "resolve"
                  ]
                },
                "result": {
                  "type": "string",
                  "enum": [
                    "ok",
                    "failed",
                    "skipped"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "milliseconds": {
                  "type": "number"
                }
              }
            }
          }
        }
      },
      "ResourceLayers": {
        "type": "object",
        "description": "The three layers of one resource, each by itself and with its age",
        "required": [
          "git",
          "cluster",
          "agents"
        ],
        "properties": {
          "git": {
            "type": "object",
            "required": [
              "state"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "present",
                  "absent",
                  "invalid",
                  "unknown"
                ]
              },
              "since": {
                "description": "When this content was first read",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Timestamp"
                  }
                ]
              },
              "commit": {
                "$ref": "#/components/schemas/Commit"
              }
            }
          },
          "cluster": {
            "type": "object",
            "required": [
              "state"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "same",
                  "differs",
                  "missing",
                  "extra",
                  "deleting",
                  "unknown"
                ],
                "description": "Beside git"
              },
              "since": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "generation": {
                "type": "integer"
              }
            }
          },
          "agents": {
            "type": "object",
            "required": [
              "state",
              "switches"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "applied",
                  "lagging",
                  "broken",
                  "unknown",
                  "none"
                ],
                "description": "broken = a switch that needs it is silent or unhealthy; none = no switch needs it"
              },
              "since": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "switches": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "name",
                    "state"
                  ],
                  "properties": {
                    "name": {
                      "type": "string"
                    },
                    "state": {
                      "type": "string",
                      "enum": [
                        "ready",
                        "lagging",
                        "silent",
                        "unhealthy",
                        "unknown"
                      ]
                    }
                  }
                }
              }
            }
          }
        }
      },
      "LinkState": {
        "type": "string",
        "enum": [
          "up",
          "down",
          "degraded",
          "unknown"
        ]
      },
      "LinkEnd": {
        "type": "object",
        "required": [
          "device",
          "port",
          "state"
        ],
        "properties": {
          "device": {
            "type": "string"
          },
          "deviceKind": {
            "type": "string",
            "enum": [
              "Switch",
              "Server",
              "External",
              "Gateway"
            ]
          },
          "port": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "up",
              "down",
              "disabled",
              "unknown"
            ]
          },
          "since": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "speed": {
            "type": "string"
          }
        }
      },
      "Link": {
        "type": "object",
        "required": [
          "connection",
          "state",
          "ends"
        ],
        "properties": {
          "connection": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "For example fabric, mesh, unbundled, bundled, eslag, external"
          },
          "state": {
            "$ref": "#/components/schemas/LinkState"
          },
          "since": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "ends": {
            "type": "array",
            "maxItems": 2,
            "items": {
              "$ref": "#/components/schemas/LinkEnd"
            }
          },
          "effect": {
            "type": "string",
            "description": "What is lost while it is down"
          }
        }
      },
      "Layers": {
        "type": "object",
        "description": "How far intent has come, counted in resources (git, cluster) and in switches",
        "required": [
          "git",
          "cluster",
          "switches"
        ],
        "properties": {
          "git": {
            "type": "object",
            "required": [
              "resources",
              "invalid"
            ],
            "properties": {
              "resources": {
                "type": "integer"
              },
              "invalid": {
                "type": "integer"
              },
              "at": {
                "description": "When git was read last",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Timestamp"
                  }
                ]
              }
            }
          },
          "cluster": {
            "type": "object",
            "required": [
              "resources",
              "differing"
            ],
            "properties": {
              "resources": {
                "type": "integer"
              },
              "differing": {
                "type": "integer"
              },
              "since": {
                "description": "Since when the oldest of the differences exists",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Timestamp"
                  }
                ]
              }
            }
          },
          "switches": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SwitchHealth"
            }
          },
          "lagging": {
            "type": "object",
            "description": "Resources that a switch has not applied yet",
            "required": [
              "resources"
            ],
            "properties": {
              "resources": {
                "type": "integer"
              },
              "since": {
                "$ref": "#/components/schemas/Timestamp"
              }
            }
          }
        }
      },
      "SwitchHealth": {
        "type": "object",
        "required": [
          "name",
          "state"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "role": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "ready",
              "lagging",
              "silent",
              "unhealthy",
              "unknown"
            ],
            "description": "unhealthy = its agent reports, and interfaces or BGP sessions that should be up are down, or it needs a reboot"
          },
          "since": {
            "description": "When it came into this state",
            "allOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              }
            ]
          },
          "appliedGeneration": {
            "type": "integer"
          },
          "generation": {
            "type": "integer"
          },
          "appliedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "heartbeatAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "rebootNeeded": {
            "type": "string",
            "description": "Why it waits for a reboot; absent = it does not"
          },
          "problems": {
            "type": "array",
            "maxItems": 20,
            "description": "What is wrong, in sentences",
            "items": {
              "type": "string"
            }
          },
          "interfaces": {
            "type": "object",
            "description": "Those that a connection uses",
            "required": [
              "up",
              "down",
              "unknown"
            ],
            "properties": {
              "up": {
                "type": "integer"
              },
              "down": {
                "type": "integer"
              },
              "unknown": {
                "type": "integer"
              }
            }
          },
          "bgp": {
            "type": "object",
            "required": [
              "established",
              "down"
            ],
            "properties": {
              "established": {
                "type": "integer"
              },
              "down": {
                "type": "integer"
              }
            }
          },
          "software": {
            "type": "string",
            "description": "Version of the network operating system"
          },
          "agentVersion": {
            "type": "string"
          }
        }
      },
      "SwitchDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/SwitchHealth"
          },
          {
            "type": "object",
            "required": [
              "ports",
              "neighbors"
            ],
            "properties": {
              "staleSince": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "ports": {
                "type": "array",
                "maxItems": 1024,
                "items": {
                  "type": "object",
                  "required": [
                    "name",
                    "state"
                  ],
                  "properties": {
                    "name": {
                      "type": "string",
                      "description": "As in connections, for example E1/1"
                    },
                    "state": {
                      "type": "string",
                      "enum": [
                        "up",
                        "down",
                        "disabled",
                        "unknown"
                      ]
                    },
                    "speed": {
                      "type": "string"
                    },
                    "connection": {
                      "type": "string"
                    },
                    "since": {
                      "$ref": "#/components/schemas/Timestamp"
                    }
                  }
                }
              },
              "neighbors": {
                "type": "array",
                "maxItems": 1024,
                "items": {
                  "type": "object",
                  "required": [
                    "vrf",
                    "address",
                    "state"
                  ],
                  "properties": {
                    "vrf": {
                      "type": "string"
                    },
                    "address": {
                      "type": "string"
                    },
                    "state": {
                      "type": "string",
                      "description": "For example established, idle, active"
                    },
                    "device": {
                      "type": "string",
                      "description": "The switch at the other end where it is known"
                    },
                    "since": {
                      "$ref": "#/components/schemas/Timestamp"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "FabricStatus": {
        "type": "object",
        "required": [
          "connection",
          "sync",
          "drift",
          "health"
        ],
        "properties": {
          "connection": {
            "type": "object",
            "required": [
              "state"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "connected",
                  "degraded",
                  "disconnected",
                  "unknown"
                ]
              },
              "since": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "staleSince": {
                "description": "Set while live state cannot be renewed; everything live that is shown is from then",
                "allOf": [
                  {
                    "$ref": "#/components/schemas/Timestamp"
                  }
                ]
              },
              "message": {
                "type": "string"
              },
              "unknownKinds": {
                "type": "array",
                "description": "Kinds that the cluster does not let CNOC list",
                "items": {
                  "type": "string"
                }
              }
            }
          },
          "sync": {
            "type": "object",
            "required": [
              "state"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "synced",
                  "syncing",
                  "failed",
                  "never"
                ]
              },
              "commit": {
                "type": "string"
              },
              "at": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "message": {
                "type": "string"
              },
              "diagnostics": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Diagnostic"
                }
              }
            }
          },
          "drift": {
            "type": "object",
            "required": [
              "state",
              "findings"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "inSync",
                  "drifted",
                  "unknown"
                ]
              },
              "findings": {
                "$ref": "#/components/schemas/SeverityCounts"
              },
              "checkedAt": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "fullCheck": {
                "type": "object",
                "description": "The last time when everything was listed anew and compared with what the watches had told",
                "required": [
                  "at",
                  "objects",
                  "missed"
                ],
                "properties": {
                  "at": {
                    "$ref": "#/components/schemas/Timestamp"
                  },
                  "objects": {
                    "type": "integer"
                  },
                  "missed": {
                    "type": "integer",
                    "description": "Objects whose change no watch had told"
                  }
                }
              }
            }
          },
          "health": {
            "type": "object",
            "required": [
              "state",
              "switches"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "healthy",
                  "progressing",
                  "degraded",
                  "unknown"
                ]
              },
              "switches": {
                "type": "object",
                "required": [
                  "ready",
                  "lagging",
                  "silent"
                ],
                "properties": {
                  "ready": {
                    "type": "integer"
                  },
                  "lagging": {
                    "type": "integer"
                  },
                  "silent": {
                    "type": "integer"
                  }
                }
              }
            }
          }
        }
      },
      "ConnectionTest": {
        "type": "object",
        "required": [
          "ok",
          "message",
          "checks",
          "kinds",
          "rights",
          "roleYaml"
        ],
        "properties": {
          "ok": {
            "type": "boolean"
          },
          "message": {
            "type": "string"
          },
          "version": {
            "type": "string"
          },
          "identity": {
            "type": "string",
            "description": "The uid of the namespace kube-system"
          },
          "namespace": {
            "type": "string"
          },
          "checks": {
            "type": "array",
            "description": "In the order in which they were made; those after a failed one are skipped",
            "items": {
              "type": "object",
              "required": [
                "check",
                "result",
                "message"
              ],
              "properties": {
                "check": {
                  "type": "string",
                  "enum": [
                    "address",
                    "reach",
                    "sign-in",
                    "identity",
                    "kinds",
                    "rights"
                  ]
                },
                "result": {
                  "type": "string",
                  "enum": [
                    "ok",
                    "warning",
                    "failed",
                    "skipped"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "hint": {
                  "type": "string"
                }
              }
            }
          },
          "kinds": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "served",
                "listable"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "served": {
                  "type": "boolean"
                },
                "listable": {
                  "type": "boolean"
                },
                "versions": {
                  "type": "array",
                  "maxItems": 20,
                  "items": {
                    "type": "string"
                  }
                },
                "schema": {
                  "type": "string",
                  "enum": [
                    "same",
                    "differs",
                    "unreadable"
                  ],
                  "description": "Beside the one that this version of CNOC knows"
                },
                "differences": {
                  "type": "integer"
                }
              }
            }
          },
          "rights": {
            "type": "array",
            "description": "What SelfSubjectAccessReview says of each right that CNOC uses",
            "items": {
              "type": "object",
              "required": [
                "resource",
                "verb",
                "needed",
                "allowed"
              ],
              "properties": {
                "group": {
                  "type": "string"
                },
                "resource": {
                  "type": "string"
                },
                "verb": {
                  "type": "string"
                },
                "needed": {
                  "type": "string",
                  "enum": [
                    "read",
                    "deploy"
                  ],
                  "description": "What does not work without it"
                },
                "allowed": {
                  "type": "boolean",
                  "nullable": true,
                  "description": "null = could not be asked"
                }
              }
            }
          },
          "roleYaml": {
            "type": "string",
            "description": "The least rights that CNOC needs",
            "to copy": null
          }
        }
      },
      "KindCount": {
        "type": "object",
        "required": [
          "kind",
          "total",
          "differing"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "total": {
            "type": "integer"
          },
          "differing": {
            "type": "integer",
            "description": "Neither synced, pending nor unknown"
          }
        }
      },
      "Fact": {
        "type": "object",
        "required": [
          "label",
          "value"
        ],
        "properties": {
          "label": {
            "type": "string"
          },
          "value": {
            "type": "string"
          }
        }
      },
      "Resource": {
        "type": "object",
        "required": [
          "kind",
          "name",
          "state",
          "findings",
          "facts",
          "dependsOn"
        ],
        "properties": {
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "state": {
            "$ref": "#/components/schemas/ResourceState"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "reason": {
            "type": "string"
          },
          "lag": {
            "type": "boolean",
            "description": "The cluster has it; a switch that needs it has not applied it yet"
          },
          "since": {
            "description": "When it came into this state",
            "allOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              }
            ]
          },
          "source": {
            "$ref": "#/components/schemas/Source"
          },
          "findings": {
            "type": "integer",
            "description": "Open findings"
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Fact"
            }
          },
          "dependsOn": {
            "type": "array",
            "description": "What this resource refers to directly and the fabric knows",
            "items": {
              "$ref": "#/components/schemas/ResourceRef"
            }
          }
        }
      },
      "ResourceDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Resource"
          },
          {
            "type": "object",
            "required": [
              "apiVersion",
              "differences",
              "references",
              "openFindings",
              "layers"
            ],
            "properties": {
              "apiVersion": {
                "type": "string"
              },
              "layers": {
                "$ref": "#/components/schemas/ResourceLayers"
              },
              "ignored": {
                "type": "array",
                "description": "Differences that ignore rules leave out",
                "items": {
                  "type": "object",
                  "required": [
                    "path",
                    "rule"
                  ],
                  "properties": {
                    "path": {
                      "type": "string"
                    },
                    "rule": {
                      "type": "string",
                      "format": "uuid"
                    }
                  }
                }
              },
              "desired": {
                "type": "object",
                "required": [
                  "yaml"
                ],
                "properties": {
                  "yaml": {
                    "type": "string",
                    "description": "Canonical form of what git has"
                  }
                }
              },
              "live": {
                "type": "object",
                "required": [
                  "yaml"
                ],
                "properties": {
                  "yaml": {
                    "type": "string",
                    "description": "Canonical form of what the cluster has"
                  },
                  "generation": {
                    "type": "integer"
                  },
                  "createdAt": {
                    "$ref": "#/components/schemas/Timestamp"
                  },
                  "changedBy": {
                    "$ref": "#/components/schemas/ChangedBy"
                  }
                }
              },
              "staleSince": {
                "$ref": "#/components/schemas/Timestamp"
              },
              "differences": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Difference"
                }
              },
              "references": {
                "type": "object",
                "required": [
                  "outgoing",
                  "incoming"
                ],
                "properties": {
                  "outgoing": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Reference"
                    }
                  },
                  "incoming": {
                    "type": "array",
                    "items": {
                      "$ref": "#/components/schemas/Reference"
                    }
                  }
                }
              },
              "openFindings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Finding"
                }
              }
            }
          }
        ]
      },
      "Finding": {
        "type": "object",
        "required": [
          "id",
          "kind",
          "name",
          "type",
          "rule",
          "severity",
          "reason",
          "status",
          "firstSeen",
          "lastSeen",
          "differences"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "type": {
            "$ref": "#/components/schemas/FindingType"
          },
          "state": {
            "$ref": "#/components/schemas/ResourceState"
          },
          "rule": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "reason": {
            "type": "string"
          },
          "status": {
            "$ref": "#/components/schemas/FindingStatus"
          },
          "firstSeen": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "lastSeen": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "resolvedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "decision": {
            "$ref": "#/components/schemas/FindingDecision"
          },
          "etag": {
            "$ref": "#/components/schemas/Etag"
          },
          "source": {
            "$ref": "#/components/schemas/Source"
          },
          "changedBy": {
            "$ref": "#/components/schemas/ChangedBy"
          },
          "differences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          }
        }
      },
      "FindingType": {
        "type": "string",
        "enum": [
          "drift",
          "validation",
          "lag",
          "agent"
        ]
      },
      "FindingDecision": {
        "type": "object",
        "description": "What a person said about a finding",
        "required": [
          "by",
          "at"
        ],
        "properties": {
          "by": {
            "type": "string",
            "description": "Entity reference"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
      },
      "FabricFinding": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Finding"
          },
          {
            "type": "object",
            "required": [
              "fabric"
            ],
            "properties": {
              "fabric": {
                "type": "string"
              },
              "environment": {
                "type": "string"
              },
              "owner": {
                "type": "string"
              }
            }
          }
        ]
      },
      "FindingDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Finding"
          },
          {
            "type": "object",
            "required": [
              "history"
            ],
            "properties": {
              "history": {
                "type": "array",
                "description": "Each change of its status, newest first; at most 50",
                "items": {
                  "type": "object",
                  "required": [
                    "status",
                    "at"
                  ],
                  "properties": {
                    "status": {
                      "$ref": "#/components/schemas/FindingStatus"
                    },
                    "at": {
                      "$ref": "#/components/schemas/Timestamp"
                    },
                    "by": {
                      "type": "string"
                    },
                    "reason": {
                      "type": "string"
                    },
                    "until": {
                      "$ref": "#/components/schemas/Timestamp"
                    }
                  }
                }
              }
            }
          }
        ]
      },
      "FindingPatch": {
        "type": "object",
        "required": [
          "status"
        ],
        "additionalProperties": false,
        "properties": {
          "status": {
            "type": "string",
            "enum": [
              "open",
              "acknowledged",
              "suppressed"
            ]
          },
          "reason": {
            "type": "string",
            "maxLength": 1000,
            "description": "Needed to suppress"
          },
          "until": {
            "description": "Needed to suppress; when it is open again by itself, at most a year ahead",
            "allOf": [
              {
                "$ref": "#/components/schemas/Timestamp"
              }
            ]
          }
        }
      },
      "FindingsPatch": {
        "type": "object",
        "required": [
          "ids",
          "status"
        ],
        "additionalProperties": false,
        "properties": {
          "ids": {
            "type": "array",
            "minItems": 1,
            "maxItems": 500,
            "items": {
              "type": "string",
              "format": "uuid"
            }
          },
          "status": {
            "type": "string",
            "enum": [
              "open",
              "acknowledged",
              "suppressed"
            ]
          },
          "reason": {
            "type": "string",
            "maxLength": 1000
          },
          "until": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
      },
      "FindingTotals": {
        "type": "object",
        "required": [
          "bySeverity",
          "byAge",
          "byStatus",
          "byFabric"
        ],
        "properties": {
          "bySeverity": {
            "$ref": "#/components/schemas/SeverityCounts"
          },
          "byStatus": {
            "type": "object",
            "required": [
              "open",
              "acknowledged",
              "suppressed"
            ],
            "properties": {
              "open": {
                "type": "integer"
              },
              "acknowledged": {
                "type": "integer"
              },
              "suppressed": {
                "type": "integer"
              }
            }
          },
          "byAge": {
            "type": "array",
            "description": "From young to old",
            "items": {
              "type": "object",
              "required": [
                "upTo",
                "findings"
              ],
              "properties": {
                "upTo": {
                  "type": "string",
                  "enum": [
                    "hour",
                    "day",
                    "week",
                    "month",
                    "older"
                  ]
                },
                "findings": {
                  "$ref": "#/components/schemas/SeverityCounts"
                }
              }
            }
          },
          "byFabric": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "fabric",
                "findings",
                "state"
              ],
              "properties": {
                "fabric": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "environment": {
                  "type": "string"
                },
                "owner": {
                  "type": "string"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "inSync",
                    "drifted",
                    "unknown"
                  ]
                },
                "staleSince": {
                  "$ref": "#/components/schemas/Timestamp"
                },
                "findings": {
                  "$ref": "#/components/schemas/SeverityCounts"
                }
              }
            }
          }
        }
      },
      "IgnoreRule": {
        "type": "object",
        "required": [
          "id",
          "path",
          "reason",
          "createdAt",
          "createdBy",
          "hides"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "path": {
            "type": "string",
            "description": "Field, with * for any one key or index and ** for anything below: spec.subnets.*.vlan"
          },
          "kind": {
            "type": "string",
            "description": "Absent = every kind"
          },
          "name": {
            "type": "string"
          },
          "manager": {
            "type": "string",
            "description": "Only fields that this field manager holds"
          },
          "reason": {
            "type": "string"
          },
          "until": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "createdBy": {
            "type": "string"
          },
          "hides": {
            "type": "integer",
            "description": "Differences that the last comparison left out by it"
          },
          "hidden": {
            "description": "The same by severity",
            "allOf": [
              {
                "$ref": "#/components/schemas/SeverityCounts"
              }
            ]
          }
        }
      },
      "IgnoreRuleInput": {
        "type": "object",
        "required": [
          "path",
          "reason"
        ],
        "additionalProperties": false,
        "properties": {
          "path": {
            "type": "string",
            "minLength": 1,
            "maxLength": 500
          },
          "kind": {
            "type": "string",
            "maxLength": 63
          },
          "name": {
            "type": "string",
            "maxLength": 253
          },
          "manager": {
            "type": "string",
            "maxLength": 128
          },
          "reason": {
            "type": "string",
            "minLength": 3,
            "maxLength": 1000
          },
          "until": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
      },
      "ResourceMoment": {
        "type": "object",
        "required": [
          "at",
          "side",
          "present"
        ],
        "properties": {
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "side": {
            "type": "string",
            "enum": [
              "git",
              "cluster"
            ]
          },
          "present": {
            "type": "boolean",
            "description": "False when it went away"
          },
          "yaml": {
            "type": "string",
            "description": "Canonical form"
          },
          "commit": {
            "$ref": "#/components/schemas/Commit"
          },
          "changedBy": {
            "$ref": "#/components/schemas/ChangedBy"
          },
          "deployment": {
            "type": "string",
            "description": "The deployment of CNOC that wrote it"
          }
        }
      },
      "PlanRequest": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
          "prune": {
            "type": "boolean",
            "default": false,
            "description": "Also delete what is in the cluster and not in git"
          },
          "force": {
            "type": "boolean",
            "default": false,
            "description": "Take over fields that another field manager holds; needs the permission cnoc.fabric.deploy.force"
          },
          "resources": {
            "type": "array",
            "maxItems": 1000,
            "description": "Only these; absent = everything that differs",
            "items": {
              "$ref": "#/components/schemas/ResourceRef"
            }
          }
        }
      },
      "PlanCounts": {
        "type": "object",
        "required": [
          "create",
          "update",
          "delete"
        ],
        "properties": {
          "create": {
            "type": "integer"
          },
          "update": {
            "type": "integer"
          },
          "delete": {
            "type": "integer"
          }
        }
      },
      "PlanSummary": {
        "type": "object",
        "required": [
          "id",
          "status",
          "createdAt",
          "createdBy",
          "counts",
          "prune",
          "force"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "status": {
            "type": "string",
            "enum": [
              "ready",
              "blocked",
              "empty",
              "void",
              "deployed"
            ],
            "description": "void = reality moved since the plan was made"
          },
          "commit": {
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "createdBy": {
            "type": "string"
          },
          "counts": {
            "$ref": "#/components/schemas/PlanCounts"
          },
          "prune": {
            "type": "boolean"
          },
          "force": {
            "type": "boolean"
          }
        }
      },
      "Plan": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PlanSummary"
          },
          {
            "type": "object",
            "required": [
              "lines",
              "blockers",
              "notPruned"
            ],
            "properties": {
              "lines": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/PlanLine"
                }
              },
              "blockers": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Diagnostic"
                }
              },
              "notPruned": {
                "type": "array",
                "description": "What is in the cluster and not in git, and stays because prune was not asked for",
                "items": {
                  "$ref": "#/components/schemas/ResourceRef"
                }
              }
            }
          }
        ]
      },
      "PlanLine": {
        "type": "object",
        "required": [
          "seq",
          "wave",
          "action",
          "kind",
          "name",
          "severity",
          "reason",
          "differences",
          "dryRun"
        ],
        "properties": {
          "seq": {
            "type": "integer"
          },
          "wave": {
            "type": "integer",
            "description": "Lines of one wave do not depend on each other"
          },
          "action": {
            "type": "string",
            "enum": [
              "create",
              "update",
              "delete"
            ]
          },
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "reason": {
            "type": "string"
          },
          "differences": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Difference"
            }
          },
          "dryRun": {
            "type": "object",
            "required": [
              "ok"
            ],
            "properties": {
              "ok": {
                "type": "boolean"
              },
              "message": {
                "type": "string"
              },
              "conflicts": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "manager",
                    "field"
                  ],
                  "properties": {
                    "manager": {
                      "type": "string"
                    },
                    "field": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "DeploymentSummary": {
        "type": "object",
        "required": [
          "id",
          "plan",
          "status",
          "createdAt",
          "createdBy",
          "counts",
          "done",
          "failed"
        ],
        "properties": {
          "id": {
            "type": "string",
            "format": "uuid"
          },
          "plan": {
            "type": "string",
            "format": "uuid"
          },
          "status": {
            "type": "string",
            "enum": [
              "queued",
              "running",
              "succeeded",
              "failed",
              "partial"
            ]
          },
          "message": {
            "type": "string"
          },
          "commit": {
            "type": "string"
          },
          "createdAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "createdBy": {
            "type": "string"
          },
          "startedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "finishedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "counts": {
            "$ref": "#/components/schemas/PlanCounts"
          },
          "done": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          }
        }
      },
      "Deployment": {
        "allOf": [
          {
            "$ref": "#/components/schemas/DeploymentSummary"
          },
          {
            "type": "object",
            "required": [
              "steps"
            ],
            "properties": {
              "steps": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/DeploymentStep"
                }
              }
            }
          }
        ]
      },
      "DeploymentStep": {
        "type": "object",
        "required": [
          "seq",
          "wave",
          "action",
          "kind",
          "name",
          "status"
        ],
        "properties": {
          "seq": {
            "type": "integer"
          },
          "wave": {
            "type": "integer"
          },
          "action": {
            "type": "string",
            "enum": [
              "create",
              "update",
              "delete"
            ]
          },
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "status": {
            "type": "string",
            "enum": [
              "pending",
              "running",
              "succeeded",
              "failed",
              "skipped"
            ]
          },
          "message": {
            "type": "string"
          },
          "startedAt": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "finishedAt": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
      },
      "Activity": {
        "type": "object",
        "required": [
          "id",
          "at",
          "type",
          "message"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "at": {
            "$ref": "#/components/schemas/Timestamp"
          },
          "type": {
            "type": "string",
            "enum": [
              "commit.synced",
              "commit.pushed",
              "pullRequest.opened",
              "history.rewritten",
              "sync.failed",
              "cluster.connected",
              "cluster.disconnected",
              "cluster.replaced",
              "fabric.created",
              "fabric.updated",
              "fabric.deleted",
              "fabric.tested",
              "finding.opened",
              "finding.resolved",
              "finding.acknowledged",
              "finding.suppressed",
              "finding.reopened",
              "ignoreRule.created",
              "ignoreRule.deleted",
              "plan.created",
              "deployment.started",
              "deployment.finished"
            ]
          },
          "severity": {
            "$ref": "#/components/schemas/Severity"
          },
          "actor": {
            "type": "string",
            "description": "Entity reference of a person",
            "a field manager": null,
            "or a commit's author": null
          },
          "message": {
            "type": "string"
          },
          "resource": {
            "$ref": "#/components/schemas/ResourceRef"
          },
          "commit": {
            "type": "string"
          },
          "plan": {
            "type": "string"
          },
          "deployment": {
            "type": "string"
          }
        }
      }
    }
  }
};
