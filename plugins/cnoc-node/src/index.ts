/**
 * For authors of permission policies: what a fabric is to a rule, and the rules.
 *
 * @packageDocumentation
 */

export * from './fabricResource';
export * from './fabricRules';
