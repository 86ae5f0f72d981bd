import type { Plugin } from 'vite';

const ASSIGNMENT = /\b\w+\.innerHTML=\w+\.__html\b/g;

/**
 * Removes the one place where Preact writes HTML (`dangerouslySetInnerHTML`, which we never use),
 * so that the shipped code holds no HTML sink and the add-ons linter has nothing to warn of.
 * Throws when Preact's code no longer looks as expected: the build must not quietly ship the sink.
 */
export function stripInnerHtml(): Plugin {
  return {
    name: 'lens:strip-inner-html',
    apply: 'build',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.m?js$/.test(id)) return;
      if (code.match(ASSIGNMENT)?.length !== 1) {
        this.error(`expected one innerHTML assignment in ${id}`);
      }
      return { code: code.replace(ASSIGNMENT, 'void 0'), map: null };
    },
  };
}
