import { expect, it } from 'vitest';
import { throughFacade } from './without-facades';

it('a file that only hands on is imported from where its names are', () => {
  expect(throughFacade('import{t as o,n}from"./a-1.js";export{o as mount,n as n};\n')).toBe(
    'import("./a-1.js").then(m=>({mount:m.t,n:m.n}))',
  );
});

it('a file with code of its own stays', () => {
  expect(throughFacade('import{t as o}from"./a-1.js";o();export{o as mount};')).toBeNull();
  expect(
    throughFacade('import"./a-1.js";import{t as o}from"./b.js";export{o as mount};'),
  ).toBeNull();
});
