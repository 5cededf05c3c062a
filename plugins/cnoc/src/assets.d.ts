// CSS modules and other assets that the bundler resolves.
/// <reference types="@backstage/cli/asset-types" />
