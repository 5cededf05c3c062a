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
            "type": "string",
            "enum": [
              "token",
              "basic",
              "ssh"
            ]
          },
          "origin": {
            "type": "string",
            "enum": [
              "api",
              "url"
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
            "description": "Repositories that use it"
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
            "type": "string",
            "enum": [
              "token",
              "basic",
              "ssh"
            ]
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
              }
            }
          },
          "switches": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/SwitchHealth"
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
              "unknown"
            ]
          },
          "appliedGeneration": {
            "type": "integer"
          },
          "generation": {
            "type": "integer"
          },
          "heartbeatAt": {
            "$ref": "#/components/schemas/Timestamp"
          }
        }
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
          "kinds"
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
          "namespace": {
            "type": "string"
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
                }
              }
            }
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
              "openFindings"
            ],
            "properties": {
              "apiVersion": {
                "type": "string"
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
            "type": "string",
            "enum": [
              "drift",
              "validation",
              "lag",
              "agent"
            ]
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
              "finding.opened",
              "finding.resolved",
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
