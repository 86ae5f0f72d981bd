import type { Plugin } from 'vite';

/** A part of a library's file that we never run, and what stands in its place. */
interface Unused {
  file: RegExp;
  part: RegExp;
  instead: string;
}

const IDB = /\/idb\/build\/index\.js$/;
const CHART_JS = /\/chart\.js\/dist\/chart\.js$/;
const ZOD = /\/zod\/v4\/core\/schemas\.js$/;
const ZOD_CORE = /\/zod\/v4\/core\/core\.js$/;
const ZOD_PARSE = /\/zod\/v4\/core\/parse\.js$/;
const ZOD_MINI = /\/zod\/v4\/mini\/schemas\.js$/;

/** It has a name, so that an error shows who read it. */
const NO_ERRORS = `
function failure() {
    return { success: false, get error() { throw new Error('Why a value was refused is left out: see build/without-unused.ts'); } };
}
`;

const UNUSED: Unused[] = [
  // Nothing is walked through by `for await`.
  { file: IDB, part: /const advanceMethodProps = .*?(?=\nexport \{)/s, instead: '' },
  // Pointers and keys are the page's own matter: a chart listens to no event and looks for no element.
  {
    file: CHART_JS,
    part: /var Interaction = \{.*?\n\};/s,
    instead: 'var Interaction = { modes: {} };',
  },
  // Charts have the size that they are given and don't follow their element: see `drawChart`.
  {
    file: CHART_JS,
    part: /(?<=function _detectPlatform\(canvas\) \{\n).*?(?=\n\}\n)/s,
    instead: 'return BasicPlatform;',
  },
  // Nothing moves.
  { file: CHART_JS, part: /class Animation \{.*?\n\}\n/s, instead: 'class Animation {}\n' },
  {
    file: CHART_JS,
    part: /class Animator \{.*?\n\}\n/s,
    instead: 'class Animator { has() {} listen() {} remove() {} running() {} stop() {} }\n',
  },
  // Lines are straight.
  {
    file: CHART_JS,
    part: /(?<=updateControlPoints\(chartArea, indexAxis\) \{\n).*?(?=\n {4}\}\n)/s,
    instead: '',
  },
  { file: CHART_JS, part: / interpolate\(point, property\) \{.*?\n {4}\}\n/s, instead: '' },
  // No schema has an asynchronous check, and none writes values back (`encode`).
  { file: ZOD, part: /\b\w+ instanceof Promise\b/g, instead: 'false' },
  { file: ZOD, part: /\bproms\.length\b/g, instead: '0' },
  { file: ZOD, part: /\basyncResult(?= \|\||\))/g, instead: 'false' },
  // Schemas are not compiled: our pages allow no text as code.
  { file: ZOD_CORE, part: /const pp = .*?pp\(inst\);/s, instead: '' },
  // No error is made of a refusal, so no schema is one of errors.
  { file: ZOD_CORE, part: /\bparams\?\.Parent\b/g, instead: 'undefined' },
  // No value that is read refers to itself.
  { file: ZOD, part: /core\.globalConfig\.memoizer/g, instead: 'undefined' },
  // The keys of our records are any texts, and our objects drop the fields that they don't name.
  {
    file: ZOD,
    part: /(?<= {8}const values = def\.keyType\._zod\.values;\n {8})if \(values && !def\.partial\) \{.*?\n {8}\}\n {8}else (?=\{)/s,
    instead: '',
  },
  { file: ZOD, part: /function handleCatchall\(.*?\n\}\n/s, instead: '' },
  { file: ZOD, part: /\bhandleCatchall\(.*?\);/g, instead: 'payload;' },
  // Read by template literals and discriminated unions alone; we have neither.
  {
    file: ZOD,
    part: /^ {4}util\.defineLazyInternal\(inst, "(?:pattern|propValues)", (?:[^\n{]*\);\n|.*?^ {4}\}\);\n)/gms,
    instead: '',
  },
  { file: ZOD, part: /\bctx\??\.direction === "backward"/g, instead: 'false' },
  // Nobody asks why a value was refused: it is left out, or its field has a text of ours.
  {
    file: ZOD,
    part: /util\.finalizeIssue\(iss, ctx, core\.config\(\)\)/g,
    instead: 'iss',
  },
  {
    file: ZOD_PARSE,
    part: /function failure\(Err, issues, ctx\) \{.*?\n\}\n/s,
    instead: NO_ERRORS,
  },
  {
    file: ZOD_PARSE,
    part: /new \(_?params\?\.Err \?\? _Err\)\(.*?\);/g,
    instead: 'new Error("refused by its schema");',
  },
  { file: ZOD_PARSE, part: /util\.captureStackTrace\(.*?\);/g, instead: '' },
  { file: ZOD_PARSE, part: /errors\.\$ZodRealError/g, instead: 'Error' },
  // Members of every schema that we never call, among them those of other libraries' interfaces.
  { file: ZOD, part: /, \{\n[^\n]*\n {4}get "~standard"\(\).*?\n\}\);/s, instead: ');' },
  {
    file: ZOD_MINI,
    part: /^ {4}(?:get with|set with|parseAsync|safeParseAsync|brand|register|apply)\(.*?^ {4}\},\n/gms,
    instead: '',
  },
];

/**
 * Leaves out what the bundler can't know to be unused: methods and branches that nobody reaches (6 kB
 * gzipped of Chart.js, 2.2 kB of zod, 0.3 kB of idb). Throws when a library no longer looks as expected.
 */
export function withoutUnused(): Plugin {
  return {
    name: 'lens:without-unused',
    apply: 'build',
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      const here = UNUSED.filter(({ file }) => file.test(path));
      if (here.length === 0) return;
      let rest = code;
      for (const { part, instead } of here) {
        const shorter = rest.replace(part, instead);
        if (shorter === rest) this.error(`expected ${part} in ${path}`);
        rest = shorter;
      }
      return { code: rest, map: null };
    },
  };
}
