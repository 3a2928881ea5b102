import { createRequire } from 'node:module';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

/** The components' tests, over the components alone: the preset's own list of files finds none below `force-app`. */
export default {
  ...jestConfig,
  testMatch: ['**/lwc/**/__tests__/*.test.js'],
  modulePathIgnorePatterns: ['<rootDir>/.localdevserver'],
  reporters: ['<rootDir>/../../scripts/jest-reporter.js'],
  // The transformer's cache does not know whether code was made for counting: what ran without would count for nothing.
  cache: false,
  collectCoverage: true,
  collectCoverageFrom: ['force-app/**/lwc/**/*.js', '!**/__tests__/**'],
  coverageDirectory: '<rootDir>/../../coverage/lwc',
  coverageReporters: ['text'],
  coverageThreshold: { global: { statements: 95, branches: 95, functions: 95, lines: 95 } },
};
