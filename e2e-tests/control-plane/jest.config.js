const backstage = require('@backstage/cli/config/jest');

/** The tests in this folder need minutes and two servers of their own, so `npm test` leaves them to `test.mjs`. */
module.exports = async () => ({ ...(await backstage), rootDir: __dirname });
