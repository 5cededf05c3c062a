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
      "Repository": {
        "type": "object",
        "required": [
          "name",
          "url",
          "branch",
          "health",
          "fabrics"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "description": "Never with credentials"
          },
          "branch": {
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
                  "reachable",
                  "unreachable",
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
          "fabrics": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "Those that the caller may read"
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
