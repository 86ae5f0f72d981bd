import type { Plugin } from 'vite';

/** `import{t as r}from"./dashboard-x.js";export{r as mountDashboard};`, the whole of such a file. */
const FACADE = /^import\{([^}]*)\}from"([^"]+)";export\{([^}]*)\};\s*$/;

/** `t as r, n` as pairs of the outer and the inner name. */
const names = (list: string) =>
  list.split(',').map((one) => {
    const [first = '', last = first] = one.trim().split(' as ');
    return [first, last] as const;
  });

/**
 * What imports a file of which nothing is left but names, and what to import instead: null where the file
 * has code of its own. The bundler writes such a file for each module that is imported later and put
 * into a file with others (see `chunks.ts`).
 */
export function throughFacade(code: string): string | null {
  const [, imported, file, exported] = FACADE.exec(code) ?? [];
  if (imported === undefined || file === undefined || exported === undefined) return null;
  const outer = new Map(names(imported).map(([name, local]) => [local, name]));
  const fields = names(exported).map(([local, name]) => `${name}:m.${outer.get(local)}`);
  return `import("${file}").then(m=>({${fields.join(',')}}))`;
}

/** Imports what those files name from where it is: a file less to wait for at each opening. */
export function withoutFacades(): Plugin {
  return {
    name: 'lens:without-facades',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file : []));
        for (const { fileName, code, isDynamicEntry } of chunks) {
          const instead = isDynamicEntry ? throughFacade(code) : null;
          if (instead === null) continue;
          const own = `import("./${fileName.split('/').at(-1)}")`;
          for (const chunk of chunks) chunk.code = chunk.code.replaceAll(own, instead);
          delete bundle[fileName];
        }
      },
    },
  };
}
