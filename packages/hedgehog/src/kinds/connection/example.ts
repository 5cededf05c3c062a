/** Sound objects that show the kind; together with those of the other kinds they are one fabric. */
export const connectionExample = `apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: spine-01--fabric--leaf-01
spec:
  fabric:
    links:
      - spine: {port: spine-01/E1/1, ip: 172.30.128.0/31}
        leaf: {port: leaf-01/E1/5, ip: 172.30.128.1/31}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: spine-01--gateway--gateway-1
spec:
  gateway:
    links:
      - switch: {port: spine-01/E1/9, ip: 172.30.128.10/31}
        gateway: {port: gateway-1/enp2s1, ip: 172.30.128.11/31}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: leaf-01--mesh--leaf-02
spec:
  mesh:
    links:
      - leaf1: {port: leaf-01/E1/6, ip: 172.30.128.20/31}
        leaf2: {port: leaf-02/E1/6, ip: 172.30.128.21/31}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: server-01--eslag--leaf-01--leaf-02
spec:
  # Both links carry traffic; either leaf may fail.
  eslag:
    links:
      - server: {port: server-01/enp2s1}
        switch: {port: leaf-01/E1/1}
      - server: {port: server-01/enp2s2}
        switch: {port: leaf-02/E1/1}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: server-02--unbundled--leaf-01
spec:
  unbundled:
    link:
      server: {port: server-02/enp2s1}
      switch: {port: leaf-01/E1/2}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: server-02--bundled--leaf-02
spec:
  bundled:
    links:
      - server: {port: server-02/enp2s2}
        switch: {port: leaf-02/E1/2}
      - server: {port: server-02/enp2s3}
        switch: {port: leaf-02/E1/3}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: leaf-01--external
spec:
  external:
    link:
      switch: {port: leaf-01/E1/20}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: leaf-02--external
spec:
  external:
    link:
      switch: {port: leaf-02/E1/21}
---
apiVersion: wiring.githedgehog.com/v1beta1
kind: Connection
metadata:
  name: leaf-02--static
spec:
  staticExternal:
    withinVPC: vpc-1
    link:
      switch:
        port: leaf-02/E1/20
        ip: 10.9.0.1/24
        nextHop: 10.9.0.2
        subnets: [10.99.0.0/24]
`;
