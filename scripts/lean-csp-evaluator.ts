/**
 * The modules of csp_evaluator as their authors wrote them: what is compiled to CommonJS cannot be shaken, and brings tables
 * that no rule reads.
 */
export const leanCspEvaluator = {
  find: /^csp_evaluator\/dist\/(.+)\.js$/,
  replacement: 'csp_evaluator/$1.ts',
};
